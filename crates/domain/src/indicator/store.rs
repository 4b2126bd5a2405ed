//! Reading the programme's indicators. What is counted is public, so nobody is asked for a viewer.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Column, Entity, Model, Programme};
use crate::{Result, Versioned, id::FundingPeriodId};

/// The definitions of a period as known at a moment, retired ones too, in the order in which they came.
pub async fn definitions(
    db: &impl ConnectionTrait,
    period: FundingPeriodId,
    known_at: Option<DateTime<Utc>>,
) -> Result<Vec<Model>> {
    let of_period = Entity::known_at(known_at).filter(Column::FundingPeriodId.eq(period));
    Ok(of_period.order_by_asc(Column::Bit).all(db).await?)
}

/// The indicators that a period counts by now.
pub async fn programme(db: &impl ConnectionTrait, period: FundingPeriodId) -> Result<Vec<Programme>> {
    let reported = definitions(db, period, None).await?.into_iter().filter(|row| !row.retired);
    reported.map(|row| row.programme()).collect()
}

/// Every version of one indicator, the latest first.
pub async fn versions(db: &impl ConnectionTrait, period: FundingPeriodId, code: &str) -> Result<Vec<Model>> {
    let versions = Entity::find().filter(Column::FundingPeriodId.eq(period)).filter(Column::Code.eq(code));
    Ok(versions.order_by_desc(Column::Version).all(db).await?)
}
