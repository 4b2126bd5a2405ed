//! Reading trainings: only what the viewer may see. `known_at` shows what was known at that moment; `None` means now.

use chrono::{DateTime, Utc};
use sea_orm::QueryOrder;

use super::{Column, Entity, Model};
use crate::{Domain, RecordQuery, Result, Viewer, record_query::OfSubProject, rows::Rows};

/// The trainings that trainers with these codes held and the viewer may see, by day.
pub async fn held_by(
    domain: &Domain,
    viewer: &Viewer,
    (trainers, known_at): (&[String], Option<DateTime<Utc>>),
) -> Result<Vec<Model>> {
    viewer.require_reader()?;
    let query = RecordQuery { known_at, ..RecordQuery::default() };
    let select = Entity::visible_to(viewer.reads(), &query)
        .order_by_asc(Column::HeldOn)
        .order_by_asc(Column::Reference);
    Rows { select, column: Column::Trainer, keys: trainers }.read(&domain.db).await
}
