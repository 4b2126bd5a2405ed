//! The counting profile: what a funding period decides where the law is silent or sources differ.

use std::borrow::Cow;

use crate::Stay;
use crate::closed_set::closed_set;

closed_set! {
    /// When an unemployed participant counts as long-term unemployed (EECO03).
    LongTermUnemployment {
        /// The Commission's rule: more than six months under 25 years of age, else more than twelve.
        Ec = "ec",
        /// Section 18 SGB III: twelve months or longer at any age.
        Sgb3 = "sgb3",
    }
}

closed_set! {
    /// What the operation is in which a person counts once. The caller builds cases accordingly.
    Operation {
        /// Each sub-project.
        SubProject = "sub_project",
        /// The grant of a regional network with all its sub-projects.
        Network = "network",
    }
}

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
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            version: 1,
            long_term_unemployment: LongTermUnemployment::Ec,
            operation: Operation::SubProject,
            short_advice_hours: None,
        }
    }
}

impl Profile {
    /// Every choice as key and value, those that cannot be changed included, in the order of the
    /// definitions sheet.
    pub fn choices(&self) -> Vec<(&'static str, Cow<'static, str>)> {
        let short_advice = match self.short_advice_hours {
            Some(hours) => Cow::Owned(hours.to_string()),
            None => Cow::Borrowed("off"),
        };
        let own = [
            ("version", Cow::Owned(self.version.to_string())),
            ("ltu", Cow::Borrowed(self.long_term_unemployment.as_str())),
            ("operation", Cow::Borrowed(self.operation.as_str())),
            ("short_advice_hours", short_advice),
        ];
        let fixed = FIXED.map(|(key, value)| (key, Cow::Borrowed(value)));
        own.into_iter().chain(fixed).collect()
    }

    /// Whether a stay may become part of a case: it is not short advice below the threshold.
    pub fn admits(&self, stay: &Stay) -> bool {
        match (stay.advice_hours, self.short_advice_hours) {
            (Some(hours), Some(threshold)) => hours >= threshold,
            _ => true,
        }
    }
}

const FIXED: [(&str, &str); 12] = [
    ("parental_leave", "as_entered"),
    ("gender_missing", "incomplete"),
    ("gender_not_stated", "incomplete"),
    ("age", "completed_years_at_first_entry"),
    ("education_result", "not_in_education_at_entry_and_starts_in_window"),
    ("education_at_entry_unknown", "no_education_result"),
    ("qualification_date", "award_up_to_day_28"),
    ("labour_market_events_of_one_day", "employment_then_search_then_inactivity"),
    ("running_operations", "counted"),
    ("open_result_window", "provisional"),
    ("six_months", "same_day_of_month_clamped_point_in_time"),
    ("voluntary_characteristics", "count_answers_target_group_counts_all"),
];
