//! Reading organisations. They are public, so nobody is asked for a viewer.
//! `known_at` shows what was known at that moment; `None` means now.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, PaginatorTrait};

use super::{Column, Entity, Model, Query};
use crate::{Page, Part, Result, Versioned, id::OrganisationId, page::Sorted, rows::Rows};

/// A page of organisations, by name, then key.
pub async fn page(
    db: &impl ConnectionTrait,
    query: &Query,
    page: &Page<OrganisationId>,
) -> Result<Part<Model>> {
    Sorted { select: query.select(), by: (Column::Name, Column::Id) }.read(db, page).await
}

/// How many organisations the list holds.
pub async fn count(db: &impl ConnectionTrait, query: &Query) -> Result<u64> {
    Ok(query.select().count(db).await?)
}

/// The organisations with these keys, in no order.
pub async fn by_ids(
    db: &impl ConnectionTrait,
    ids: &[OrganisationId],
    known_at: Option<DateTime<Utc>>,
) -> Result<Vec<Model>> {
    Rows { select: Entity::known_at(known_at), column: Column::Id, keys: ids }.read(db).await
}

/// The organisations with these codes, in no order.
pub async fn by_codes(
    db: &impl ConnectionTrait,
    codes: &[String],
    known_at: Option<DateTime<Utc>>,
) -> Result<Vec<Model>> {
    Rows { select: Entity::known_at(known_at), column: Column::Code, keys: codes }.read(db).await
}

/// What has held of these organisations, day after day, the oldest first.
pub async fn histories(
    db: &impl ConnectionTrait,
    ids: &[OrganisationId],
    known_at: Option<DateTime<Utc>>,
) -> Result<Vec<Model>> {
    let mut rows = Rows { select: Entity::history(known_at), column: Column::Id, keys: ids }.read(db).await?;
    rows.sort_by_key(|row| row.valid_from);
    Ok(rows)
}
