//! Keeping sessions. One statement each, and nothing to audit: signing in and out is.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter,
    sea_query::Expr,
};
use sha2::{Digest, Sha256};

use super::{Column, Entity, Model, Session};
use crate::{Domain, Result, db, id::AccountId};

/// Keeps a new session: false when another has its secret.
pub async fn create(domain: &Domain, session: &Session) -> Result<bool> {
    let Session { secret, account_id, data, expires_at } = session.clone();
    let row = Model { id: hash(&secret), account_id, data, expires_at };
    match Entity::insert(row.into_active_model()).exec_without_returning(&domain.db).await {
        Ok(_) => Ok(true),
        Err(error) if db::is_duplicate(&error) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Keeps a session's new contents. One that was ended meanwhile stays ended.
pub async fn save(domain: &Domain, session: &Session) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::AccountId, Expr::value(session.account_id))
        .col_expr(Column::Data, Expr::value(session.data.as_str()))
        .col_expr(Column::ExpiresAt, Expr::value(session.expires_at))
        .filter(Column::Id.eq(hash(&session.secret)))
        .exec(&domain.db)
        .await?;
    Ok(())
}

/// The session with this secret, unless it has ended.
pub async fn load(domain: &Domain, secret: &str) -> Result<Option<Session>> {
    let row = Entity::find_by_id(hash(secret))
        .filter(Column::ExpiresAt.gt(domain.clock.now()))
        .one(&domain.db)
        .await?;
    Ok(row.map(|Model { id: _, account_id, data, expires_at }| Session {
        secret: secret.to_owned(),
        account_id,
        data,
        expires_at,
    }))
}

/// Ends a session.
pub async fn delete(domain: &Domain, secret: &str) -> Result<()> {
    Entity::delete_by_id(hash(secret)).exec(&domain.db).await?;
    Ok(())
}

/// Ends every session of an account.
pub async fn delete_of(tx: &DatabaseTransaction, account: AccountId) -> Result<()> {
    delete_where(tx, Column::AccountId.eq(account)).await?;
    Ok(())
}

/// Forgets sessions that have ended; tells how many.
pub async fn delete_expired(domain: &Domain) -> Result<u64> {
    delete_where(&domain.db, Column::ExpiresAt.lte(domain.clock.now())).await
}

async fn delete_where(db: &impl ConnectionTrait, which: Expr) -> Result<u64> {
    Ok(Entity::delete_many().filter(which).exec(db).await?.rows_affected)
}

fn hash(secret: &str) -> String {
    hex::encode(Sha256::digest(secret))
}
