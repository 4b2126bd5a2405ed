//! Entering estimates.

use std::borrow::Cow;

use chrono::NaiveDate;
use counting::{Gender, Group};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::json;

use super::{Amount, Column, Entity, Model};
use crate::{
    Domain, Error, Result, Scope, UserError, Versioned, Viewer,
    audit::{self, Action, Entry},
    edition::{self, Part},
    fact, free_text,
    id::{EstimateId, RegionalNetworkId, SubProjectId, VersionId},
    indicator::{Catalogue, RulebookKind},
    reason,
    selection::{self, Asked, Selection},
    supersede,
};

/// The longest description of a method, in characters.
const LONGEST_METHOD: usize = 2000;

/// The longest name of a document, in characters.
const LONGEST_DOCUMENT: usize = 1000;

/// The largest number: about as many people as live in Bavaria.
const LARGEST_COUNT: u64 = 13_000_000;

/// An estimate to be entered.
#[derive(Clone, Debug)]
pub struct NewEstimate {
    /// Code of the funding period.
    pub period: String,
    /// The regional network it is for, by code.
    pub network: Option<String>,
    /// The sub-project it is for, by code; without it and a network it is for the period.
    pub sub_project: Option<String>,
    /// Code of the indicator.
    pub indicator: String,
    /// Gender column; none means all together.
    pub gender: Option<Gender>,
    /// The share of the participants, 0 to 1; or else the number.
    pub share: Option<f64>,
    /// The number of participants; or else the share.
    pub count: Option<u64>,
    /// How it was estimated.
    pub method: String,
    /// Where that is documented.
    pub document: Option<String>,
    /// First cut-off day it holds for.
    pub valid_from: NaiveDate,
    /// Why, where a report that was handed in rests on it.
    pub reason: Option<String>,
}

/// Enters an estimate. One for the same unit, indicator, gender and day becomes the version before.
///
/// # Errors
/// [`Error::Forbidden`] for those who may change nothing. All mistakes at once: unknown codes, a unit that the viewer may
/// not change whole, an indicator that may not be estimated, not exactly one of share and number, a share outside 0 to 1,
/// a number beyond all people, no method or too long a one, a document whose name is too long, texts with what nobody can see, a reason without words, and none where a report that was handed in tells of the unit
/// at that day or later.
pub async fn enter(domain: &Domain, viewer: &Viewer, new: NewEstimate) -> Result<EstimateId> {
    viewer.require_writer()?;
    let asked = Asked {
        period: &new.period,
        network: new.network.as_deref(),
        strand: None,
        sub_project: new.sub_project.as_deref(),
        cut_off: new.valid_from,
        known_at: None,
    };
    let selection = match selection::select(domain, viewer, asked).await {
        Err(Error::Invalid(mistakes)) => {
            return Err(Error::Invalid(mistakes.into_iter().map(renamed).collect()));
        }
        selection => selection?,
    };
    let mut mistakes = Vec::new();
    let unit = unit(&selection, viewer, &new);
    if unit.is_none() {
        let field = if new.sub_project.is_some() { "subProject" } else { "network" };
        mistakes.push(UserError::new("unit-not-writable", field));
    }
    let catalogue = Catalogue::of(&domain.db, &selection.period, None).await?;
    let amount = checked(&catalogue, &new, &mut mistakes);
    let (Some((network, sub_project)), Some(amount), true) = (unit, amount, mistakes.is_empty()) else {
        return Err(Error::Invalid(mistakes));
    };
    let (tx, now) = fact::lock::begin(domain).await?;
    let row = Model {
        version_id: VersionId::fresh(),
        id: EstimateId::fresh(),
        funding_period_id: selection.period.id,
        sub_project_id: sub_project,
        regional_network_id: network,
        indicator: new.indicator,
        gender: new.gender.map(|gender| gender.as_str().to_owned()),
        share: amount.share(),
        count: amount.count().and_then(|count| i64::try_from(count).ok()),
        method: free_text::kept(&new.method).into_owned(),
        document: new
            .document
            .as_deref()
            .map(free_text::kept)
            .filter(|name| !name.is_empty())
            .map(Cow::into_owned),
        valid_from: new.valid_from,
        recorded_at: now,
        recorded_by: viewer.request_id,
        reason: new.reason.as_deref().and_then(reason::given).map(str::to_owned),
        superseded_at: None,
    };
    let known = before(&tx, &row).await?;
    if let Some(known) = known.as_ref().filter(|known| known.says() == row.says()) {
        return Ok(known.id);
    }
    let part = Part { period: row.funding_period_id, network, sub_project };
    if row.reason.is_none()
        && edition::frozen(&tx).await?.telling_of_part(part, Some(row.valid_from)).is_some()
    {
        return Err(Error::invalid(UserError::new("edition-needs-reason", "reason")));
    }
    let row = Model { id: known.as_ref().map_or(row.id, |known| known.id), ..row };
    let told = |row: &Model| json!({ "indicator": row.indicator, "share": row.share, "count": row.count, "reason": row.reason });
    let entry = Entry {
        object_id: Some(row.id.to_string()),
        before: known.as_ref().map(told),
        after: Some(told(&row)),
        ..Entry::new(Action::Create, "estimate", "estimate entered")
    };
    let superseded: Vec<VersionId> = known.iter().map(|known| known.version_id).collect();
    supersede::<Entity>(&tx, &superseded, now).await?;
    let id = row.id;
    Entity::insert(row.into_active_model()).exec_without_returning(&tx).await?;
    audit::append(&tx, &domain.clock, viewer, vec![entry]).await?;
    tx.commit().await?;
    Ok(id)
}

