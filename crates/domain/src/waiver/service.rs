//! Waiving warnings and taking it back.

use std::collections::BTreeSet;

use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, sea_query::Expr};
use serde_json::json;

use super::{Column, Entity, Model, Waiver, store};
use crate::{
    Domain, Error, Result, Scope, UserError, Viewer,
    audit::{self, Action, Entry},
    fact, funding_period,
    id::WaiverId,
    plausibility::{self, CheckQuery, Severity},
    reason,
    report::{self, About},
    sub_project,
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
    let reason = waive.reason.trim().to_owned();
    let mut mistakes = Vec::new();
    if reason::mistake(&reason).is_some() {
        mistakes.push(UserError::new("waiver-reason", "reason"));
    }
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

/// The waivers in force at the known-at of a report that are about its unit or what belonged to it then. For the worker:
/// unscoped, the run itself says what may be read.
pub async fn about(domain: &Domain, run: &report::Model) -> Result<Vec<Waiver>> {
    let some = |sub_projects| Scope::Only { networks: BTreeSet::new(), sub_projects };
    let scope = match run.about() {
        About::Period(_) | About::Bundle(_) => Scope::All,
        About::SubProject(sub_project) => some(BTreeSet::from([sub_project])),
        About::Strand(strand) => {
            let then = (Some(run.known_at), run.cut_off);
            some(sub_project::store::of_strand(&domain.db, strand, then).await?)
        }
        About::Network(network) => {
            let members = sub_project::store::of_networks(&domain.db, &[network], Some(run.known_at)).await?;
            Scope::Only {
                networks: BTreeSet::from([network]),
                sub_projects: members.into_iter().map(|row| row.id).collect(),
            }
        }
    };
    let rows = store::in_force(&domain.db, (&scope, run.funding_period_id), Some(run.known_at)).await?;
    Ok(rows.into_iter().map(Waiver::from).collect())
}

/// A waiver to be taken back.
#[derive(Clone, Debug)]
pub struct Revoke {
    /// Code of the funding period.
    pub period: String,
    /// The key of the finding.
    pub finding: String,
}

/// Takes a waiver back: the warning is open again.
///
/// # Errors
/// [`Error::Forbidden`] for those who may change nothing. As mistakes: an unknown period, and a finding without a waiver
/// in force within what the viewer may change.
pub async fn revoke(domain: &Domain, viewer: &Viewer, revoke: Revoke) -> Result<Waiver> {
    viewer.require_writer()?;
    let period = funding_period::store::by_code(&domain.db, &revoke.period).await?;
    let unknown = || Error::invalid(UserError::new("period-unknown", "period").with_value(&revoke.period));
    let period = period.ok_or_else(unknown)?;
    let (tx, now) = fact::lock::begin(domain).await?;
    let rows = store::in_force(&tx, (viewer.writes(), period.id), None).await?;
    let row = rows.into_iter().find(|row| row.subject == revoke.finding);
    let row = row.ok_or_else(|| Error::invalid(UserError::new("waiver-unknown", "finding")))?;
    Entity::update_many()
        .col_expr(Column::RevokedAt, Expr::value(now))
        .col_expr(Column::RevokedByName, Expr::value(viewer.actor.name()))
        .filter(Column::Id.eq(row.id))
        .exec(&tx)
        .await?;
    let entry = Entry {
        object_id: Some(row.id.to_string()),
        before: Some(json!({ "rule": row.rule, "subject": row.subject, "reason": row.reason })),
        ..Entry::new(Action::Change, KIND, "waiver revoked")
    };
    audit::append(&tx, &domain.clock, viewer, vec![entry]).await?;
    tx.commit().await?;
    Ok(row.into())
}
