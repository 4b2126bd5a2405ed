//! A record as definitions see it.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::{Field, Source};
use crate::{Gender, Stay, completed_years};

/// The text of a field.
pub type Value<'a> = (Field, Cow<'a, str>);

/// One record of a source.
#[derive(Clone, Debug)]
pub struct Activity<'a> {
    /// What kind of record it is.
    pub source: Source,
    /// The day it counts from: of entry, of the outcome, of the contact, of the event, of the
    /// agreement, of the support, of joining the pool, of the value.
    pub from: NaiveDate,
    /// The first day on which it does not stand any more: the day after a trainer left the pool, for
    /// a plan the day it was closed; `None` for all that stays done once it is done.
    pub until: Option<NaiveDate>,
    /// Gender of the person it is about, or of the people a value by hand is about.
    pub gender: Option<Gender>,
    /// How much it amounts to.
    pub quantity: Quantity,
    /// The fields it has; one with several values stands there several times. A field that is not
    /// there fulfils no condition.
    pub values: &'a [Value<'a>],
}

/// How much a record amounts to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Quantity {
    /// One, whatever is counted.
    One,
    /// One training event.
    Training {
        /// Its length in hours.
        hours: Option<f64>,
        /// Who attended.
        attendances: Attendances,
    },
    /// The number entered by hand.
    Value(u32),
}

/// How many people attended a training, as far as recorded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attendances {
    /// All of them.
    pub total: Option<u32>,
    /// Women.
    pub female: Option<u32>,
    /// Men.
    pub male: Option<u32>,
    /// Non-binary people.
    pub non_binary: Option<u32>,
}

impl Attendances {
    /// By gender column; last those of the total whose gender was not recorded. A total below the
    /// sum of the genders does not take anyone away.
    pub fn by_gender(self) -> [(Option<Gender>, u32); 4] {
        let [female, male, non_binary] =
            [self.female, self.male, self.non_binary].map(Option::unwrap_or_default);
        let known = female.saturating_add(male).saturating_add(non_binary);
        let rest = self.total.unwrap_or_default().saturating_sub(known);
        [
            (Some(Gender::Female), female),
            (Some(Gender::Male), male),
            (Some(Gender::NonBinary), non_binary),
            (None, rest),
        ]
    }
}

impl Activity<'_> {
    /// Every value of a field.
    pub(super) fn get(&self, field: Field) -> impl Iterator<Item = &str> {
        self.values.iter().filter(move |(of, _)| *of == field).map(|(_, text)| text.as_ref())
    }
}

/// What the record of a stay answers: the fields of [`Source::Participations`] but for strand and
/// offer type, which the caller adds. Also those of the entry that [`Source::Outcomes`] has.
pub fn stay_values(stay: &Stay) -> Vec<Value<'static>> {
    let age = (stay.birth_date).map(|birth_date| completed_years(birth_date, stay.entered_on).to_string());
    let third_country = stay.is_third_country_national().map(|holds| if holds { "yes" } else { "no" });
    let answers = [
        (Field::Gender, stay.gender.map(Gender::as_str)),
        (Field::Employment, stay.employment.map(|status| status.as_str())),
        (Field::InEducation, stay.in_education.map(|answer| answer.as_str())),
        (Field::Isced, stay.isced.map(|level| level.as_str())),
        (Field::ThirdCountry, third_country),
        (Field::ForeignBackground, stay.foreign_background.map(|answer| answer.as_str())),
        (Field::Disability, stay.disability.map(|answer| answer.as_str())),
        (Field::Minority, stay.minority.map(|answer| answer.as_str())),
        (Field::HousingExclusion, stay.housing_exclusion.map(|answer| answer.as_str())),
        (Field::Degurba, stay.degurba.map(|class| class.as_str())),
        (Field::RegisteredUnemployed, stay.registered_unemployed.map(|answer| answer.as_str())),
        (Field::MinorEmployment, stay.minor_employment.map(|answer| answer.as_str())),
    ];
    let known = |(field, code): (Field, Option<&'static str>)| Some((field, Cow::Borrowed(code?)));
    let citizenships =
        stay.citizenships.iter().map(|country| (Field::Citizenship, Cow::Borrowed(country.as_str())));
    (answers.into_iter().filter_map(known))
        .chain(citizenships)
        .chain(age.map(|age| (Field::Age, Cow::Owned(age))))
        .collect()
}
