//! Reading offers. They are public, so nobody is asked for a viewer.
//! `known_at` shows what was known at that moment; `None` means now.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, PaginatorTrait, QueryOrder};

use super::{Column, Entity, Model, Query};
use crate::{
    Page, Part, Result, Versioned,
    id::{OfferId, SubProjectId},
    page::Sorted,
    rows::Rows,
};

/// A page of offers, by code.
pub async fn page(db: &impl ConnectionTrait, query: &Query, page: &Page<OfferId>) -> Result<Part<Model>> {
    Sorted { select: query.select(), by: (Column::Code, Column::Id) }.read(db, page).await
}

/// How many offers the list holds.
pub async fn count(db: &impl ConnectionTrait, query: &Query) -> Result<u64> {
    Ok(query.select().count(db).await?)
}

/// The offers with these keys, in no order.
pub async fn by_ids(
    db: &impl ConnectionTrait,
    ids: &[OfferId],
    known_at: Option<DateTime<Utc>>,
) -> Result<Vec<Model>> {
    Rows { select: Entity::known_at(known_at), column: Column::Id, keys: ids }.read(db).await
}

/// The offers of these sub-projects, by code.
pub async fn of_sub_projects(
    db: &impl ConnectionTrait,
    sub_projects: &[SubProjectId],
    known_at: Option<DateTime<Utc>>,
) -> Result<Vec<Model>> {
    let select = Entity::known_at(known_at).order_by_asc(Column::Code);
    Rows { select, column: Column::SubProjectId, keys: sub_projects }.read(db).await
}

/// The offers with these codes, in no order.
pub async fn by_codes(
    db: &impl ConnectionTrait,
    codes: &[String],
    known_at: Option<DateTime<Utc>>,
) -> Result<Vec<Model>> {
    Rows { select: Entity::known_at(known_at), column: Column::Code, keys: codes }.read(db).await
}
