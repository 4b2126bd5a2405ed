//! A participation as the rulebook sees it.

use std::str::FromStr;

use counting::{Degurba, Isced, Stay};

use super::Model;

/// The stay a version tells of. Codes are checked when they come in; one that nobody knows any more counts as
/// missing.
pub fn stay(model: &Model) -> Stay {
    Stay {
        entered_on: model.entered_on,
        left_on: model.left_on,
        birth_date: model.birth_date,
        gender: code(&model.gender),
        employment: code(&model.employment),
        unemployed_since: model.unemployed_since,
        in_education: code(&model.in_education),
        isced: model.isced.and_then(|level| u8::try_from(level).ok()).and_then(Isced::from_level),
        citizenships: codes(&model.citizenships),
        foreign_background: code(&model.foreign_background),
        disability: code(&model.disability),
        minority: code(&model.minority),
        housing_exclusion: code(&model.housing_exclusion),
        degurba: model.degurba.and_then(|class| u8::try_from(class).ok()).and_then(Degurba::from_class),
        advice_hours: model.advice_hours,
        registered_unemployed: code(&model.registered_unemployed),
        minor_employment: code(&model.minor_employment),
    }
}

/// A stored code.
pub(crate) fn code<T: FromStr>(stored: &Option<String>) -> Option<T> {
    stored.as_deref().and_then(|code| code.parse().ok())
}

/// Stored codes, separated by `;`.
pub(crate) fn codes<T: FromStr>(stored: &Option<String>) -> Vec<T> {
    stored.iter().flat_map(|codes| codes.split(';')).filter_map(|code| code.parse().ok()).collect()
}
