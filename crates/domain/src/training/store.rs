//! Reading trainings: only what the viewer may see. `known_at` shows what was known at that moment; `None` means now.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder};

use super::{Column, Entity, Model};
use crate::{
    Domain, Error, Page, RecordQuery, Result, Viewer, id::TrainingId, page::Sorted,
    record_query::OfSubProject, rows::Rows,
};

/// A page of trainings, by reference.
pub async fn page(
    domain: &Domain,
    viewer: &Viewer,
    (query, page): (&RecordQuery, &Page<TrainingId>),
) -> Result<Vec<Model>> {
    viewer.require_reader()?;
    let select = Entity::visible_to(viewer.reads(), query);
    Sorted { select, by: (Column::Reference, Column::Id) }.read(&domain.db, page).await
}

/// How many trainings the list holds.
pub async fn count(domain: &Domain, viewer: &Viewer, query: &RecordQuery) -> Result<u64> {
    viewer.require_reader()?;
    Ok(Entity::visible_to(viewer.reads(), query).count(&domain.db).await?)
}

/// The training with a key, as it was known at a moment.
///
/// # Errors
/// [`Error::NotFound`] when there is none or the viewer may not see it.
pub async fn get(
    domain: &Domain,
    viewer: &Viewer,
    (id, known_at): (TrainingId, Option<DateTime<Utc>>),
) -> Result<Model> {
    viewer.require_reader()?;
    let visible = Entity::visible_to(viewer.reads(), &RecordQuery { known_at, ..RecordQuery::default() });
    visible.filter(Column::Id.eq(id)).one(&domain.db).await?.ok_or(Error::NotFound("training"))
}

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
