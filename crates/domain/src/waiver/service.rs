//! Waiving warnings and taking it back.

use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, sea_query::Expr};
use serde_json::json;

use super::{Column, Entity, Model, Waiver, store};
use crate::{
    Domain, Error, Result, UserError, Viewer,
    audit::{self, Action, Entry},
    edition::{self, Part},
    fact, free_text, funding_period,
    id::WaiverId,
    plausibility::{self, CheckQuery, Severity},
    reason,
};

/// How the audit log calls a waiver.
const KIND: &str = "waiver";

/// A warning to be waived.
#[derive(Clone, Debug)]
pub struct Waive {
    /// The check that found it.
    pub check: CheckQuery,
    /// The key of the finding.
    pub finding: String,
    /// Why it is accepted.
    pub reason: String,
}

/// Accepts a warning: from now on it is shown as waived, with the reason.
///
/// # Errors
/// [`Error::Forbidden`] for those who may change nothing. As mistakes: a reason without words or too long, a finding
/// that the check does not find within what the viewer may change, an error (which cannot be waived), a warning that is
/// waived already.
pub async fn waive(domain: &Domain, viewer: &Viewer, waive: Waive) -> Result<Waiver> {
    viewer.require_writer()?;
    let reason = free_text::kept(&waive.reason).into_owned();
    let mut mistakes = Vec::from_iter(reason::mistake_by("waiver-reason", &reason));
    let checked = plausibility::check(domain, viewer, &waive.check).await?;
    let found = checked.named(&waive.finding).filter(|finding| finding.owner.is_in(viewer.writes()));
    match found {
        None => mistakes.push(UserError::new("finding-unknown", "finding")),
        Some(finding) if finding.severity == Severity::Error => {
            mistakes.push(UserError::new("finding-is-an-error", "finding").with_value(finding.rule));
        }
        Some(finding) if finding.waiver.is_some() => {
            mistakes.push(UserError::new("finding-waived-already", "finding"));
        }
        Some(_) => {}
    }
    let Some(finding) = found.filter(|_| mistakes.is_empty()) else { return Err(Error::Invalid(mistakes)) };
    let (tx, at) = fact::lock::begin(domain).await?;
    let row = Model {
        id: WaiverId::fresh(),
        funding_period_id: finding.owner.period,
        sub_project_id: finding.owner.sub_project,
        regional_network_id: finding.owner.network,
        rule: finding.rule.to_owned(),
        subject: finding.key.clone(),
        reason,
        waived_by_name: viewer.actor.name().to_owned(),
        waived_at: at,
        revoked_by_name: None,
        revoked_for: None,
        revoked_at: None,
    };
    let entry = Entry {
        object_id: Some(row.id.to_string()),
        after: Some(json!({ "rule": row.rule, "subject": row.subject, "reason": row.reason })),
        ..Entry::new(Action::Create, KIND, "warning waived")
    };
    Entity::insert(row.clone().into_active_model()).exec_without_returning(&tx).await?;
    audit::append(&tx, &domain.clock, viewer, vec![entry]).await?;
    tx.commit().await?;
    Ok(row.into())
}

/// A waiver to be taken back.
#[derive(Clone, Debug)]
pub struct Revoke {
    /// Code of the funding period.
    pub period: String,
    /// The key of the finding.
    pub finding: String,
    /// Why, where a report that was handed in shows the waiver.
    pub reason: Option<String>,
}

/// Takes a waiver back: the warning is open again.
///
/// # Errors
/// [`Error::Forbidden`] for those who may change nothing. As mistakes: an unknown period, and a finding without a waiver
/// in force within what the viewer may change, a reason that is too long, and none where a report that was handed in shows the
/// waiver.
pub async fn revoke(domain: &Domain, viewer: &Viewer, revoke: Revoke) -> Result<Waiver> {
    viewer.require_writer()?;
    let period = funding_period::store::by_code(&domain.db, &revoke.period).await?;
    let unknown = || Error::invalid(UserError::new("period-unknown", "period").with_value(&revoke.period));
    let period = period.ok_or_else(unknown)?;
    let reason = revoke.reason.as_deref().and_then(reason::given);
    if let Some(mistake) = reason.and_then(reason::mistake) {
        return Err(Error::invalid(mistake));
    }
    let (tx, now) = fact::lock::begin(domain).await?;
    let rows = store::in_force(&tx, (viewer.writes(), period.id), None).await?;
    let row = rows.into_iter().find(|row| row.subject == revoke.finding);
    let row = row.ok_or_else(|| Error::invalid(UserError::new("waiver-unknown", "finding")))?;
    let part = Part {
        period: row.funding_period_id,
        network: row.regional_network_id,
        sub_project: row.sub_project_id,
    };
    if reason.is_none() && edition::frozen(&tx).await?.holds_of_part(part, row.waived_at) {
        return Err(Error::invalid(UserError::new("edition-needs-reason", "reason")));
    }
    Entity::update_many()
        .col_expr(Column::RevokedAt, Expr::value(now))
        .col_expr(Column::RevokedFor, Expr::value(reason))
        .col_expr(Column::RevokedByName, Expr::value(viewer.actor.name()))
        .filter(Column::Id.eq(row.id))
        .exec(&tx)
        .await?;
    let entry = Entry {
        object_id: Some(row.id.to_string()),
        before: Some(json!({ "rule": row.rule, "subject": row.subject, "reason": row.reason })),
        after: reason.map(|reason| json!({ "revokedFor": reason })),
        ..Entry::new(Action::Change, KIND, "waiver revoked")
    };
    audit::append(&tx, &domain.clock, viewer, vec![entry]).await?;
    tx.commit().await?;
    Ok(row.into())
}
