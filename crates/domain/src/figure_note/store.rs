//! Reading notes.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, Select};

use super::{Column, Entity, Model};
use crate::{Result, Scope, id::FundingPeriodId};

/// The notes on figures of units the scope covers whole that stand at a moment, none meaning now; by when they were
/// written.
pub fn visible_to(scope: &Scope, known_at: Option<DateTime<Utc>>) -> Select<Entity> {
    let mut stands = Condition::any().add(Column::WithdrawnAt.is_null());
    let mut written = Condition::all();
    if let Some(at) = known_at {
        stands = stands.add(Column::WithdrawnAt.gt(at));
        written = written.add(Column::WrittenAt.lte(at));
    }
    Entity::find()
        .filter(scope.unit_condition(Column::RegionalNetworkId, Column::SubProjectId))
        .filter(stands)
        .filter(written)
        .order_by_asc(Column::WrittenAt)
        .order_by_asc(Column::Id)
}

/// The notes of a period that stand at a moment, none meaning now, on whatever figures. Unscoped.
pub async fn of_period(
    db: &impl ConnectionTrait,
    (period, known_at): (FundingPeriodId, Option<DateTime<Utc>>),
) -> Result<Vec<Model>> {
    let all = visible_to(&Scope::All, known_at).filter(Column::FundingPeriodId.eq(period));
    Ok(all.all(db).await?)
}
