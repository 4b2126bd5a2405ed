//! What a definition must keep to. Pure.

use counting::programme::{Condition, Count, Definition, DefinitionFault, DefinitionRule, Field, Source};

use super::{About, DefinitionInput, Measures};
use crate::{UserError, free_text, funding_period};

/// The longest code, in characters.
const LONGEST_CODE: usize = 40;
/// The longest name, in characters.
const LONGEST_NAME: usize = 300;

/// What a period has that definitions name.
pub(super) struct Names<'a> {
    /// The period.
    pub period: &'a funding_period::Model,
    /// Codes of its strands.
    pub strands: &'a [String],
    /// Codes of the types of offers.
    pub offer_types: &'a [String],
}

/// Everything that is wrong with a definition, but for its code being taken.
pub(super) fn mistakes(input: &DefinitionInput, names: &Names<'_>) -> Vec<UserError> {
    let mut mistakes = mistakes_in_texts(input);
    let unknown = |known: &[String], code: &String| !known.contains(code);
    for code in input.strands.iter().filter(|code| unknown(names.strands, code)) {
        let mistake = UserError::new("indicator-strand-unknown", "strands").with_value(code);
        mistakes.push(mistake.with_allowed(names.strands.iter().map(String::as_str)));
    }
    let period = names.period.starts_on..=names.period.ends_on;
    if let Some(day) = input.valid_from.filter(|day| !period.contains(day)) {
        mistakes.push(UserError::new("indicator-outside-period", "validFrom").with_value(day));
    }
    let (source, count) = (input.source.parse::<Source>(), input.count.parse::<Count>());
    if source.is_err() {
        mistakes.push(UserError::new("indicator-source-unknown", "source").with_value(&input.source));
    }
    if count.is_err() {
        mistakes.push(UserError::new("indicator-count-unknown", "count").with_value(&input.count));
    }
    let mut conditions = Vec::new();
    for condition in &input.conditions {
        match condition.field.parse() {
            Ok(field) => conditions.push(Condition { field, any_of: condition.any_of.clone() }),
            Err(_) => {
                let unknown = UserError::new("indicator-field-unknown", "conditions");
                let known = source.as_ref().map_or(&Field::ALL[..], |source| source.fields());
                let known = known.iter().map(|field| field.as_str());
                mistakes.push(unknown.with_value(&condition.field).with_allowed(known));
            }
        }
    }
    for condition in &conditions {
        let known = match condition.field {
            Field::Strand => names.strands,
            Field::OfferType => names.offer_types,
            _ => continue,
        };
        for value in condition.any_of.iter().filter(|value| unknown(known, value)) {
            let mistake = UserError::new("indicator-value-unknown", "conditions");
            let shown = format!("{} = {value}", condition.field);
            mistakes.push(mistake.with_value(shown).with_allowed(known.iter().map(String::as_str)));
        }
    }
    if let (Ok(source), Ok(count)) = (source, count) {
        let definition = Definition { source, count, conditions, valid_from: None };
        mistakes.extend(definition.faults().into_iter().map(mistake));
    }
    mistakes
}

fn mistakes_in_texts(input: &DefinitionInput) -> Vec<UserError> {
    let mut mistakes = Vec::new();
    let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    if input.code.is_empty() || input.code.len() > LONGEST_CODE || !input.code.chars().all(is_letter) {
        mistakes.push(UserError::new("indicator-code", "code").with_value(&input.code));
    }
    let texts = [
        ("nameDe", &input.name_de),
        ("nameEn", &input.name_en),
        ("definitionDe", &input.definition_de),
        ("definitionEn", &input.definition_en),
        ("legalSource", &input.legal_source),
    ];
    for (field, text) in texts {
        if text.trim().is_empty() {
            mistakes.push(UserError::new("indicator-text-missing", field));
        }
        mistakes.extend(free_text::unseen(text, field));
    }
    for (field, name) in &texts[..2] {
        if name.chars().count() > LONGEST_NAME {
            mistakes.push(UserError::new("indicator-name-too-long", field));
        }
    }
    if !input.measures.is_empty() && input.measures.parse::<Measures>().is_err() {
        let measures = UserError::new("indicator-measures-unknown", "measures");
        mistakes.push(measures.with_value(&input.measures));
    }
    if !input.about.is_empty() && input.about.parse::<About>().is_err() {
        mistakes.push(UserError::new("indicator-about-unknown", "about").with_value(&input.about));
    }
    mistakes
}

/// A fault in words of this program.
fn mistake(fault: DefinitionFault) -> UserError {
    let (code, place) = match fault.rule {
        DefinitionRule::CountNotOfSource => ("indicator-count-not-of-source", "count"),
        DefinitionRule::FieldNotOfSource => ("indicator-field-not-of-source", "conditions"),
        DefinitionRule::NoValues => ("indicator-no-values", "conditions"),
        DefinitionRule::ValueUnknown => ("indicator-value-unknown", "conditions"),
        DefinitionRule::CountsNothing => ("indicator-counts-nothing", "conditions"),
    };
    let field = fault.field.map(|field| field.to_string());
    let shown = match (field, fault.value) {
        (Some(field), Some(value)) => Some(format!("{field} = {value}")),
        (field, value) => field.or(value),
    };
    let error = UserError::new(code, place).with_allowed(fault.allowed.into_iter());
    match shown {
        Some(shown) => error.with_value(shown),
        None => error,
    }
}
