//! The form that notes something on a figure: what may be chosen, what was sent, what was wrong with it.

use domain::{
    Result, Scope, UserError,
    figure_note::NewNote,
    funding_period,
    indicator::{Catalogue, Indicator, RulebookKind},
};
use serde::Deserialize;
use texts::{Arg, Language};

use crate::{
    form_token,
    handlers::{
        filters::chosen,
        units::{self, Units, WHOLE},
    },
    pages::{
        notes::NoteForm,
        reports::{Choice, ChoiceGroup, FieldError},
    },
    visit::Visit,
};

/// The gender columns a note may be about.
const GENDERS: [&str; 3] = ["female", "male", "non_binary"];

/// The form as it is sent. The unit is `whole`, `network:CODE` or `sub_project:CODE`; no gender means all together.
#[derive(Clone, Debug, Deserialize)]
pub struct Sent {
    pub csrf: String,
    pub period: String,
    unit: String,
    indicator: String,
    gender: String,
    text: String,
}

impl Sent {
    /// The note to be written, if its fields can be read.
    pub fn note(&self, language: Language) -> std::result::Result<NewNote, Vec<FieldError>> {
        let (network, sub_project) =
            (units::code(&self.unit, "network"), units::code(&self.unit, "sub_project"));
        let mut errors = Vec::new();
        if self.unit != WHOLE && network.is_none() && sub_project.is_none() {
            errors.push(no_choice(language, "unit", &self.unit));
        }
        let gender = Some(self.gender.as_str()).filter(|gender| !gender.is_empty());
        if gender.is_some_and(|gender| !GENDERS.contains(&gender)) {
            errors.push(no_choice(language, "gender", &self.gender));
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok(NewNote {
            period: self.period.clone(),
            network,
            sub_project,
            indicator: self.indicator.clone(),
            gender: gender.and_then(|gender| gender.parse().ok()),
            text: self.text.clone(),
        })
    }
}

fn no_choice(language: Language, field: &'static str, value: &str) -> FieldError {
    let message = texts::text_with(language, "web-no-choice", &[("value", Arg::Text(value))]);
    FieldError { field, message }
}

/// A mistake, at the field of the form that it is about.
pub fn in_words(mistake: &UserError, language: Language) -> FieldError {
    let field = match mistake.field {
        "text" => "text",
        "indicator" => "indicator",
        _ => "unit",
    };
    FieldError { field, message: mistake.message(language) }
}

/// What the form shows: what was sent and what was wrong with it, once something was.
#[derive(Clone, Debug, Default)]
pub struct Filled {
    pub sent: Option<Sent>,
    pub errors: Vec<FieldError>,
}

impl Filled {
    /// The form for a visitor: only what they may note something on. None for those who may do so nowhere in the period.
    pub async fn form(
        self,
        visit: &Visit,
        (period, catalogue): (&funding_period::Model, &Catalogue),
    ) -> Result<Option<NoteForm>> {
        let (viewer, language) = (&visit.caller.viewer, visit.caller.language);
        if viewer.require_writer().is_err() {
            return Ok(None);
        }
        let sent = self.sent.as_ref();
        let unit = sent.map_or(WHOLE, |sent| &sent.unit);
        let Units { networks, sub_projects } = Units::of(visit, period, (viewer.writes(), unit)).await?;
        let name = texts::text(language, "web-unit-network");
        let whole = match viewer.writes() {
            Scope::All => vec![chosen(WHOLE, &name, unit)],
            Scope::Only { .. } => Vec::new(),
        };
        let units = units::present([ChoiceGroup { label: name, choices: whole }, networks, sub_projects]);
        if units.is_empty() {
            return Ok(None);
        }
        Ok(Some(NoteForm {
            csrf: form_token::of(&visit.session).await?,
            units,
            indicators: indicators(catalogue, (language, sent.map_or("", |sent| &sent.indicator))),
            genders: genders(language, sent.map_or("", |sent| &sent.gender)),
            text: sent.map(|sent| sent.text.clone()).unwrap_or_default(),
            errors: self.errors,
        }))
    }
}

/// The indicators of the period, by whose they are.
fn indicators(catalogue: &Catalogue, (language, code): (Language, &str)) -> Vec<ChoiceGroup> {
    let choice = |indicator: &Indicator| {
        let name = format!("{} {}", indicator.code, indicator.name.r#in(language));
        chosen(&indicator.code, &name, code)
    };
    let kinds = [RulebookKind::Law, RulebookKind::Programme, RulebookKind::Activities];
    units::present(kinds.map(|kind| ChoiceGroup {
        label: texts::text(language, &format!("web-indicators-{}", kind.as_str())),
        choices: catalogue.of_kind(kind).map(|indicator| choice(indicator)).collect(),
    }))
}

fn genders(language: Language, gender: &str) -> Vec<Choice> {
    let all = chosen("", &texts::text(language, "web-note-all-genders"), gender);
    let one = |code: &str| chosen(code, &texts::text(language, &format!("report-gender-{code}")), gender);
    [all].into_iter().chain(GENDERS.map(one)).collect()
}
