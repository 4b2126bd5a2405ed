//! Signing in and out, and what a signed-in account may do.

use chrono::TimeDelta;
use sea_orm::ConnectionTrait;

use super::{KIND, password, rules, store};
use crate::{
    Actor, Clock, Domain, Error, Result, UserError, Viewer, access_grant,
    audit::{self, Action, Entry},
    db,
    id::AccountId,
};

/// After so many refusals within [`REFUSALS_WINDOW`] an address has to wait.
pub const REFUSALS_ALLOWED: u64 = 5;

/// How long a refusal counts against an address.
pub const REFUSALS_WINDOW: TimeDelta = TimeDelta::minutes(15);

/// Signs an account in. Success and refusal are audited.
///
/// # Errors
/// `sign-in-refused` for an unknown address, a shut account and a wrong password alike; `sign-in-throttled` once an
/// address was refused too often.
pub async fn sign_in(domain: &Domain, email: &str, password: String) -> Result<Viewer> {
    let email = rules::email(email);
    refuse_throttled(&domain.db, &domain.clock, email.as_deref()).await?;
    let account = match &email {
        Some(email) => store::by_email(&domain.db, email).await?.filter(|found| found.disabled_at.is_none()),
        None => None,
    };
    let stored = account.as_ref().map(|account| account.password_hash.clone());
    let fits = password::fits(password, stored).await?;

    let tx = db::begin(&domain.db).await?;
    // From here on one attempt waits for the other, so that attempts made at once cannot pass the limit together.
    audit::lock_head(&tx).await?;
    refuse_throttled(&tx, &domain.clock, email.as_deref()).await?;
    let viewer = match account.filter(|_| fits) {
        Some(account) => match viewer_on(&tx, &domain.clock, account.id).await {
            Err(Error::Unauthenticated) => None,
            viewer => Some(viewer?),
        },
        None => None,
    };
    let (action, purpose) = match viewer {
        Some(_) => (Action::SignIn, "sign-in"),
        None => (Action::Refuse, "sign-in refused"),
    };
    // What is no address may be a password typed into the wrong field: it is not written down.
    let entry = Entry { object_id: email, ..Entry::new(action, KIND, purpose) };
    let actor = viewer.clone().unwrap_or_else(Viewer::public);
    audit::append(&tx, &domain.clock, &actor, vec![entry]).await?;
    tx.commit().await?;
    viewer.ok_or_else(|| Error::invalid(UserError::new("sign-in-refused", "password")))
}

/// Writes down that somebody signed out; ending the session is up to whoever keeps it.
pub async fn sign_out(domain: &Domain, viewer: &Viewer) -> Result<()> {
    let Actor::Account { email, .. } = &viewer.actor else { return Err(Error::Unauthenticated) };
    let entry = Entry { object_id: Some(email.clone()), ..Entry::new(Action::SignOut, KIND, "sign-out") };
    audit::record(domain, viewer, entry).await
}

/// An account with the rights it has today.
///
/// # Errors
/// [`Error::Unauthenticated`] when there is no such account or it is shut.
pub async fn viewer_of(domain: &Domain, id: AccountId) -> Result<Viewer> {
    viewer_on(&domain.db, &domain.clock, id).await
}

/// [`viewer_of`] inside a transaction.
pub async fn viewer_on(db: &impl ConnectionTrait, clock: &Clock, id: AccountId) -> Result<Viewer> {
    let account = store::open(db, id).await?.ok_or(Error::Unauthenticated)?;
    let rights = access_grant::rights_of(db, id, clock.today()).await?;
    let actor = Actor::Account { id, email: account.email, name: account.name };
    Ok(Viewer::account(actor, rights.roles, rights.read, rights.write))
}

async fn refuse_throttled(db: &impl ConnectionTrait, clock: &Clock, email: Option<&str>) -> Result<()> {
    let Some(email) = email else { return Ok(()) };
    if audit::refusals(db, (KIND, email), clock.now() - REFUSALS_WINDOW).await? < REFUSALS_ALLOWED {
        return Ok(());
    }
    Err(Error::invalid(UserError::new("sign-in-throttled", "email")))
}
