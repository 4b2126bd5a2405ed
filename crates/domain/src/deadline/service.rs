//! Deciding about deadlines: administrators only. Nothing is deleted; each change is a version with a reason.

use chrono::NaiveDate;
use sea_orm::{DatabaseTransaction, DbErr, EntityTrait, IntoActiveModel};
use serde_json::json;

use super::{
    Deadline, Ended, Entity, KIND, LeadTimes, Model, lead_entity,
    rules::{self, is_more_than_a_year_behind},
    store,
};
use crate::{
    Domain, Error, Result, UserError, Viewer,
    audit::{self, Action, Entry},
    db, free_text, funding_period,
    id::{DeadlineId, LeadTimesId, VersionId},
    indicator, reason, supersede,
};

/// A deadline to add, or its last day to change.
#[derive(Clone, Debug)]
pub struct DeadlineSetting {
    /// Code of the funding period.
    pub period: String,
    /// What had happened by this day is to be reported; it names the deadline within the period.
    pub cut_off: NaiveDate,
    /// By when.
    pub due_on: NaiveDate,
    /// Why.
    pub reason: String,
}

/// A deadline that does not hold.
#[derive(Clone, Debug)]
pub struct DeadlineEnding {
    /// Code of the funding period.
    pub period: String,
    /// Its cut-off.
    pub cut_off: NaiveDate,
    /// Why.
    pub reason: String,
}

/// Lead times to change.
#[derive(Clone, Debug)]
pub struct LeadTimesSetting {
    /// Code of the funding period.
    pub period: String,
    /// The new ones.
    pub lead_times: LeadTimes,
    /// Why.
    pub reason: String,
}

/// The deadlines of a period, the earliest first.
///
/// # Errors
/// An unknown period is [`Error::NotFound`]; those who read no records are refused.
pub async fn list(domain: &Domain, viewer: &Viewer, period: &str) -> Result<Vec<Deadline>> {
    store::of(&domain.db, &known(domain, viewer, period).await?).await
}

/// The deadlines of a period that were ended, the earliest first.
///
/// # Errors
/// As for [`list`].
pub async fn ended(domain: &Domain, viewer: &Viewer, period: &str) -> Result<Vec<Ended>> {
    let period = known(domain, viewer, period).await?;
    Ok(rules::ended(store::decided(&domain.db, period.id).await?))
}

/// The lead times of a period.
///
/// # Errors
/// As for [`list`].
pub async fn lead_times(domain: &Domain, viewer: &Viewer, period: &str) -> Result<LeadTimes> {
    let period = known(domain, viewer, period).await?;
    Ok(store::lead(&domain.db, period.id).await?.as_ref().map(LeadTimes::from).unwrap_or_default())
}

pub(super) async fn known(domain: &Domain, viewer: &Viewer, period: &str) -> Result<funding_period::Model> {
    viewer.require_reader()?;
    let period = funding_period::store::by_code(&domain.db, period).await?;
    period.ok_or(Error::NotFound("funding_period"))
}

/// Adds a deadline, or changes its last day.
///
/// # Errors
/// All mistakes at once: an unknown period or one without a rulebook, a cut-off before it or more than a year behind it, a
/// last day that is not behind the cut-off or more than a year, nothing to change, no reason or too long a one.
pub async fn set(domain: &Domain, viewer: &Viewer, setting: &DeadlineSetting) -> Result<()> {
    viewer.require_administrator()?;
    let tx = db::begin(&domain.db).await?;
    let period = reporting_period(&tx, &setting.period).await?;
    let holding = store::of(&tx, &period).await?;
    let holding = holding.into_iter().find(|deadline| deadline.cut_off == setting.cut_off);
    let mut mistakes = Vec::from_iter(reason::mistake(&setting.reason));
    if setting.cut_off < period.starts_on {
        mistakes.push(UserError::new("cut-off-before-period", "cutOff").with_value(setting.cut_off));
    }
    if is_more_than_a_year_behind(setting.cut_off, period.ends_on) {
        mistakes.push(UserError::new("deadline-after-period", "cutOff").with_value(setting.cut_off));
    }
    if setting.due_on <= setting.cut_off {
        mistakes.push(UserError::new("deadline-before-cut-off", "dueOn").with_value(setting.due_on));
    }
    if is_more_than_a_year_behind(setting.due_on, setting.cut_off) {
        mistakes.push(UserError::new("deadline-too-late", "dueOn").with_value(setting.due_on));
    }
    if holding.as_ref().is_some_and(|deadline| deadline.due_on == setting.due_on) {
        mistakes.push(UserError::new("deadline-unchanged", "dueOn").with_value(setting.due_on));
    }
    if !mistakes.is_empty() {
        return Err(Error::Invalid(mistakes));
    }
    let reason = free_text::kept(&setting.reason).into_owned();
    let wanted = Decision { cut_off: setting.cut_off, due_on: Some(setting.due_on), reason };
    decide(domain, viewer, (tx, period), (holding.map(|deadline| deadline.due_on), wanted)).await
}

