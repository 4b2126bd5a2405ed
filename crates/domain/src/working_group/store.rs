//! Reading working groups. They are public, so nobody is asked for a viewer.

use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder};

use super::{Column, Entity, Model};
use crate::{Result, id::FundingPeriodId, rows::Rows};

/// The working groups of these periods, by code.
pub async fn of_periods(db: &impl ConnectionTrait, periods: &[FundingPeriodId]) -> Result<Vec<Model>> {
    let select = Entity::find().order_by_asc(Column::Code);
    Rows { select, column: Column::FundingPeriodId, keys: periods }.read(db).await
}