/// The estimate for the same thing and day, if there is one.
async fn before(tx: &DatabaseTransaction, row: &Model) -> Result<Option<Model>> {
    let known = Entity::current()
        .filter(Column::FundingPeriodId.eq(row.funding_period_id))
        .filter(Column::ValidFrom.eq(row.valid_from));
    Ok(known.all(tx).await?.into_iter().find(|known| known.subject() == row.subject()))
}

/// A mistake in the day, under the name it has here.
fn renamed(mistake: UserError) -> UserError {
    let field = if mistake.field == "cutOff" { "validFrom" } else { mistake.field };
    UserError { field, ..mistake }
}

/// The unit's keys, when the viewer may change the whole of it.
fn unit(
    selection: &Selection,
    viewer: &Viewer,
    new: &NewEstimate,
) -> Option<(Option<RegionalNetworkId>, Option<SubProjectId>)> {
    let writes = viewer.writes();
    match (&new.sub_project, &selection.network) {
        (Some(_), _) => {
            let row = selection.sub_projects.first().filter(|row| writes.covers(row.id))?;
            Some((None, Some(row.id)))
        }
        (None, Some(network)) => writes.covers_network(network.id).then_some((Some(network.id), None)),
        (None, None) => (*writes == Scope::All).then_some((None, None)),
    }
}

/// The amount, if there is nothing wrong with it; everything else that is wrong goes to the mistakes.
fn checked(catalogue: &Catalogue, new: &NewEstimate, mistakes: &mut Vec<UserError>) -> Option<Amount> {
    let indicator = catalogue.by_code(&new.indicator);
    let may_be_estimated = indicator.is_some_and(|indicator| {
        indicator.kind == RulebookKind::Law && indicator.group == Group::ParticipantsVoluntary
    });
    if !may_be_estimated {
        let source = "Regulation (EU) 2021/1057, Annex I, point 1.2";
        let mistake = UserError::new("estimate-indicator", "indicator").with_value(&new.indicator);
        mistakes.push(UserError { legal_source: Some(source), ..mistake });
    }
    if new.gender == Some(Gender::NotStated) {
        mistakes.push(UserError::new("estimate-gender", "gender"));
    }
    mistakes.extend(new.reason.as_deref().and_then(reason::given).and_then(reason::mistake));
    let method = free_text::kept(&new.method);
    if method.is_empty() || method.chars().count() > LONGEST_METHOD {
        mistakes.push(UserError::new("estimate-method", "method"));
    }
    mistakes.extend(free_text::unseen(&method, "method"));
    let document = new.document.as_deref().unwrap_or_default();
    mistakes.extend(free_text::mistake(document, ("document", LONGEST_DOCUMENT)));
    let amount = match (new.share, new.count) {
        (Some(share), None) if (0.0..=1.0).contains(&share) => Some(Amount::Share(share)),
        (None, Some(count)) if count <= LARGEST_COUNT => Some(Amount::Count(count)),
        (Some(_), None) => None,
        (None, Some(_)) => {
            mistakes.push(UserError::new("estimate-count", "count"));
            return None;
        }
        _ => {
            mistakes.push(UserError::new("estimate-share-or-count", "share"));
            return None;
        }
    };
    if amount.is_none() {
        mistakes.push(UserError::new("estimate-share", "share"));
    }
    amount
}
