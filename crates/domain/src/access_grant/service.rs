//! Granting and revoking: administrators only.

use chrono::Days;
use serde_json::json;

use super::{Grant, KIND, Model, NewGrant, rules, store};
use crate::{
    Domain, Error, Result, UserError, Viewer, account,
    audit::{self, Action, Entry},
    db,
    id::AccessGrantId,
};

/// Gives an account a right. It holds from the first day to the end of the last, by UTC.
///
/// # Errors
/// Mistakes in the input, unknown codes among them, all at once.
pub async fn grant(domain: &Domain, viewer: &Viewer, new: NewGrant) -> Result<AccessGrantId> {
    viewer.require_administrator()?;
    let mut mistakes = rules::check(&new);
    let email = account::email(&new.email).unwrap_or_default();
    let account = account::by_email(&domain.db, &email).await?;
    let network = match &new.network {
        Some((period, code)) => store::network(&domain.db, period, code).await?,
        None => None,
    };
    let sub_project = match &new.sub_project {
        Some(code) => store::sub_project(&domain.db, code).await?,
        None => None,
    };
    if account.is_none() {
        mistakes.push(UserError::new("account-unknown", "email").with_value(&new.email));
    }
    if let (Some((period, code)), None) = (&new.network, network) {
        mistakes.push(UserError::new("network-unknown", "network").with_value(format!("{period}/{code}")));
    }
    if let (Some(code), None) = (&new.sub_project, sub_project) {
        mistakes.push(UserError::new("sub-project-unknown", "subProject").with_value(code));
    }
    let Some(account) = account.filter(|_| mistakes.is_empty()) else {
        return Err(Error::Invalid(mistakes));
    };

    let grant = Model {
        id: AccessGrantId::fresh(),
        account_id: account.id,
        role: new.role.as_str().to_owned(),
        regional_network_id: network,
        sub_project_id: sub_project,
        valid_from: new.valid_from,
        valid_to: new.valid_to,
        granted_at: domain.clock.now(),
    };
    let id = grant.id;
    let entry = Entry {
        object_id: Some(id.to_string()),
        after: Some(json!({
            "account": email,
            "role": new.role.as_str(),
            "network": new.network.map(|(period, code)| format!("{period}/{code}")),
            "subProject": new.sub_project,
            "validFrom": new.valid_from,
            "validTo": new.valid_to,
        })),
        ..Entry::new(Action::Create, KIND, "right granted")
    };
    let tx = db::begin(&domain.db).await?;
    store::insert(&tx, grant).await?;
    audit::append(&tx, &domain.clock, viewer, vec![entry]).await?;
    tx.commit().await?;
    Ok(id)
}

/// Every grant, past and coming ones too.
pub async fn list(domain: &Domain, viewer: &Viewer) -> Result<Vec<Grant>> {
    viewer.require_administrator()?;
    store::all(&domain.db).await
}

/// Ends a grant at once: yesterday becomes its last day.
///
/// # Errors
/// [`Error::NotFound`] for an unknown key; `grant-ended` when it has ended before.
pub async fn revoke(domain: &Domain, viewer: &Viewer, id: AccessGrantId) -> Result<()> {
    viewer.require_administrator()?;
    let today = domain.clock.today();
    let yesterday = today.checked_sub_days(Days::new(1)).unwrap_or(today);
    let tx = db::begin(&domain.db).await?;
    let grant = store::by_id(&tx, id).await?.ok_or(Error::NotFound(KIND))?;
    if grant.valid_to.is_some_and(|last| last <= yesterday) {
        return Err(Error::invalid(UserError::new("grant-ended", "id")));
    }
    store::end(&tx, id, yesterday).await?;
    let entry = Entry {
        object_id: Some(id.to_string()),
        before: Some(json!({ "validTo": grant.valid_to })),
        after: Some(json!({ "validTo": yesterday })),
        ..Entry::new(Action::Change, KIND, "right revoked")
    };
    audit::append(&tx, &domain.clock, viewer, vec![entry]).await?;
    Ok(tx.commit().await?)
}
