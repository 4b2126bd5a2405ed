//! Reading offer types. They are public, so nobody is asked for a viewer.

use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder};

use super::{Column, Entity, Model, period_entity};
use crate::{
    Result,
    id::{FundingPeriodId, OfferTypeId},
    rows::Rows,
};

/// All offer types, by code.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Model>> {
    Ok(Entity::find().order_by_asc(Column::Code).all(db).await?)
}

/// The offer types with these keys, in no order.
pub async fn by_ids(db: &impl ConnectionTrait, ids: &[OfferTypeId]) -> Result<Vec<Model>> {
    Rows { select: Entity::find(), column: Column::Id, keys: ids }.read(db).await
}

/// Which offer types are valid in these periods, in no order.
pub async fn valid_in(
    db: &impl ConnectionTrait,
    periods: &[FundingPeriodId],
) -> Result<Vec<period_entity::Model>> {
    let select = period_entity::Entity::find();
    Rows { select, column: period_entity::Column::FundingPeriodId, keys: periods }.read(db).await
}

/// In which periods these offer types are valid, in no order.
pub async fn periods_of(db: &impl ConnectionTrait, ids: &[OfferTypeId]) -> Result<Vec<period_entity::Model>> {
    let select = period_entity::Entity::find();
    Rows { select, column: period_entity::Column::OfferTypeId, keys: ids }.read(db).await
}
