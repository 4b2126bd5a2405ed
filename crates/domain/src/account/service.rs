//! Keeping accounts: administrators only.

use sea_orm::DatabaseTransaction;
use serde_json::json;

use super::{Account, KIND, Model, NewAccount, password, rules, store};
use crate::{
    Domain, Error, Result, Viewer, api_token,
    audit::{self, Action, Entry},
    db,
    id::AccountId,
    session,
};

/// Makes an account. It has no rights until some are granted.
///
/// # Errors
/// Mistakes in the input, all at once; an address that is taken.
pub async fn add(domain: &Domain, viewer: &Viewer, new: NewAccount) -> Result<AccountId> {
    viewer.require_administrator()?;
    let mut mistakes = rules::check(&new);
    let email = rules::email(&new.email).unwrap_or_default();
    if store::by_email(&domain.db, &email).await?.is_some() {
        mistakes.push(store::taken());
    }
    if !mistakes.is_empty() {
        return Err(Error::Invalid(mistakes));
    }
    let account = Model {
        id: AccountId::fresh(),
        email,
        name: new.name.trim().to_owned(),
        password_hash: password::hash(new.password).await?,
        created_at: domain.clock.now(),
        disabled_at: None,
    };
    let id = account.id;
    let entry = Entry {
        object_id: Some(account.email.clone()),
        after: Some(json!({ "name": account.name })),
        ..Entry::new(Action::Create, KIND, "account added")
    };
    let tx = db::begin(&domain.db).await?;
    store::insert(&tx, account).await?;
    audit::append(&tx, &domain.clock, viewer, vec![entry]).await?;
    tx.commit().await?;
    Ok(id)
}

/// Every account, by address.
pub async fn list(domain: &Domain, viewer: &Viewer) -> Result<Vec<Account>> {
    viewer.require_administrator()?;
    Ok(store::all(&domain.db).await?.into_iter().map(Account::from).collect())
}

/// Shuts an account: nobody signs in with it, its sessions end and its tokens are withdrawn.
///
/// # Errors
/// [`Error::NotFound`] when no account has the address.
pub async fn disable(domain: &Domain, viewer: &Viewer, email: &str) -> Result<()> {
    viewer.require_administrator()?;
    let tx = db::begin(&domain.db).await?;
    let account = find(&tx, email).await?;
    let now = domain.clock.now();
    store::set_disabled(&tx, account.id, Some(now)).await?;
    session::delete_of(&tx, account.id).await?;
    api_token::revoke_all_of(&tx, account.id, now).await?;
    finish(domain, viewer, tx, changed(&account, "account disabled")).await
}

/// Opens a shut account again.
///
/// # Errors
/// [`Error::NotFound`] when no account has the address.
pub async fn enable(domain: &Domain, viewer: &Viewer, email: &str) -> Result<()> {
    viewer.require_administrator()?;
    let tx = db::begin(&domain.db).await?;
    let account = find(&tx, email).await?;
    store::set_disabled(&tx, account.id, None).await?;
    finish(domain, viewer, tx, changed(&account, "account enabled")).await
}

/// Gives an account another password and ends its sessions.
///
/// # Errors
/// [`Error::NotFound`] when no account has the address; a password of the wrong length.
pub async fn set_password(domain: &Domain, viewer: &Viewer, email: &str, new: String) -> Result<()> {
    viewer.require_administrator()?;
    if let Some(mistake) = rules::check_password(&new) {
        return Err(Error::invalid(mistake));
    }
    let hash = password::hash(new).await?;
    let tx = db::begin(&domain.db).await?;
    let account = find(&tx, email).await?;
    store::set_password_hash(&tx, account.id, hash).await?;
    session::delete_of(&tx, account.id).await?;
    finish(domain, viewer, tx, changed(&account, "password set")).await
}

async fn find(tx: &DatabaseTransaction, email: &str) -> Result<Model> {
    let email = rules::email(email).unwrap_or_default();
    store::by_email(tx, &email).await?.ok_or(Error::NotFound(KIND))
}

fn changed(account: &Model, purpose: &str) -> Entry {
    Entry { object_id: Some(account.email.clone()), ..Entry::new(Action::Change, KIND, purpose) }
}

async fn finish(domain: &Domain, viewer: &Viewer, tx: DatabaseTransaction, entry: Entry) -> Result<()> {
    audit::append(&tx, &domain.clock, viewer, vec![entry]).await?;
    Ok(tx.commit().await?)
}
