//! The records of a case.

use chrono::NaiveDate;

use super::{Answer, Degurba, Employment, FollowUpResult, Gender, Improvement, Isced, OutcomeKind};
use crate::{Country, IndicatorSet};

/// One person in one operation. The order of the records never matters, but for two stays that
/// begin on one day: the earlier in the slice is then the first.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// Every stay of the person in the operation.
    pub stays: &'a [Stay],
    /// What happened to the person from the first entry on.
    pub outcomes: &'a [Outcome],
    /// The surveys after leaving.
    pub follow_ups: &'a [FollowUp],
    /// The indicators of [`crate::Group::ParticipantsVoluntary`] whose characteristic is a condition
    /// for taking part in the operation: unless the profile says otherwise they count every
    /// participant, asked or not. Others are ignored. Bits of the rulebook the case is counted by.
    pub target_group: IndicatorSet,
    /// The last day of the operation; `None` when unknown. Matters only to a profile that counts
    /// completed operations alone.
    pub operation_ends_on: Option<NaiveDate>,
}

/// One stay of a person in an operation, with what was recorded on the day of entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Stay {
    /// The first day of participation.
    pub entered_on: NaiveDate,
    /// The last day of participation, completed or broken off; `None` while the stay lasts.
    pub left_on: Option<NaiveDate>,
    /// Date of birth.
    pub birth_date: Option<NaiveDate>,
    /// Gender.
    pub gender: Option<Gender>,
    /// Labour-market status.
    pub employment: Option<Employment>,
    /// The first day of the present unemployment.
    pub unemployed_since: Option<NaiveDate>,
    /// In formal or non-formal education or training other than the measure itself.
    pub in_education: Option<Answer>,
    /// Highest completed education.
    pub isced: Option<Isced>,
    /// Every citizenship; empty when not asked.
    pub citizenships: Vec<Country>,
    /// Foreign background by the national definition.
    pub foreign_background: Option<Answer>,
    /// Disability by the national definition; a special category of personal data.
    pub disability: Option<Answer>,
    /// Member of a minority by the national definition; a special category of personal data.
    pub minority: Option<Answer>,
    /// Homeless or affected by housing exclusion.
    pub housing_exclusion: Option<Answer>,
    /// Degree of urbanisation of the place of residence.
    pub degurba: Option<Degurba>,
    /// Hours of advice, where the stay is nothing but short advice.
    pub advice_hours: Option<f64>,
    /// Registered as unemployed, whatever the status.
    pub registered_unemployed: Option<Answer>,
    /// In marginal employment.
    pub minor_employment: Option<Answer>,
}

impl Stay {
    /// A stay that began on a day, still lasting, with nothing else recorded.
    pub const fn new(entered_on: NaiveDate) -> Self {
        Self {
            entered_on,
            left_on: None,
            birth_date: None,
            gender: None,
            employment: None,
            unemployed_since: None,
            in_education: None,
            isced: None,
            citizenships: Vec::new(),
            foreign_background: None,
            disability: None,
            minority: None,
            housing_exclusion: None,
            degurba: None,
            advice_hours: None,
            registered_unemployed: None,
            minor_employment: None,
        }
    }

    /// Whether the person is a citizen of no member state of the Union; `None` when not asked.
    pub fn is_third_country_national(&self) -> Option<bool> {
        let of_none = || self.citizenships.iter().all(|state| !state.is_union_member());
        (!self.citizenships.is_empty()).then(of_none)
    }
}

/// Something that happened to a participant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The day it happened; for a qualification the day of the award.
    pub occurred_on: NaiveDate,
    /// What happened.
    pub kind: OutcomeKind,
}

/// A survey about the situation six months after leaving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// The day of the survey.
    pub surveyed_on: NaiveDate,
    /// How it went; `None` when not recorded.
    pub result: Option<FollowUpResult>,
    /// Labour-market status six months after leaving.
    pub employment: Option<Employment>,
    /// What became better since entry.
    pub improvements: Vec<Improvement>,
}

impl FollowUp {
    /// Whether the participant answered: recorded as such, or not recorded but answers are there.
    pub fn is_answered(&self) -> bool {
        match self.result {
            Some(result) => result == FollowUpResult::Answered,
            None => self.employment.is_some() || !self.improvements.is_empty(),
        }
    }
}
