//! Plausibility rules: on one record, as an import or a form applies them, and between the figures
//! of a report.

mod balances;
mod checks;
mod figures;
mod rules;

pub(crate) use balances::{Balance, ESF_2014_BALANCES, ESF_PLUS_BALANCES};
pub use checks::{check_follow_up, check_leaving, check_outcome, check_re_entry, check_stay};
pub use figures::{Column, Columns, Side, Targets, Violation, check_figures, check_progress, check_targets};
pub use rules::{RULES, rule};

use crate::closed_set::closed_set;

closed_set! {
    /// What a finding does to its record, or a violation to its report.
    Severity {
        /// Holds it back.
        Error = "error",
        /// Lets it in, or out.
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
    /// How to mend what breaks it, in German.
    pub remedy_de: &'static str,
    /// How to mend what breaks it, in English.
    pub remedy_en: &'static str,
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
