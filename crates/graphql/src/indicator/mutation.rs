//! Defining, changing and retiring the programme's indicators, and entering values by hand.

use std::sync::Arc;

use async_graphql::{Context, InputObject, Object, SimpleObject};
use domain::{
    Error,
    indicator::{self, Change, ConditionText, DefinitionInput},
    indicator_value::{self, NewValue},
};

use super::Indicator;
use crate::{
    access::Access,
    caller::{Called, Caller},
    error::{Result, UserError},
    scalar::Date,
};

/// A condition on a record: one of the field's values is one of these.
#[derive(Debug, InputObject)]
pub struct IndicatorConditionInput {
    /// The field asked, by its column in import files, e.g. `gender`, `age`, `subject`.
    field: String,
    /// The values that fulfil it; for `age` ranges such as `18-29` or `55-`.
    any_of: Vec<String>,
}

/// What an indicator of the programme counts.
#[derive(Debug, InputObject)]
pub struct IndicatorDefinitionInput {
    /// Code, unique in the period, e.g. `BMAS-01`; never changed.
    code: String,
    /// German name.
    name_de: String,
    /// English name.
    name_en: String,
    /// What is counted, in German.
    definition_de: String,
    /// What is counted, in English.
    definition_en: String,
    /// Where it looks: `participations outcomes consultations trainings qualification_plans supported_entities trainers
    /// by_hand`.
    source: String,
    /// What it counts there: `persons entries contacts events attendances hours plans entities trainers value`.
    count: String,
    /// What a record must fulfil, all of it; null means nothing.
    #[graphql(validator(max_items = 40))]
    conditions: Option<Vec<IndicatorConditionInput>>,
    /// `output` or `result`; null means `output`.
    measures: Option<String>,
    /// How the programme's database files it, `participants` or `operation`: a note that changes nothing in counting. Null
    /// means `participants`.
    about: Option<String>,
    /// Codes of the strands (Handlungsschwerpunkte) it applies to; null or empty means all.
    #[graphql(validator(max_items = 40))]
    strands: Option<Vec<String>>,
    /// The act or the document that asks for it (Rechtsgrundlage).
    legal_source: String,
    /// What happened before this day does not count; what lasts, such as an open plan, counts from it on. Null means the
    /// first of the period. A new version replaces the one before whole, for earlier days too.
    valid_from: Option<Date>,
}

impl From<IndicatorDefinitionInput> for DefinitionInput {
    fn from(input: IndicatorDefinitionInput) -> Self {
        let condition =
            |given: IndicatorConditionInput| ConditionText { field: given.field, any_of: given.any_of };
        Self {
            code: input.code,
            name_de: input.name_de,
            name_en: input.name_en,
            definition_de: input.definition_de,
            definition_en: input.definition_en,
            source: input.source,
            count: input.count,
            conditions: input.conditions.unwrap_or_default().into_iter().map(condition).collect(),
            measures: input.measures.unwrap_or_default(),
            about: input.about.unwrap_or_default(),
            strands: input.strands.unwrap_or_default(),
            legal_source: input.legal_source,
            valid_from: input.valid_from.map(|day| day.0),
        }
    }
}

/// A new indicator.
#[derive(Debug, InputObject)]
pub struct IndicatorDefineInput {
    /// Code of the funding period.
    period: String,
    /// What it counts.
    definition: IndicatorDefinitionInput,
}

/// A new version of an indicator.
#[derive(Debug, InputObject)]
pub struct IndicatorChangeInput {
    /// Code of the funding period.
    period: String,
    /// What it counts from now on, with the code it has.
    definition: IndicatorDefinitionInput,
    /// Why; kept with the version and in the audit log.
    reason: String,
}

/// An indicator that is no longer reported.
#[derive(Debug, InputObject)]
pub struct IndicatorRetireInput {
    /// Code of the funding period.
    period: String,
    /// Code of the indicator.
    code: String,
    /// Why; kept with the version and in the audit log.
    reason: String,
}

/// A value for an indicator that is not counted from records. One for the same indicator, sub-project, day and gender is
/// replaced.
#[derive(Debug, InputObject)]
pub struct IndicatorValueEnterInput {
    /// Code of the funding period.
    period: String,
    /// Code of the indicator.
    indicator: String,
    /// Code of the sub-project.
    sub_project: String,
    /// The day from which it counts.
    day: Date,
    /// Gender column: `female`, `male`, `non_binary`; null means the total alone.
    gender: Option<String>,
    /// How much it adds to the figure, from 0.
    value: i64,
    /// Why; kept with the value and in the audit log.
    reason: String,
    /// The document it is taken from.
    document: Option<String>,
}

