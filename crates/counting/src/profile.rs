//! The counting profile: what a funding period decides where the law is silent or sources differ.

mod choices;

pub use choices::{
    EducationResult, LongTermUnemployment, OpenResultWindow, Operation, RunningOperations, SixMonths,
    TargetGroup,
};

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use crate::Stay;

/// The choices of a funding period. [`Profile::default`] is where every period starts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Profile {
    /// Counts up with every change of a choice.
    pub version: u16,
    /// The rule for long-term unemployment.
    pub long_term_unemployment: LongTermUnemployment,
    /// The operation in which a person counts once.
    pub operation: Operation,
    /// Stays with fewer hours of advice than this never become part of a case; `None` is off.
    pub short_advice_hours: Option<f64>,
    /// Whether the people of an operation count before its end.
    pub running_operations: RunningOperations,
    /// Whether results upon leaving count before day 28.
    pub open_result_window: OpenResultWindow,
    /// What "six months after leaving" means for employment.
    pub six_months: SixMonths,
    /// For whom the start of education is a result.
    pub education_result: EducationResult,
    /// Whom a characteristic counts that is a condition for taking part.
    pub target_group: TargetGroup,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            version: 1,
            long_term_unemployment: LongTermUnemployment::Ec,
            operation: Operation::SubProject,
            short_advice_hours: None,
            running_operations: RunningOperations::Counted,
            open_result_window: OpenResultWindow::Provisional,
            six_months: SixMonths::PointInTime,
            education_result: EducationResult::Newly,
            target_group: TargetGroup::CountsAll,
        }
    }
}

/// The code of a threshold that is not set.
const OFF: &str = "off";

impl Profile {
    /// The choices that can be set, by key, with the values each allows. `HOURS` stands for a
    /// number of hours above 0, such as `8` or `7.5`.
    pub const SETTABLE: &'static [(&'static str, &'static [&'static str])] = &[
        ("ltu", &LongTermUnemployment::CODES),
        ("operation", &Operation::CODES),
        ("short_advice_hours", &[OFF, "HOURS"]),
        ("running_operations", &RunningOperations::CODES),
        ("open_result_window", &OpenResultWindow::CODES),
        ("six_months", &SixMonths::CODES),
        ("education_result", &EducationResult::CODES),
        ("target_group", &TargetGroup::CODES),
    ];

    /// Every choice as key and value, in the order of the definitions sheet: the version, those of
    /// [`Profile::SETTABLE`], and those that are the same for every period.
    pub fn choices(&self) -> Vec<(&'static str, Cow<'static, str>)> {
        let short_advice = match self.short_advice_hours {
            Some(hours) => Cow::Owned(hours.to_string()),
            None => Cow::Borrowed(OFF),
        };
        let own = [
            ("version", Cow::Owned(self.version.to_string())),
            ("ltu", self.long_term_unemployment.as_str().into()),
            ("operation", self.operation.as_str().into()),
            ("short_advice_hours", short_advice),
            ("running_operations", self.running_operations.as_str().into()),
            ("open_result_window", self.open_result_window.as_str().into()),
            ("six_months", self.six_months.as_str().into()),
            ("education_result", self.education_result.as_str().into()),
            ("target_group", self.target_group.as_str().into()),
        ];
        let fixed = FIXED.map(|(key, value)| (key, Cow::Borrowed(value)));
        own.into_iter().chain(fixed).collect()
    }

    /// The profile with one choice of [`Profile::SETTABLE`] changed. The version stays: whoever
    /// stores the profile counts it up.
    pub fn with(mut self, key: &str, value: &str) -> Result<Self, UnknownChoice> {
        let Some((key, allowed)) = Self::SETTABLE.iter().find(|(known, _)| *known == key) else {
            return Err(UnknownChoice::Key { key: key.to_owned() });
        };
        let unknown = || UnknownChoice::Value { key, value: value.to_owned(), allowed };
        match *key {
            "ltu" => self.long_term_unemployment = value.parse().map_err(|_| unknown())?,
            "operation" => self.operation = value.parse().map_err(|_| unknown())?,
            "running_operations" => self.running_operations = value.parse().map_err(|_| unknown())?,
            "open_result_window" => self.open_result_window = value.parse().map_err(|_| unknown())?,
            "six_months" => self.six_months = value.parse().map_err(|_| unknown())?,
            "education_result" => self.education_result = value.parse().map_err(|_| unknown())?,
            "target_group" => self.target_group = value.parse().map_err(|_| unknown())?,
            _ => self.short_advice_hours = threshold(value).ok_or_else(unknown)?,
        }
        Ok(self)
    }

    /// Whether a stay may become part of a case: it is not short advice below the threshold.
    pub fn admits(&self, stay: &Stay) -> bool {
        match (stay.advice_hours, self.short_advice_hours) {
            (Some(hours), Some(threshold)) => hours >= threshold,
            _ => true,
        }
    }
}

/// A threshold as [`Profile::choices`] writes it: none when off.
fn threshold(value: &str) -> Option<Option<f64>> {
    if value == OFF {
        return Some(None);
    }
    let hours: f64 = value.parse().ok()?;
    (hours.is_finite() && hours > 0.0).then_some(Some(hours))
}

/// A choice that no profile has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnknownChoice {
    /// No choice has this key, or none that can be set; those of [`Profile::SETTABLE`] can.
    Key {
        /// What was read instead of a key.
        key: String,
    },
    /// The choice does not allow this value.
    Value {
        /// The key of the choice.
        key: &'static str,
        /// What was read instead of one of the allowed values.
        value: String,
        /// The values of [`Profile::SETTABLE`].
        allowed: &'static [&'static str],
    },
}

impl UnknownChoice {
    /// What could have been written instead: keys, or the values of the key.
    pub fn allowed(&self) -> Vec<&'static str> {
        match self {
            Self::Key { .. } => Profile::SETTABLE.iter().map(|(key, _)| *key).collect(),
            Self::Value { allowed, .. } => allowed.to_vec(),
        }
    }
}

impl fmt::Display for UnknownChoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let allowed = self.allowed().join(", ");
        match self {
            Self::Key { key } => write!(f, "{key:?} cannot be chosen; what can: {allowed}"),
            Self::Value { key, value, .. } => write!(f, "{value:?} is no value of {key}; allowed: {allowed}"),
        }
    }
}

impl Error for UnknownChoice {}

/// What the records could not express otherwise, so that no period can choose: parental leave comes
/// as the status that was entered, a qualification has one date, an unanswered question no answer.
const FIXED: [(&str, &str); 8] = [
    ("parental_leave", "as_entered"),
    ("gender_missing", "incomplete"),
    ("gender_not_stated", "incomplete"),
    ("age", "completed_years_at_first_entry"),
    ("qualification_date", "award_up_to_day_28"),
    ("labour_market_events_of_one_day", "employment_then_search_then_inactivity"),
    ("six_months_day", "same_day_of_month_clamped"),
    ("voluntary_characteristics", "count_answers"),
];
