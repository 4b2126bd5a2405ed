//! Reading counting profiles. What a period counts by is public, so nobody is asked for a viewer.

use chrono::{DateTime, Utc};
use counting::Profile;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QueryTrait};

use super::{Column, Entity, Model};
use crate::{Result, id::FundingPeriodId, recount::Recounts};

/// What figures of a period as known at a moment follow; `None` means its latest profile, also while a recount by it is
/// open. Before its first profile, and without any, a period counts by the default.
pub async fn profile_of(
    db: &impl ConnectionTrait,
    funding_period_id: FundingPeriodId,
    known_at: Option<DateTime<Utc>>,
) -> Result<Profile> {
    let known_at = match known_at {
        None => None,
        at => Recounts::of(db, funding_period_id).await?.moment(at),
    };
    let latest = Entity::find()
        .filter(Column::FundingPeriodId.eq(funding_period_id))
        .apply_if(known_at, |all, at| all.filter(Column::ValidFrom.lte(at)))
        .order_by_desc(Column::Version)
        .one(db)
        .await?;
    latest.map_or_else(|| Ok(Profile::default()), |row| Profile::try_from(&row))
}

/// Every version of a period's profile, the latest first.
pub async fn versions(db: &impl ConnectionTrait, period: FundingPeriodId) -> Result<Vec<Model>> {
    let versions = Entity::find().filter(Column::FundingPeriodId.eq(period));
    Ok(versions.order_by_desc(Column::Version).all(db).await?)
}
