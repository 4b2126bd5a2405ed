//! Reading sub-projects. They are public, so nobody is asked for a viewer.
//! `known_at` shows what was known at that moment; `None` means now.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::SimpleExpr,
};

use super::{Column, Entity, Model, Query};
use crate::{
    Page, Part, Result, Versioned,
    id::{OrganisationId, RegionalNetworkId, StrandId, SubProjectId},
    page::Sorted,
    rows::Rows,
};

type KnownAt = Option<DateTime<Utc>>;

/// A page of sub-projects, by code.
pub async fn page(
    db: &impl ConnectionTrait,
    query: &Query,
    page: &Page<SubProjectId>,
) -> Result<Part<Model>> {
    Sorted { select: query.select(), by: (Column::Code, Column::Id) }.read(db, page).await
}

/// How many sub-projects the list holds.
pub async fn count(db: &impl ConnectionTrait, query: &Query) -> Result<u64> {
    Ok(query.select().count(db).await?)
}

/// The whole list, by code. Meant for one period, network or organisation; longer lists come in pages.
pub async fn all(db: &impl ConnectionTrait, query: &Query) -> Result<Vec<Model>> {
    Ok(query.select().order_by_asc(Column::Code).all(db).await?)
}

/// The sub-projects with these keys, in no order.
pub async fn by_ids(
    db: &impl ConnectionTrait,
    ids: &[SubProjectId],
    known_at: KnownAt,
) -> Result<Vec<Model>> {
    Rows { select: Entity::known_at(known_at), column: Column::Id, keys: ids }.read(db).await
}

/// The sub-projects with these codes, in no order.
pub async fn by_codes(db: &impl ConnectionTrait, codes: &[String], known_at: KnownAt) -> Result<Vec<Model>> {
    Rows { select: Entity::known_at(known_at), column: Column::Code, keys: codes }.read(db).await
}

/// The sub-projects of these regional networks, by code.
pub async fn of_networks(
    db: &impl ConnectionTrait,
    networks: &[RegionalNetworkId],
    known_at: KnownAt,
) -> Result<Vec<Model>> {
    let select = Entity::known_at(known_at).order_by_asc(Column::Code);
    Rows { select, column: Column::RegionalNetworkId, keys: networks }.read(db).await
}

/// The sub-projects that belong to a strand on a day, as known at a moment.
pub async fn of_strand(
    db: &impl ConnectionTrait,
    strand: StrandId,
    then: (KnownAt, NaiveDate),
) -> Result<BTreeSet<SubProjectId>> {
    on_a_day(db, Column::StrandId.eq(strand), then).await
}

/// The sub-projects that belong to a regional network on a day, as known at a moment.
pub async fn of_network(
    db: &impl ConnectionTrait,
    network: RegionalNetworkId,
    then: (KnownAt, NaiveDate),
) -> Result<BTreeSet<SubProjectId>> {
    on_a_day(db, Column::RegionalNetworkId.eq(network), then).await
}

async fn on_a_day(
    db: &impl ConnectionTrait,
    belong: SimpleExpr,
    (known_at, day): (KnownAt, NaiveDate),
) -> Result<BTreeSet<SubProjectId>> {
    let members = Entity::as_of(known_at, day).filter(belong).select_only().column(Column::Id);
    Ok(members.into_tuple::<SubProjectId>().all(db).await?.into_iter().collect())
}

/// The sub-projects that these organisations run, by code.
pub async fn of_organisations(
    db: &impl ConnectionTrait,
    organisations: &[OrganisationId],
    known_at: KnownAt,
) -> Result<Vec<Model>> {
    let select = Entity::known_at(known_at).order_by_asc(Column::Code);
    Rows { select, column: Column::OrganisationId, keys: organisations }.read(db).await
}

/// What has held of these sub-projects, day after day, the oldest first.
pub async fn histories(
    db: &impl ConnectionTrait,
    ids: &[SubProjectId],
    known_at: KnownAt,
) -> Result<Vec<Model>> {
    let mut rows = Rows { select: Entity::history(known_at), column: Column::Id, keys: ids }.read(db).await?;
    rows.sort_by_key(|row| row.valid_from);
    Ok(rows)
}
