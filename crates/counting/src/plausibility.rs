//! Plausibility rules on one record, as an import or a form applies them.

mod checks;
mod rules;

pub use checks::{check_follow_up, check_outcome, check_re_entry, check_stay};
pub use rules::{RULES, rule};

use crate::closed_set::closed_set;

closed_set! {
    /// What a finding does to its record.
    Severity {
        /// Holds the record back.
        Error = "error",
        /// Lets the record in.
        Warning = "warning",
    }
}

/// A plausibility rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its number, such as `V-02`.
    pub id: &'static str,
    /// The severity of its findings; where a rule has milder cases, that of the gravest.
    pub severity: Severity,
    /// Where the rule comes from.
    pub legal_source: &'static str,
}

/// A rule that a record breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The broken rule.
    pub rule: &'static Rule,
    /// What it does to the record.
    pub severity: Severity,
    /// The field of the record to look at, by its name in import files.
    pub field: &'static str,
}

impl Rule {
    fn on(&'static self, field: &'static str) -> Finding {
        let severity = self.severity;
        self.with(severity, field)
    }

    fn with(&'static self, severity: Severity, field: &'static str) -> Finding {
        Finding { rule: self, severity, field }
    }
}
