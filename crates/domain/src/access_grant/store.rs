//! Queries of grants.

use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, JoinType,
    QueryFilter, QueryOrder, QuerySelect, RelationDef,
    sea_query::{Expr, ExprTrait, IntoCondition},
};

use super::{
    Column, Entity, Grant, Model,
    rights::{Given, Rights, rights},
};
use crate::{
    Error, Result, Role, Versioned, account, funding_period,
    id::{AccessGrantId, AccountId, RegionalNetworkId, SubProjectId},
    regional_network, sub_project,
};

/// What an account's grants give on a day.
pub async fn rights_of(db: &impl ConnectionTrait, account: AccountId, day: NaiveDate) -> Result<Rights> {
    type Row = (String, Option<RegionalNetworkId>, Option<SubProjectId>, Option<SubProjectId>);
    let rows: Vec<Row> = Entity::find()
        .join(JoinType::LeftJoin, members(day))
        .filter(Column::AccountId.eq(account))
        .filter(Column::ValidFrom.lte(day))
        .filter(Condition::any().add(Column::ValidTo.is_null()).add(Column::ValidTo.gte(day)))
        .select_only()
        .column(Column::Role)
        .column(Column::RegionalNetworkId)
        .column(sub_project::Column::Id)
        .column(Column::SubProjectId)
        .into_tuple()
        .all(db)
        .await?;
    let given = rows.into_iter().map(|(role, network, member, sub_project)| {
        Ok(Given { role: parse(&role)?, network, member, sub_project })
    });
    Ok(rights(&given.collect::<Result<Vec<_>>>()?))
}

/// Every grant, by address and first day.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Grant>> {
    let account = Entity::belongs_to(account::Entity).from(Column::AccountId).to(account::Column::Id).into();
    let network = Entity::belongs_to(regional_network::Entity)
        .from(Column::RegionalNetworkId)
        .to(regional_network::Column::Id)
        .on_condition(|_, _| {
            <regional_network::Entity as Versioned>::SUPERSEDED_AT.is_null().into_condition()
        })
        .into();
    let period = regional_network::Entity::belongs_to(funding_period::Entity)
        .from(regional_network::Column::FundingPeriodId)
        .to(funding_period::Column::Id)
        .into();
    let sub_project = Entity::belongs_to(sub_project::Entity)
        .from(Column::SubProjectId)
        .to(sub_project::Column::Id)
        .on_condition(|_, _| {
            let current = <sub_project::Entity as Versioned>::SUPERSEDED_AT.is_null();
            current.and(sub_project::Column::ValidUntil.is_null()).into_condition()
        })
        .into();
    Ok(Entity::find()
        .join(JoinType::InnerJoin, account)
        .join(JoinType::LeftJoin, network)
        .join(JoinType::LeftJoin, period)
        .join(JoinType::LeftJoin, sub_project)
        .select_only()
        .columns([Column::Id, Column::Role, Column::ValidFrom, Column::ValidTo])
        .column(account::Column::Email)
        .column_as(funding_period::Column::Code, "period")
        .column_as(regional_network::Column::Code, "network")
        .column_as(sub_project::Column::Code, "sub_project")
        .order_by_asc(account::Column::Email)
        .order_by_asc(Column::ValidFrom)
        .order_by_asc(Column::Id)
        .into_model()
        .all(db)
        .await?)
}

/// One grant.
pub async fn by_id(db: &impl ConnectionTrait, id: AccessGrantId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).one(db).await?)
}

/// Adds a grant.
pub async fn insert(tx: &DatabaseTransaction, grant: Model) -> Result<()> {
    Entity::insert(grant.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

/// Gives a grant its last day.
pub async fn end(tx: &DatabaseTransaction, id: AccessGrantId, last: NaiveDate) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::ValidTo, Expr::value(last))
        .filter(Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

/// The regional network with this code in the period with that code.
pub async fn network(
    db: &impl ConnectionTrait,
    period: &str,
    code: &str,
) -> Result<Option<RegionalNetworkId>> {
    let Some(period) =
        funding_period::Entity::find().filter(funding_period::Column::Code.eq(period)).one(db).await?
    else {
        return Ok(None);
    };
    let network = regional_network::Entity::current()
        .filter(regional_network::Column::FundingPeriodId.eq(period.id))
        .filter(regional_network::Column::Code.eq(code))
        .one(db)
        .await?;
    Ok(network.map(|network| network.id))
}

/// The sub-project with this code.
pub async fn sub_project(db: &impl ConnectionTrait, code: &str) -> Result<Option<SubProjectId>> {
    let found = sub_project::Entity::current().filter(sub_project::Column::Code.eq(code)).one(db).await?;
    Ok(found.map(|found| found.id))
}

fn parse(role: &str) -> Result<Role> {
    role.parse().map_err(|_| Error::Inconsistent { table: "access_grant", column: "role" })
}

/// From a grant to the sub-projects that belong to its network on a day.
fn members(day: NaiveDate) -> RelationDef {
    Entity::belongs_to(sub_project::Entity)
        .from(Column::RegionalNetworkId)
        .to(sub_project::Column::RegionalNetworkId)
        .on_condition(move |_, _| {
            let current = <sub_project::Entity as Versioned>::SUPERSEDED_AT.is_null();
            sub_project::Entity::holds_on(day).add(current)
        })
        .into()
}
