//! Queries on consultations within a scope. `known_at` shows what was known at that moment; `None` means now.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, PaginatorTrait, QueryFilter};

use super::{Column, Entity, Model};
use crate::{
    Error, Page, RecordQuery, Result, Scope, id::ConsultationId, page::Sorted, record_query::OfSubProject,
};

/// A page of consultations, by reference.
pub(super) async fn page(
    db: &impl ConnectionTrait,
    scope: &Scope,
    (query, page): (&RecordQuery, &Page<ConsultationId>),
) -> Result<Vec<Model>> {
    let select = Entity::visible_to(scope, query);
    Sorted { select, by: (Column::Reference, Column::Id) }.read(db, page).await
}

/// How many consultations the list holds.
pub(super) async fn count(db: &impl ConnectionTrait, scope: &Scope, query: &RecordQuery) -> Result<u64> {
    Ok(Entity::visible_to(scope, query).count(db).await?)
}

/// The consultation with a key, as it was known at a moment.
///
/// # Errors
/// [`Error::NotFound`] when there is none or it lies outside the scope.
pub(super) async fn get(
    db: &impl ConnectionTrait,
    scope: &Scope,
    (id, known_at): (ConsultationId, Option<DateTime<Utc>>),
) -> Result<Model> {
    let visible = Entity::visible_to(scope, &RecordQuery { known_at, ..RecordQuery::default() });
    visible.filter(Column::Id.eq(id)).one(db).await?.ok_or(Error::NotFound("consultation"))
}
