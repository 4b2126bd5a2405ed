//! Reading trainers: only what the viewer may see. `known_at` shows what was known at that moment; `None` means now.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter};

use super::{Column, Entity, Model};
use crate::{
    Domain, Error, Page, RecordQuery, Result, Viewer, id::TrainerId, page::Sorted,
    record_query::OfSubProject, rows::Rows,
};

/// A page of trainers, by code.
pub async fn page(
    domain: &Domain,
    viewer: &Viewer,
    (query, page): (&RecordQuery, &Page<TrainerId>),
) -> Result<Vec<Model>> {
    viewer.require_reader()?;
    let select = Entity::visible_to(viewer.reads(), query);
    Sorted { select, by: (Column::Code, Column::Id) }.read(&domain.db, page).await
}

/// How many trainers the list holds.
pub async fn count(domain: &Domain, viewer: &Viewer, query: &RecordQuery) -> Result<u64> {
    viewer.require_reader()?;
    Ok(Entity::visible_to(viewer.reads(), query).count(&domain.db).await?)
}

/// The trainer with a key, as it was known at a moment.
///
/// # Errors
/// [`Error::NotFound`] when there is none or the viewer may not see it.
pub async fn get(
    domain: &Domain,
    viewer: &Viewer,
    (id, known_at): (TrainerId, Option<DateTime<Utc>>),
) -> Result<Model> {
    viewer.require_reader()?;
    let visible = Entity::visible_to(viewer.reads(), &RecordQuery { known_at, ..RecordQuery::default() });
    visible.filter(Column::Id.eq(id)).one(&domain.db).await?.ok_or(Error::NotFound("trainer"))
}

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
