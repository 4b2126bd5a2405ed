//! Reading trainers: only what the viewer may see. `known_at` shows what was known at that moment; `None` means now.

use chrono::{DateTime, Utc};

use super::{Column, Entity, Model};
use crate::{Domain, RecordQuery, Result, Viewer, record_query::OfSubProject, rows::Rows};

/// The trainers with these codes that the viewer may see, in no order.
pub async fn by_codes(
    domain: &Domain,
    viewer: &Viewer,
    (codes, known_at): (&[String], Option<DateTime<Utc>>),
) -> Result<Vec<Model>> {
    viewer.require_reader()?;
    let select = Entity::visible_to(viewer.reads(), &RecordQuery { known_at, ..RecordQuery::default() });
    Rows { select, column: Column::Code, keys: codes }.read(&domain.db).await
}
