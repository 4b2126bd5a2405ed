//! Defining, changing and retiring the programme's indicators: administrators only. Nothing is ever deleted, and every
//! change counts the period again.

use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use serde_json::json;

use super::{
    About, Catalogue, DefinitionInput, Entity, KIND, Measures, Model, RulebookKind,
    rules::{self, Names},
    store,
};
use crate::{
    Domain, Error, Result, UserError, Viewer,
    audit::{self, Action, Entry},
    fact::{self, Cause},
    free_text, funding_period,
    id::{IndicatorId, VersionId},
    offer_type, reason,
    recount::{self, Order},
    strand, supersede,
};

/// Facts have so many places for the indicators of one rulebook.
const PLACES: i32 = 64;

/// Which indicator, and why.
#[derive(Clone, Debug)]
pub struct Change {
    /// Code of the funding period.
    pub period: String,
    /// Code of the indicator.
    pub code: String,
    /// Why; kept with the version and in the audit log.
    pub reason: String,
}

/// Defines an indicator of the programme and has the period counted for it.
///
/// # Errors
/// All mistakes at once, among them a code that is taken and a 65th indicator.
pub async fn define(
    domain: &Domain,
    viewer: &Viewer,
    (period, input): (&str, &DefinitionInput),
) -> Result<Model> {
    viewer.require_administrator()?;
    let (tx, at) = fact::lock::begin_rules(domain).await?;
    let period = period_of(&tx, period).await?;
    let mut mistakes = mistakes(&tx, &period, input).await?;
    let known = store::definitions(&tx, period.id, None).await?;
    let catalogue = Catalogue::of(&tx, &period, None).await?;
    if catalogue.by_code(&input.code).is_some() || known.iter().any(|row| row.code == input.code) {
        mistakes.push(UserError::new("indicator-code-taken", "code").with_value(&input.code));
    }
    let bit = known.iter().map(|row| row.bit + 1).max().unwrap_or_default();
    if bit >= PLACES {
        mistakes.push(UserError::new("indicators-full", "code"));
    }
    if !mistakes.is_empty() {
        return Err(Error::Invalid(mistakes));
    }
    let row = row(input, &period, Stamp { id: IndicatorId::fresh(), bit, version: 1 });
    let row = Model { recorded_at: at, recorded_by: viewer.request_id, ..row };
    let entry = Entry { after: Some(json!(input)), ..entry(Action::Create, &row, "indicator defined") };
    write(domain, viewer, tx, Written { row, before: None, entry, period }).await
}

/// Replaces the definition of an indicator by a new version and has the period counted again.
///
/// # Errors
/// All mistakes at once; [`Error::NotFound`] for an unknown or retired indicator.
pub async fn change(
    domain: &Domain,
    viewer: &Viewer,
    (change, input): (&Change, &DefinitionInput),
) -> Result<Model> {
    viewer.require_administrator()?;
    let (tx, at) = fact::lock::begin_rules(domain).await?;
    let period = period_of(&tx, &change.period).await?;
    let before = reported(&tx, &period, &change.code).await?;
    let mut mistakes = mistakes(&tx, &period, input).await?;
    if input.code != before.code {
        mistakes.push(UserError::new("indicator-code-fixed", "code").with_value(&input.code));
    }
    mistakes.extend(reason::mistake(&change.reason));
    let stamp = Stamp { id: before.id, bit: before.bit, version: before.version + 1 };
    let row = row(input, &period, stamp);
    if DefinitionInput::of(&row)? == DefinitionInput::of(&before)? {
        mistakes.push(UserError::new("indicator-unchanged", "code").with_value(&input.code));
    }
    if !mistakes.is_empty() {
        return Err(Error::Invalid(mistakes));
    }
    let reason = free_text::kept(&change.reason).into_owned();
    let row = Model { recorded_at: at, recorded_by: viewer.request_id, reason: Some(reason.clone()), ..row };
    let entry = Entry {
        before: Some(json!(DefinitionInput::of(&before)?)),
        after: Some(json!({ "definition": input, "version": row.version, "reason": reason })),
        ..entry(Action::Change, &row, "indicator changed")
    };
    write(domain, viewer, tx, Written { row, before: Some(before), entry, period }).await
}

