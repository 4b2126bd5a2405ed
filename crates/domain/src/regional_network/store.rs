//! Reading regional networks and their districts. They are public, so nobody is asked for a viewer.
//! `known_at` shows what was known at that moment; `None` means now.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, QueryOrder};

use super::{Column, Entity, Model, district_entity};
use crate::{
    Result, Versioned,
    id::{FundingPeriodId, OrganisationId, RegionalNetworkId},
    rows::Rows,
};

type KnownAt = Option<DateTime<Utc>>;

/// The regional networks of these periods, by code.
pub async fn of_periods(
    db: &impl ConnectionTrait,
    periods: &[FundingPeriodId],
    known_at: KnownAt,
) -> Result<Vec<Model>> {
    let select = Entity::known_at(known_at).order_by_asc(Column::Code);
    Rows { select, column: Column::FundingPeriodId, keys: periods }.read(db).await
}

/// The regional networks with these keys, in no order.
pub async fn by_ids(
    db: &impl ConnectionTrait,
    ids: &[RegionalNetworkId],
    known_at: KnownAt,
) -> Result<Vec<Model>> {
    Rows { select: Entity::known_at(known_at), column: Column::Id, keys: ids }.read(db).await
}

/// The regional networks that these organisations coordinate, by code.
pub async fn coordinated_by(
    db: &impl ConnectionTrait,
    organisations: &[OrganisationId],
    known_at: KnownAt,
) -> Result<Vec<Model>> {
    let select = Entity::known_at(known_at).order_by_asc(Column::Code);
    Rows { select, column: Column::CoordinatorId, keys: organisations }.read(db).await
}

/// The districts of these regional networks, by AGS.
pub async fn districts_of(
    db: &impl ConnectionTrait,
    networks: &[RegionalNetworkId],
    known_at: KnownAt,
) -> Result<Vec<district_entity::Model>> {
    let select = district_entity::Entity::known_at(known_at).order_by_asc(district_entity::Column::Ags);
    Rows { select, column: district_entity::Column::RegionalNetworkId, keys: networks }.read(db).await
}

/// The districts of all regional networks of these periods, by AGS.
pub async fn districts_in_periods(
    db: &impl ConnectionTrait,
    periods: &[FundingPeriodId],
    known_at: KnownAt,
) -> Result<Vec<district_entity::Model>> {
    let select = district_entity::Entity::known_at(known_at).order_by_asc(district_entity::Column::Ags);
    Rows { select, column: district_entity::Column::FundingPeriodId, keys: periods }.read(db).await
}

/// The memberships of these districts (AGS), in any period.
pub async fn memberships_of(
    db: &impl ConnectionTrait,
    ags: &[String],
    known_at: KnownAt,
) -> Result<Vec<district_entity::Model>> {
    let select = district_entity::Entity::known_at(known_at);
    Rows { select, column: district_entity::Column::Ags, keys: ags }.read(db).await
}
