//! Reading strands and who pays for them. They are public, so nobody is asked for a viewer.

use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder};

use super::{Column, Entity, Model, funding_entity};
use crate::{
    Result,
    id::{FundingPeriodId, StrandId},
    rows::Rows,
};

/// The strands of these periods, by code.
pub async fn of_periods(db: &impl ConnectionTrait, periods: &[FundingPeriodId]) -> Result<Vec<Model>> {
    let select = Entity::find().order_by_asc(Column::Code);
    Rows { select, column: Column::FundingPeriodId, keys: periods }.read(db).await
}

/// The strands with these keys, in no order.
pub async fn by_ids(db: &impl ConnectionTrait, ids: &[StrandId]) -> Result<Vec<Model>> {
    Rows { select: Entity::find(), column: Column::Id, keys: ids }.read(db).await
}

/// Who pays for these strands, in no order.
pub async fn funders_of(
    db: &impl ConnectionTrait,
    strands: &[StrandId],
) -> Result<Vec<funding_entity::Model>> {
    let select = funding_entity::Entity::find();
    Rows { select, column: funding_entity::Column::StrandId, keys: strands }.read(db).await
}
