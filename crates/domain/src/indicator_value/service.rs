//! Entering values: administrators only.

use std::borrow::Cow;

use chrono::NaiveDate;
use counting::{Gender, programme::Source};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::json;

use super::{Column, Entity, Model};
use crate::{
    Domain, Error, Result, UserError, Versioned, Viewer,
    audit::{self, Action, Entry},
    fact::{self, Cause, Touched},
    free_text, funding_period,
    id::{IndicatorValueId, VersionId},
    indicator, reason, sub_project, supersede,
};

/// The longest name of a document, in characters.
const LONGEST_DOCUMENT: usize = 1000;

/// A value to enter. One for the same indicator, sub-project, day and gender is replaced by it.
#[derive(Clone, Debug)]
pub struct NewValue {
    /// Code of the funding period.
    pub period: String,
    /// Code of the indicator.
    pub indicator: String,
    /// Code of the sub-project.
    pub sub_project: String,
    /// The day from which it counts.
    pub day: NaiveDate,
    /// Gender column, a code of `counting::Gender`; none means the total alone.
    pub gender: Option<String>,
    /// How much it adds to the figure, from 0.
    pub value: i64,
    /// Why; kept with the version and in the audit log.
    pub reason: String,
    /// The document it is taken from.
    pub document: Option<String>,
}

/// Enters a value; the figure follows in the same transaction.
///
/// # Errors
/// All mistakes at once: unknown codes, an indicator that is counted from records, a day outside the period, a value below 0.
pub async fn enter(domain: &Domain, viewer: &Viewer, new: &NewValue) -> Result<Model> {
    viewer.require_administrator()?;
    let (tx, now) = fact::lock::begin(domain).await?;
    let period = indicator::period_of(&tx, &new.period).await?;
    let mut mistakes = mistakes(new, &period);
    let known = indicator::store::definitions(&tx, period.id, None).await?;
    let known = known.into_iter().find(|row| row.code == new.indicator && !row.retired);
    match &known {
        None => mistakes.push(UserError::new("indicator-unknown", "indicator").with_value(&new.indicator)),
        Some(row) if row.source != Source::ByHand.as_str() => {
            mistakes.push(UserError::new("indicator-not-by-hand", "indicator").with_value(&new.indicator));
        }
        Some(row) if new.day < row.valid_from => {
            mistakes.push(UserError::new("indicator-not-valid-yet", "day").with_value(row.valid_from));
        }
        Some(_) => {}
    }
    let sub_project = sub_project::Entity::current()
        .filter(sub_project::Column::Code.eq(&new.sub_project))
        .filter(sub_project::Column::FundingPeriodId.eq(period.id))
        .one(&tx)
        .await?;
    if sub_project.is_none() {
        mistakes.push(UserError::new("sub-project-unknown", "subProject").with_value(&new.sub_project));
    }
    let (Some(known), Some(sub_project), true) = (known, sub_project, mistakes.is_empty()) else {
        return Err(Error::Invalid(mistakes));
    };
    let reason = free_text::kept(&new.reason).into_owned();
    let document = new.document.as_deref().map(free_text::kept).filter(|name| !name.is_empty());
    let document = document.map(Cow::into_owned);
    let row = Model {
        version_id: VersionId::fresh(),
        id: IndicatorValueId::fresh(),
        funding_period_id: period.id,
        sub_project_id: sub_project.id,
        indicator_id: known.id,
        day: new.day,
        gender: new.gender.clone(),
        value: new.value,
        document: document.clone(),
        recorded_at: now,
        recorded_by: viewer.request_id,
        reason: Some(reason.clone()),
        superseded_at: None,
    };
    let before = same_key(&tx, &row).await?;
    let row = Model { id: before.as_ref().map_or(row.id, |before| before.id), ..row };
    let replaced: Vec<_> = before.iter().map(|before| before.version_id).collect();
    supersede::<Entity>(&tx, &replaced, now).await?;
    Entity::insert(row.clone().into_active_model()).exec_without_returning(&tx).await?;
    let cause = if before.is_some() { Cause::Correction } else { Cause::New };
    let mut touched = Touched::because_of(cause);
    touched.record(&row, cause);
    fact::recount(&tx, now, &touched).await?;
    let entry = Entry {
        object_id: Some(format!("{}/{}", new.indicator, new.sub_project)),
        before: before.map(|before| json!({ "value": before.value, "reason": before.reason })),
        after: Some(json!({
            "day": new.day, "gender": new.gender, "value": new.value, "reason": reason, "document": document,
        })),
        ..Entry::new(Action::Change, "indicator_value", "value entered by hand")
    };
    audit::append(&tx, &domain.clock, viewer, vec![entry]).await?;
    tx.commit().await?;
    Ok(row)
}

fn mistakes(new: &NewValue, period: &funding_period::Model) -> Vec<UserError> {
    let mut mistakes = Vec::new();
    if !(0..=i64::from(i32::MAX)).contains(&new.value) {
        mistakes.push(UserError::new("indicator-value-range", "value").with_value(new.value));
    }
    if !(period.starts_on..=period.ends_on).contains(&new.day) {
        mistakes.push(UserError::new("indicator-outside-period", "day").with_value(new.day));
    }
    if let Some(gender) = new.gender.as_ref().filter(|gender| gender.parse::<Gender>().is_err()) {
        mistakes.push(UserError::new("unknown-code", "gender").with_value(gender));
    }
    let document = new.document.as_deref().unwrap_or_default();
    mistakes.extend(free_text::mistake(document, ("document", LONGEST_DOCUMENT)));
    mistakes.extend(reason::mistake(&new.reason));
    mistakes
}

/// The current version of the value with the same indicator, sub-project, day and gender.
async fn same_key(tx: &DatabaseTransaction, row: &Model) -> Result<Option<Model>> {
    let gender = match &row.gender {
        Some(gender) => Column::Gender.eq(gender),
        None => Column::Gender.is_null(),
    };
    let same = Entity::current()
        .filter(Column::IndicatorId.eq(row.indicator_id))
        .filter(Column::SubProjectId.eq(row.sub_project_id))
        .filter(Column::Day.eq(row.day))
        .filter(gender);
    Ok(same.one(tx).await?)
}
