//! Changing what a period counts by: administrators only. The period is counted again.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use counting::UnknownChoice;
use sea_orm::{EntityTrait, IntoActiveModel};
use serde_json::json;

use super::{Entity, Model, rules, store};
use crate::{
    Domain, Error, Result, UserError, Viewer,
    audit::{self, Action, Entry},
    fact::{self, Cause},
    free_text, funding_period,
    id::CountingProfileId,
    indicator::{self, RulebookKind},
    reason,
    recount::{self, Order},
};

/// Choices to change.
#[derive(Clone, Debug)]
pub struct ProfileChange {
    /// Code of the funding period.
    pub period: String,
    /// Keys of `counting::Profile::SETTABLE` with the new values.
    pub choices: Vec<(String, String)>,
    /// Why; kept with the version and in the audit log.
    pub reason: String,
}

/// Puts a new version of a period's profile into force and has the period counted again by it.
///
/// # Errors
/// All mistakes at once: keys and values that no profile has, a key twice, no change at all, no reason.
pub async fn set(domain: &Domain, viewer: &Viewer, change: &ProfileChange) -> Result<Model> {
    viewer.require_administrator()?;
    let (tx, at) = fact::lock::begin_rules(domain).await?;
    let period = indicator::period_of(&tx, &change.period).await?;
    let before = store::profile_of(&tx, period.id, None).await?;
    let mut mistakes = Vec::new();
    let mut profile = before;
    let mut seen = BTreeSet::new();
    for (key, value) in &change.choices {
        if !seen.insert(key) {
            mistakes.push(UserError::new("profile-key-twice", "choices").with_value(key));
        }
        match profile.with(key, value) {
            Ok(changed) => profile = changed,
            Err(unknown) => mistakes.push(mistake(&unknown)),
        }
    }
    if mistakes.is_empty() && profile == before {
        mistakes.push(UserError::new("profile-unchanged", "choices"));
    }
    mistakes.extend(reason::mistake(&change.reason));
    if !mistakes.is_empty() {
        return Err(Error::Invalid(mistakes));
    }
    let reason = free_text::kept(&change.reason).into_owned();
    let row = Model {
        id: CountingProfileId::fresh(),
        funding_period_id: period.id,
        version: i32::from(before.version) + 1,
        choices: rules::stored(&profile),
        valid_from: at,
        recorded_by: Some(viewer.request_id),
        reason: Some(reason.clone()),
    };
    Entity::insert(row.clone().into_active_model()).exec_without_returning(&tx).await?;
    let order = Order {
        period: period.id,
        cause: Cause::Profile,
        kinds: vec![RulebookKind::Law],
        reason: Some(reason.clone()),
    };
    recount::order((&tx, at), viewer, order).await?;
    let entry = Entry {
        object_id: Some(period.code),
        before: Some(json!(rules::stored(&before))),
        after: Some(json!({ "choices": row.choices, "version": row.version, "reason": reason })),
        ..Entry::new(Action::Change, "counting_profile", "counting profile changed")
    };
    audit::append(&tx, &domain.clock, viewer, vec![entry]).await?;
    tx.commit().await?;
    domain.recount_bell.ring();
    Ok(row)
}

/// The profile of a period with its versions, the latest first. Public.
///
/// # Errors
/// An unknown period is [`Error::NotFound`].
pub async fn history(domain: &Domain, period: &str) -> Result<(funding_period::Model, Vec<Model>)> {
    let period = funding_period::store::by_code(&domain.db, period).await?;
    let period = period.ok_or(Error::NotFound("funding_period"))?;
    let versions = store::versions(&domain.db, period.id).await?;
    Ok((period, versions))
}

/// The versions of a period's profile up to the one that figures as known at a moment follow, that one first; none means
/// now. Public.
///
/// # Errors
/// An unknown period is [`Error::NotFound`]; a moment that is not settled.
pub async fn in_force(domain: &Domain, period: &str, known_at: Option<DateTime<Utc>>) -> Result<Vec<Model>> {
    let (period, mut versions) = history(domain, period).await?;
    let moment = recount::moment(domain, period.id, known_at).await?;
    versions.retain(|row| moment.is_none_or(|at| row.valid_from <= at));
    Ok(versions)
}

fn mistake(unknown: &UnknownChoice) -> UserError {
    match unknown {
        UnknownChoice::Key { key } => UserError::new("profile-key-unknown", "choices").with_value(key),
        UnknownChoice::Value { key, value, .. } => {
            UserError::new("profile-value-unknown", "choices").with_value(format!("{key} = {value}"))
        }
    }
}