/// Takes an indicator out of what is reported. Its code and its place are never given away again, and what it counted
/// stays known as of before.
///
/// # Errors
/// [`Error::NotFound`] for an unknown or retired indicator.
pub async fn retire(domain: &Domain, viewer: &Viewer, change: &Change) -> Result<Model> {
    viewer.require_administrator()?;
    let (tx, at) = fact::lock::begin_rules(domain).await?;
    let period = period_of(&tx, &change.period).await?;
    let before = reported(&tx, &period, &change.code).await?;
    if let Some(mistake) = reason::mistake(&change.reason) {
        return Err(Error::invalid(mistake));
    }
    let reason = free_text::kept(&change.reason).into_owned();
    let row = Model {
        version_id: VersionId::fresh(),
        version: before.version + 1,
        retired: true,
        recorded_at: at,
        recorded_by: viewer.request_id,
        reason: Some(reason.clone()),
        ..before.clone()
    };
    let after = Some(json!({ "retired": true, "reason": reason }));
    let entry = Entry { after, ..entry(Action::Change, &row, "indicator retired") };
    write(domain, viewer, tx, Written { row, before: Some(before), entry, period }).await
}

/// A version about to be written.
struct Written {
    row: Model,
    before: Option<Model>,
    entry: Entry,
    period: funding_period::Model,
}

async fn write(domain: &Domain, viewer: &Viewer, tx: DatabaseTransaction, written: Written) -> Result<Model> {
    let Written { row, before, entry, period } = written;
    let replaced: Vec<_> = before.iter().map(|before| before.version_id).collect();
    supersede::<Entity>(&tx, &replaced, row.recorded_at).await?;
    Entity::insert(row.clone().into_active_model()).exec_without_returning(&tx).await?;
    let order = Order {
        period: period.id,
        cause: Cause::Rules,
        kinds: vec![RulebookKind::Programme],
        reason: row.reason.clone(),
    };
    recount::order((&tx, row.recorded_at), viewer, order).await?;
    audit::append(&tx, &domain.clock, viewer, vec![entry]).await?;
    tx.commit().await?;
    domain.recount_bell.ring();
    Ok(row)
}

/// What stays the same over the versions of an indicator, and what counts them.
struct Stamp {
    id: IndicatorId,
    bit: i32,
    version: i32,
}

fn row(input: &DefinitionInput, period: &funding_period::Model, stamp: Stamp) -> Model {
    let or = |given: &str, usual: &'static str| if given.is_empty() { usual } else { given }.to_owned();
    Model {
        version_id: VersionId::fresh(),
        id: stamp.id,
        funding_period_id: period.id,
        code: input.code.clone(),
        bit: stamp.bit,
        version: stamp.version,
        name_de: input.name_de.clone(),
        name_en: input.name_en.clone(),
        definition_de: input.definition_de.clone(),
        definition_en: input.definition_en.clone(),
        source: input.source.clone(),
        count: input.count.clone(),
        conditions: json!(input.conditions).to_string(),
        measures: or(&input.measures, Measures::Output.as_str()),
        about: or(&input.about, About::Participants.as_str()),
        strands: input.strands.join(";"),
        legal_source: input.legal_source.clone(),
        valid_from: input.valid_from.unwrap_or(period.starts_on),
        retired: false,
        recorded_at: chrono::DateTime::UNIX_EPOCH,
        recorded_by: crate::id::RequestId::fresh(),
        reason: None,
        superseded_at: None,
    }
}

fn entry(action: Action, row: &Model, purpose: &'static str) -> Entry {
    Entry { object_id: Some(row.code.clone()), ..Entry::new(action, KIND, purpose) }
}

pub(crate) async fn period_of(tx: &DatabaseTransaction, code: &str) -> Result<funding_period::Model> {
    let unknown = || Error::invalid(UserError::new("period-unknown", "period").with_value(code));
    funding_period::store::by_code(tx, code).await?.ok_or_else(unknown)
}

/// The current version of an indicator that is not retired.
async fn reported(tx: &DatabaseTransaction, period: &funding_period::Model, code: &str) -> Result<Model> {
    let known = store::definitions(tx, period.id, None).await?;
    let found = known.into_iter().find(|row| row.code == code && !row.retired);
    found.ok_or(Error::NotFound(KIND))
}

async fn mistakes(
    tx: &DatabaseTransaction,
    period: &funding_period::Model,
    input: &DefinitionInput,
) -> Result<Vec<UserError>> {
    let strands = strand::Entity::find()
        .filter(strand::Column::FundingPeriodId.eq(period.id))
        .select_only()
        .column(strand::Column::Code);
    let strands: Vec<String> = strands.into_tuple().all(tx).await?;
    let offer_types = offer_type::Entity::find().select_only().column(offer_type::Column::Code);
    let offer_types: Vec<String> = offer_types.into_tuple().all(tx).await?;
    Ok(rules::mistakes(input, &Names { period, strands: &strands, offer_types: &offer_types }))
}
