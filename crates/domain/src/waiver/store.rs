//! Reading waivers.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, Select};

use super::{Column, Entity, Model};
use crate::{Result, Scope, id::FundingPeriodId};

/// The waivers whose unit the scope holds whole.
fn visible_to(scope: &Scope) -> Select<Entity> {
    Entity::find().filter(scope.unit_condition(Column::RegionalNetworkId, Column::SubProjectId))
}

/// The waivers of a period in force at a moment, none meaning now, that lie in the scope; by rule and subject.
pub(crate) async fn in_force(
    db: &impl ConnectionTrait,
    (scope, period): (&Scope, FundingPeriodId),
    known_at: Option<DateTime<Utc>>,
) -> Result<Vec<Model>> {
    let mut holds = Condition::any().add(Column::RevokedAt.is_null());
    let mut select = visible_to(scope).filter(Column::FundingPeriodId.eq(period));
    if let Some(at) = known_at {
        holds = holds.add(Column::RevokedAt.gt(at));
        select = select.filter(Column::WaivedAt.lte(at));
    }
    let select = select.filter(holds).order_by_asc(Column::Rule).order_by_asc(Column::Subject);
    Ok(select.order_by_asc(Column::Id).all(db).await?)
}
