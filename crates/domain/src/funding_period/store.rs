//! Reading funding periods. They are public, so nobody is asked for a viewer.

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Column, Entity, Model};
use crate::{Result, id::FundingPeriodId, rows::Rows};

/// All periods, the oldest first.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Model>> {
    Ok(Entity::find().order_by_asc(Column::StartsOn).all(db).await?)
}

/// The period with this code.
pub async fn by_code(db: &impl ConnectionTrait, code: &str) -> Result<Option<Model>> {
    Ok(Entity::find().filter(Column::Code.eq(code)).one(db).await?)
}

/// The periods with these keys, in no order.
pub async fn by_ids(db: &impl ConnectionTrait, ids: &[FundingPeriodId]) -> Result<Vec<Model>> {
    Rows { select: Entity::find(), column: Column::Id, keys: ids }.read(db).await
}

/// The period that runs on a day; the later one, should two overlap.
pub async fn running_on(db: &impl ConnectionTrait, day: NaiveDate) -> Result<Option<Model>> {
    let running = Entity::find().filter(Column::StartsOn.lte(day)).filter(Column::EndsOn.gte(day));
    Ok(running.order_by_desc(Column::StartsOn).one(db).await?)
}
