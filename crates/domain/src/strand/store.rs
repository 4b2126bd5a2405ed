//! Reading strands and who pays for them. They are public, so nobody is asked for a viewer.

use std::collections::HashSet;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Column, Entity, Model, funding_entity};
use crate::{
    Result,
    id::{FundingPeriodId, StrandId},
    institution,
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

/// The strand of a period with this code.
pub async fn by_code(
    db: &impl ConnectionTrait,
    (period, code): (FundingPeriodId, &str),
) -> Result<Option<Model>> {
    let strand = Entity::find().filter(Column::FundingPeriodId.eq(period)).filter(Column::Code.eq(code));
    Ok(strand.one(db).await?)
}

/// Who pays for these strands, in no order.
pub async fn funders_of(
    db: &impl ConnectionTrait,
    strands: &[StrandId],
) -> Result<Vec<funding_entity::Model>> {
    let select = funding_entity::Entity::find();
    Rows { select, column: funding_entity::Column::StrandId, keys: strands }.read(db).await
}

/// Codes of the institutions whose money makes a strand owe the indicators of the European Social Fund.
const SOCIAL_FUND: [&str; 2] = ["ESF", "ESF_PLUS"];

/// The strands that the European Social Fund co-finances.
pub async fn co_financed(db: &impl ConnectionTrait) -> Result<HashSet<StrandId>> {
    let funds =
        institution::Entity::find().filter(institution::Column::Code.is_in(SOCIAL_FUND)).all(db).await?;
    let funds = funds.into_iter().map(|fund| fund.id);
    let links = funding_entity::Entity::find().filter(funding_entity::Column::InstitutionId.is_in(funds));
    Ok(links.all(db).await?.into_iter().map(|link| link.strand_id).collect())
}
