//! Queries of tokens.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, JoinType,
    QueryFilter, QueryOrder, QuerySelect, Select, sea_query::Expr,
};

use super::{Column, Entity, Model, Token};
use crate::{
    Result, Viewer, account,
    id::{AccountId, ApiTokenId},
};

/// The tokens a viewer may see: their own; administrators see all.
fn visible_to(viewer: &Viewer) -> Select<Entity> {
    let visible = match viewer.account_id() {
        _ if viewer.is_administrator() => Condition::all(),
        Some(own) => Condition::all().add(Column::AccountId.eq(own)),
        None => Condition::any(),
    };
    Entity::find().filter(visible)
}

/// The tokens a viewer may see, by address and age.
pub async fn all(db: &impl ConnectionTrait, viewer: &Viewer) -> Result<Vec<Token>> {
    let account = Entity::belongs_to(account::Entity).from(Column::AccountId).to(account::Column::Id).into();
    Ok(visible_to(viewer)
        .join(JoinType::InnerJoin, account)
        .select_only()
        .columns([Column::Id, Column::Name, Column::CreatedAt, Column::ExpiresAt, Column::RevokedAt])
        .column(account::Column::Email)
        .order_by_asc(account::Column::Email)
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id)
        .into_model()
        .all(db)
        .await?)
}

/// A token the viewer may see.
pub async fn by_id(db: &impl ConnectionTrait, viewer: &Viewer, id: ApiTokenId) -> Result<Option<Model>> {
    Ok(visible_to(viewer).filter(Column::Id.eq(id)).one(db).await?)
}

/// The token with this hash, if it is valid now. Whoever knows the secret may see it: nobody else is asked.
pub async fn valid_unscoped(
    db: &impl ConnectionTrait,
    hash: &str,
    now: DateTime<Utc>,
) -> Result<Option<Model>> {
    Ok(Entity::find()
        .filter(Column::TokenHash.eq(hash))
        .filter(Column::RevokedAt.is_null())
        .filter(Column::ExpiresAt.gt(now))
        .one(db)
        .await?)
}

/// Adds a token.
pub async fn insert(tx: &DatabaseTransaction, token: Model) -> Result<()> {
    Entity::insert(token.into_active_model()).exec_without_returning(tx).await?;
    Ok(())
}

/// Withdraws a token.
pub async fn revoke(tx: &DatabaseTransaction, id: ApiTokenId, at: DateTime<Utc>) -> Result<()> {
    revoke_where(tx, Column::Id.eq(id), at).await
}

/// Withdraws every token of an account.
pub async fn revoke_all_of(tx: &DatabaseTransaction, account: AccountId, at: DateTime<Utc>) -> Result<()> {
    revoke_where(tx, Column::AccountId.eq(account), at).await
}

async fn revoke_where(tx: &DatabaseTransaction, which: Expr, at: DateTime<Utc>) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::RevokedAt, Expr::value(at))
        .filter(which)
        .filter(Column::RevokedAt.is_null())
        .exec(tx)
        .await?;
    Ok(())
}
