//! Queries of accounts.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    sea_query::Expr,
};

use super::{Column, Entity, Model};
use crate::{Error, Result, UserError, db, id::AccountId, rows::Rows};

/// The account with this address, shut ones too.
pub async fn by_email(db: &impl ConnectionTrait, email: &str) -> Result<Option<Model>> {
    Ok(Entity::find().filter(Column::Email.eq(email)).one(db).await?)
}

/// The account with this key, unless it is shut.
pub async fn open(db: &impl ConnectionTrait, id: AccountId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).filter(Column::DisabledAt.is_null()).one(db).await?)
}

/// Every account, by address.
pub async fn all(db: &impl ConnectionTrait) -> Result<Vec<Model>> {
    Ok(Entity::find().order_by_asc(Column::Email).all(db).await?)
}

/// The names of those with these addresses, by address.
pub async fn names(db: &impl ConnectionTrait, emails: &[String]) -> Result<HashMap<String, String>> {
    let rows = Rows { select: Entity::find(), column: Column::Email, keys: emails }.read(db).await?;
    Ok(rows.into_iter().map(|row| (row.email, row.name)).collect())
}

/// Adds an account.
pub async fn insert(tx: &DatabaseTransaction, account: Model) -> Result<()> {
    match Entity::insert(account.into_active_model()).exec_without_returning(tx).await {
        Ok(_) => Ok(()),
        Err(error) if db::is_duplicate(&error) => Err(Error::invalid(taken())),
        Err(error) => Err(error.into()),
    }
}

/// The mistake of an address that another account has.
pub fn taken() -> UserError {
    UserError::new("email-taken", "email")
}

/// Shuts an account, or opens it again.
pub async fn set_disabled(tx: &DatabaseTransaction, id: AccountId, at: Option<DateTime<Utc>>) -> Result<()> {
    set(tx, id, (Column::DisabledAt, Expr::value(at))).await
}

/// Gives an account another password.
pub async fn set_password_hash(tx: &DatabaseTransaction, id: AccountId, hash: String) -> Result<()> {
    set(tx, id, (Column::PasswordHash, Expr::value(hash))).await
}

async fn set(tx: &DatabaseTransaction, id: AccountId, (column, value): (Column, Expr)) -> Result<()> {
    Entity::update_many().col_expr(column, value).filter(Column::Id.eq(id)).exec(tx).await?;
    Ok(())
}