/// What came of defining, changing or retiring an indicator.
#[derive(SimpleObject)]
pub struct IndicatorPayload {
    /// The indicator as it is now; null when the input has mistakes.
    indicator: Option<Indicator>,
    /// All mistakes in the input; empty when it was done.
    user_errors: Vec<UserError>,
}

/// What came of entering a value.
#[derive(SimpleObject)]
pub struct IndicatorValueEnterPayload {
    /// The value as it is known now; null when the input has mistakes.
    value: Option<i64>,
    /// All mistakes in the input; empty when it was entered.
    user_errors: Vec<UserError>,
}

/// The part of the mutation root about indicators.
#[derive(Default)]
pub struct IndicatorMutation;

#[Object]
impl IndicatorMutation {
    /// Defines an indicator of the programme (Indikator festlegen); a worker counts the period for it.
    #[graphql(guard = "Access::Administrator")]
    async fn indicator_define(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What it counts.")] input: IndicatorDefineInput,
    ) -> Result<Option<IndicatorPayload>> {
        let Caller { domain, viewer, .. } = ctx.caller();
        let definition = DefinitionInput::from(input.definition);
        payload(ctx.caller(), indicator::define(domain, viewer, (&input.period, &definition)).await)
    }

    /// Gives an indicator a new version (Definition ändern); a worker counts the period again. What was known stays known.
    #[graphql(guard = "Access::Administrator")]
    async fn indicator_change(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What it counts from now on.")] input: IndicatorChangeInput,
    ) -> Result<Option<IndicatorPayload>> {
        let Caller { domain, viewer, .. } = ctx.caller();
        let definition = DefinitionInput::from(input.definition);
        let change = Change { period: input.period, code: definition.code.clone(), reason: input.reason };
        payload(ctx.caller(), indicator::change(domain, viewer, (&change, &definition)).await)
    }

    /// Takes an indicator out of what is reported (Indikator beenden). What it counted stays known.
    #[graphql(guard = "Access::Administrator")]
    async fn indicator_retire(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which one, and why.")] input: IndicatorRetireInput,
    ) -> Result<Option<IndicatorPayload>> {
        let Caller { domain, viewer, .. } = ctx.caller();
        let change = Change { period: input.period, code: input.code, reason: input.reason };
        payload(ctx.caller(), indicator::retire(domain, viewer, &change).await)
    }

    /// Enters a value by hand (Wert eintragen). Values add up over days.
    #[graphql(guard = "Access::Administrator")]
    async fn indicator_value_enter(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which value.")] input: IndicatorValueEnterInput,
    ) -> Result<Option<IndicatorValueEnterPayload>> {
        let Caller { domain, viewer, language } = ctx.caller();
        let new = NewValue {
            period: input.period,
            indicator: input.indicator,
            sub_project: input.sub_project,
            day: input.day.0,
            gender: input.gender,
            value: input.value,
            reason: input.reason,
            document: input.document,
        };
        match indicator_value::enter(domain, viewer, &new).await {
            Ok(row) => {
                Ok(Some(IndicatorValueEnterPayload { value: Some(row.value), user_errors: Vec::new() }))
            }
            Err(Error::Invalid(mistakes)) => {
                let user_errors = UserError::all(&mistakes, *language);
                Ok(Some(IndicatorValueEnterPayload { value: None, user_errors }))
            }
            Err(error) => Err(error.into()),
        }
    }
}

fn payload(caller: &Caller, done: domain::Result<indicator::Model>) -> Result<Option<IndicatorPayload>> {
    match done {
        Ok(row) => {
            let indicator = Some(Indicator(Arc::new(row.indicator()?)));
            Ok(Some(IndicatorPayload { indicator, user_errors: Vec::new() }))
        }
        Err(Error::Invalid(mistakes)) => {
            let user_errors = UserError::all(&mistakes, caller.language);
            Ok(Some(IndicatorPayload { indicator: None, user_errors }))
        }
        Err(error) => Err(error.into()),
    }
}
