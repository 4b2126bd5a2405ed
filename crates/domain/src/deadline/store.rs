//! Reading deadlines. They are the same for everybody, so nobody is asked for a viewer.

use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter};

use super::{Column, Deadline, Entity, LeadTimes, Model, lead_entity, rules};
use crate::{Result, Versioned, funding_period, id::FundingPeriodId};

/// What was decided about deadlines of a period, as it holds now.
pub async fn decided(db: &impl ConnectionTrait, period: FundingPeriodId) -> Result<Vec<Model>> {
    Ok(Entity::current().filter(Column::FundingPeriodId.eq(period)).all(db).await?)
}

/// The lead times of a period, if any were set.
pub async fn lead(db: &impl ConnectionTrait, period: FundingPeriodId) -> Result<Option<lead_entity::Model>> {
    let of_period = lead_entity::Column::FundingPeriodId.eq(period);
    Ok(lead_entity::Entity::current().filter(of_period).one(db).await?)
}

/// The deadlines of a period, the earliest first.
pub async fn of(db: &impl ConnectionTrait, period: &funding_period::Model) -> Result<Vec<Deadline>> {
    let lead = lead(db, period.id).await?.as_ref().map(LeadTimes::from).unwrap_or_default();
    Ok(rules::of(period, &decided(db, period.id).await?, lead))
}
