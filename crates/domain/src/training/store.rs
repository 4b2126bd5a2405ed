//! Reading trainings: only what the viewer may see. `known_at` shows what was known at that moment; `None` means now.

use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter};

use super::{Column, Entity, Model};
use crate::{
    Domain, Error, Page, RecordQuery, Result, Viewer, id::TrainingId, page::Sorted,
    record_query::OfSubProject,
};

/// A page of trainings, by reference.
pub async fn page(
    domain: &Domain,
    viewer: &Viewer,
    query: &RecordQuery,
    page: &Page<TrainingId>,
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

/// The training with a key.
///
/// # Errors
/// [`Error::NotFound`] when there is none or the viewer may not see it.
pub async fn get(domain: &Domain, viewer: &Viewer, id: TrainingId) -> Result<Model> {
    viewer.require_reader()?;
    let visible = Entity::visible_to(viewer.reads(), &RecordQuery::default());
    visible.filter(Column::Id.eq(id)).one(&domain.db).await?.ok_or(Error::NotFound("training"))
}
