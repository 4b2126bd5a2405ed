//! Making, using and withdrawing tokens.

use serde_json::json;

use super::{KIND, Model, NewToken, Token, rules, secret, store};
use crate::{
    Domain, Error, Result, UserError, Viewer, account,
    audit::{self, Action, Entry},
    db,
    id::ApiTokenId,
};

/// A new token with its secret, which is shown once and cannot be had again.
#[derive(Clone)]
pub struct Created {
    /// Its key.
    pub id: ApiTokenId,
    /// What goes into `Authorization: Bearer`.
    pub secret: String,
}

/// Makes a token: for oneself, or as an administrator for anybody.
///
/// # Errors
/// Mistakes in the input, all at once. To those who are no administrators, other people's accounts are unknown.
pub async fn create(domain: &Domain, viewer: &Viewer, new: NewToken) -> Result<Created> {
    if viewer.is_anonymous() {
        return Err(Error::Unauthenticated);
    }
    let now = domain.clock.now();
    let mut mistakes = rules::check(&new, now);
    let email = account::email(&new.email).unwrap_or_default();
    let account = account::by_email(&domain.db, &email)
        .await?
        .filter(|found| found.disabled_at.is_none())
        .filter(|found| viewer.is_administrator() || viewer.account_id() == Some(found.id));
    if account.is_none() {
        mistakes.push(UserError::new("account-unknown", "email").with_value(&new.email));
    }
    let Some(account) = account.filter(|_| mistakes.is_empty()) else {
        return Err(Error::Invalid(mistakes));
    };

    let created = Created { id: ApiTokenId::fresh(), secret: secret::fresh()? };
    let token = Model {
        id: created.id,
        account_id: account.id,
        name: new.name.trim().to_owned(),
        token_hash: secret::hash(&created.secret),
        created_at: now,
        expires_at: new.expires_at,
        revoked_at: None,
    };
    let entry = Entry {
        object_id: Some(created.id.to_string()),
        after: Some(json!({ "account": email, "name": token.name, "expiresAt": token.expires_at })),
        ..Entry::new(Action::Create, KIND, "token created")
    };
    let tx = db::begin(&domain.db).await?;
    store::insert(&tx, token).await?;
    audit::append(&tx, &domain.clock, viewer, vec![entry]).await?;
    tx.commit().await?;
    Ok(created)
}

/// Who is behind a token, with the rights of today.
///
/// # Errors
/// [`Error::Unauthenticated`] for an unknown, ended or withdrawn token and for a shut account alike.
pub async fn authenticate(domain: &Domain, secret: &str) -> Result<Viewer> {
    let token = store::valid_unscoped(&domain.db, &secret::hash(secret), domain.clock.now()).await?;
    let token = token.ok_or(Error::Unauthenticated)?;
    account::viewer_of(domain, token.account_id).await
}

/// The tokens of the viewer; administrators see everybody's.
pub async fn list(domain: &Domain, viewer: &Viewer) -> Result<Vec<Token>> {
    if viewer.is_anonymous() {
        return Err(Error::Unauthenticated);
    }
    store::all(&domain.db, viewer).await
}

/// Withdraws a token. Withdrawing it again changes nothing.
///
/// # Errors
/// [`Error::NotFound`] for an unknown key and for somebody else's token alike.
pub async fn revoke(domain: &Domain, viewer: &Viewer, id: ApiTokenId) -> Result<()> {
    if viewer.is_anonymous() {
        return Err(Error::Unauthenticated);
    }
    let tx = db::begin(&domain.db).await?;
    let token = store::by_id(&tx, viewer, id).await?.ok_or(Error::NotFound(KIND))?;
    if token.revoked_at.is_some() {
        return Ok(());
    }
    store::revoke(&tx, id, domain.clock.now()).await?;
    let entry = Entry {
        object_id: Some(id.to_string()),
        before: Some(json!({ "name": token.name })),
        ..Entry::new(Action::Change, KIND, "token revoked")
    };
    audit::append(&tx, &domain.clock, viewer, vec![entry]).await?;
    Ok(tx.commit().await?)
}
