//! Queries of the audit log.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, Order, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, Set,
    sea_query::{Expr, OnConflict},
};

use super::{Action, Column, Entity, Model, Page, Seal, head_entity};
use crate::{Error, Result, id::RequestId, rows::Rows};

/// The only row of the chain's head.
const HEAD: i32 = 1;

/// Where the chain ends.
pub async fn head(db: &impl ConnectionTrait) -> Result<Seal> {
    let head = head_entity::Entity::find_by_id(HEAD).one(db).await?;
    Ok(head.map_or_else(Seal::start, |head| Seal { position: head.position, hash: head.hash }))
}

/// Reads the end of the chain and keeps others from it until the transaction ends.
pub async fn lock_head(tx: &DatabaseTransaction) -> Result<Seal> {
    let Seal { position, hash } = Seal::start();
    let start = head_entity::ActiveModel { id: Set(HEAD), position: Set(position), hash: Set(hash) };
    head_entity::Entity::insert(start)
        .on_conflict(OnConflict::column(head_entity::Column::Id).do_nothing().to_owned())
        .exec_without_returning(tx)
        .await?;
    head_entity::Entity::update_many().col_expr(head_entity::Column::Id, Expr::value(HEAD)).exec(tx).await?;
    let head = head_entity::Entity::find_by_id(HEAD).one(tx).await?;
    let head = head.ok_or(Error::Inconsistent { table: "audit_head", column: "id" })?;
    Ok(Seal { position: head.position, hash: head.hash })
}

/// Moves the end of the chain.
pub async fn move_head(tx: &DatabaseTransaction, end: Seal) -> Result<()> {
    head_entity::Entity::update_many()
        .col_expr(head_entity::Column::Position, Expr::value(end.position))
        .col_expr(head_entity::Column::Hash, Expr::value(end.hash))
        .exec(tx)
        .await?;
    Ok(())
}

/// Adds an entry.
pub async fn insert(tx: &DatabaseTransaction, entry: Model) -> Result<()> {
    Entity::insert(entry.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

/// Some entries, in the order asked for.
pub async fn page(db: &impl ConnectionTrait, page: &Page) -> Result<Vec<Model>> {
    let (order, beyond) = match page.order {
        super::Order::NewestFirst => (Order::Desc, page.after.map(|after| Column::Position.lt(after))),
        super::Order::OldestFirst => (Order::Asc, page.after.map(|after| Column::Position.gt(after))),
    };
    let entries = Entity::find().order_by(Column::Position, order).limit(page.limit);
    Ok(match beyond {
        Some(beyond) => entries.filter(beyond).all(db).await?,
        None => entries.all(db).await?,
    })
}

/// Position of the last entry that tells of a change to what reports are made of; 0 without any.
pub async fn last_change(db: &impl ConnectionTrait) -> Result<i64> {
    const CHANGES: [Action; 4] = [Action::Create, Action::Change, Action::Import, Action::Withdraw];
    const ELSEWHERE: [&str; 5] = ["report_run", "report_edition", "account", "access_grant", "api_token"];
    let position: Option<i64> = Entity::find()
        .select_only()
        .column(Column::Position)
        .filter(Column::Action.is_in(CHANGES.map(<&str>::from)))
        .filter(Column::ObjectKind.is_not_in(ELSEWHERE))
        .order_by_desc(Column::Position)
        .into_tuple()
        .one(db)
        .await?;
    Ok(position.unwrap_or_default())
}

/// The object of a kind that somebody last did one of these things to, if any.
pub async fn last_object(
    db: &impl ConnectionTrait,
    (actor, kind): (&str, &str),
    actions: &[Action],
) -> Result<Option<String>> {
    let entry: Option<Option<String>> = Entity::find()
        .select_only()
        .column(Column::ObjectId)
        .filter(Column::Actor.eq(actor))
        .filter(Column::ObjectKind.eq(kind))
        .filter(Column::Action.is_in(actions.iter().map(|action| <&str>::from(*action))))
        .order_by_desc(Column::Position)
        .into_tuple()
        .one(db)
        .await?;
    Ok(entry.flatten())
}

/// How the log names those who made requests.
pub async fn actors(
    db: &impl ConnectionTrait,
    requests: BTreeSet<RequestId>,
) -> Result<HashMap<RequestId, String>> {
    let requests: Vec<RequestId> = requests.into_iter().collect();
    let rows = Rows { select: Entity::find(), column: Column::RequestId, keys: &requests }.read(db).await?;
    Ok(rows.into_iter().map(|row| (row.request_id, row.actor)).collect())
}

/// How often something was refused on one object since a moment.
pub async fn refusals(db: &impl ConnectionTrait, object: (&str, &str), since: DateTime<Utc>) -> Result<u64> {
    let refuse: &'static str = Action::Refuse.into();
    Ok(Entity::find()
        .filter(Column::ObjectKind.eq(object.0))
        .filter(Column::ObjectId.eq(object.1))
        .filter(Column::Action.eq(refuse))
        .filter(Column::At.gt(since))
        .count(db)
        .await?)
}