/// Ends a deadline: it does not hold, whoever gave it.
///
/// # Errors
/// All mistakes at once: an unknown period, no deadline with that cut-off, no reason or too long a one.
pub async fn end(domain: &Domain, viewer: &Viewer, ending: &DeadlineEnding) -> Result<()> {
    viewer.require_administrator()?;
    let tx = db::begin(&domain.db).await?;
    let period = reporting_period(&tx, &ending.period).await?;
    let holding = store::of(&tx, &period).await?;
    let holding = holding.into_iter().find(|deadline| deadline.cut_off == ending.cut_off);
    let mut mistakes = Vec::from_iter(reason::mistake(&ending.reason));
    if holding.is_none() {
        mistakes.push(UserError::new("deadline-unknown", "cutOff").with_value(ending.cut_off));
    }
    if !mistakes.is_empty() {
        return Err(Error::Invalid(mistakes));
    }
    let reason = free_text::kept(&ending.reason).into_owned();
    let wanted = Decision { cut_off: ending.cut_off, due_on: None, reason };
    decide(domain, viewer, (tx, period), (holding.map(|deadline| deadline.due_on), wanted)).await
}

/// What is to hold of a deadline.
struct Decision {
    cut_off: NaiveDate,
    due_on: Option<NaiveDate>,
    reason: String,
}

async fn decide(
    domain: &Domain,
    viewer: &Viewer,
    (tx, period): (DatabaseTransaction, funding_period::Model),
    (before, wanted): (Option<NaiveDate>, Decision),
) -> Result<()> {
    let at = domain.clock.now();
    let decided = store::decided(&tx, period.id).await?;
    let known = decided.into_iter().find(|row| row.cut_off == wanted.cut_off);
    if let Some(row) = &known {
        supersede::<Entity>(&tx, &[row.version_id], at).await?;
    }
    let row = Model {
        version_id: VersionId::fresh(),
        id: known.map_or_else(DeadlineId::fresh, |row| row.id),
        funding_period_id: period.id,
        cut_off: wanted.cut_off,
        due_on: wanted.due_on,
        recorded_at: at,
        recorded_by: viewer.request_id,
        reason: Some(wanted.reason.clone()),
        superseded_at: None,
    };
    let inserted = Entity::insert(row.into_active_model()).exec_without_returning(&tx).await;
    inserted.map_err(unless_decided_meanwhile)?;
    let entry = Entry {
        object_id: Some(format!("{}/{}", period.code, wanted.cut_off)),
        before: before.map(|due_on| json!({ "dueOn": due_on })),
        after: Some(json!({ "dueOn": wanted.due_on, "reason": wanted.reason })),
        ..Entry::new(Action::Change, KIND, "deadline of a report")
    };
    audit::append(&tx, &domain.clock, viewer, vec![entry]).await?;
    Ok(tx.commit().await?)
}

/// Changes how many days before its deadlines the network is to have what.
///
/// # Errors
/// All mistakes at once: an unknown period or one without a rulebook, days in the wrong order or more than a year, no reason.
pub async fn set_lead_times(domain: &Domain, viewer: &Viewer, setting: &LeadTimesSetting) -> Result<()> {
    viewer.require_administrator()?;
    let tx = db::begin(&domain.db).await?;
    let period = reporting_period(&tx, &setting.period).await?;
    let LeadTimes { pre_check, sub_projects, coordination } = setting.lead_times;
    let mut mistakes = Vec::from_iter(reason::mistake(&setting.reason));
    if !setting.lead_times.is_in_order() {
        mistakes.push(UserError::new("lead-times-order", "preCheckDays").with_value(pre_check));
    }
    if !mistakes.is_empty() {
        return Err(Error::Invalid(mistakes));
    }
    let at = domain.clock.now();
    let known = store::lead(&tx, period.id).await?;
    if let Some(row) = &known {
        supersede::<lead_entity::Entity>(&tx, &[row.version_id], at).await?;
    }
    let row = lead_entity::Model {
        version_id: VersionId::fresh(),
        id: known.as_ref().map_or_else(LeadTimesId::fresh, |row| row.id),
        funding_period_id: period.id,
        pre_check_days: pre_check.into(),
        sub_project_days: sub_projects.into(),
        coordination_days: coordination.into(),
        recorded_at: at,
        recorded_by: viewer.request_id,
        reason: Some(free_text::kept(&setting.reason).into_owned()),
        superseded_at: None,
    };
    let told = |row: &lead_entity::Model| {
        json!({ "preCheckDays": row.pre_check_days, "subProjectDays": row.sub_project_days,
            "coordinationDays": row.coordination_days, "reason": row.reason })
    };
    let entry = Entry {
        object_id: Some(period.code),
        before: known.as_ref().map(told),
        after: Some(told(&row)),
        ..Entry::new(Action::Change, KIND, "days before a deadline")
    };
    let inserted = lead_entity::Entity::insert(row.into_active_model()).exec_without_returning(&tx).await;
    inserted.map_err(unless_decided_meanwhile)?;
    audit::append(&tx, &domain.clock, viewer, vec![entry]).await?;
    Ok(tx.commit().await?)
}

async fn reporting_period(tx: &DatabaseTransaction, code: &str) -> Result<funding_period::Model> {
    let period = indicator::period_of(tx, code).await?;
    if period.rulebook.is_none() {
        return Err(Error::invalid(UserError::new("deadlines-without-rulebook", "period").with_value(code)));
    }
    Ok(period)
}

/// Somebody decided about the same at the same moment: trying again shows what holds.
fn unless_decided_meanwhile(error: DbErr) -> Error {
    if db::is_duplicate(&error) { Error::Busy(error) } else { error.into() }
}
