//! The rules that concern single records. What the types already rule out has its number here too,
//! for the place where codes are read: V-09 and V-18. V-17 (refused is not empty) and V-19 (results
//! only for those eligible) cannot be broken, V-20 needs a cut-off and is a worklist.

use super::Rule;
use super::Severity::{Error, Warning};

/// Every rule on records, in the order of the numbers.
pub static RULES: [&Rule; 17] = [
    &V_01, &V_02, &V_03, &V_04, &V_05, &V_06, &V_07, &V_08, &V_09, &V_10, &V_11, &V_12, &V_13, &V_14, &V_15,
    &V_16, &V_18,
];

/// The rule with a number such as `V-02`.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.into_iter().find(|rule| rule.id == id)
}

const OWN: &str = "own plausibility check";
const CONSISTENCY: &str =
    "European Commission, ESF monitoring guidance 2014-2020, Annex D (internal consistency)";

/// Data of Annex I, point 1.1 are there. The record comes in but counts for nothing until mended.
pub(super) static V_01: Rule = Rule {
    id: "V-01",
    severity: Warning,
    legal_source: "Regulation (EU) 2021/1057, Art. 17(5) and Annex I, point 1.1",
};

/// Nobody leaves before entering.
pub(super) static V_02: Rule = Rule { id: "V-02", severity: Error, legal_source: CONSISTENCY };

/// Birth before entry, age of at most 110 years.
pub(super) static V_03: Rule = Rule { id: "V-03", severity: Error, legal_source: OWN };

/// Entry and exit lie in the operation's period.
pub(super) static V_04: Rule = Rule { id: "V-04", severity: Warning, legal_source: OWN };

/// One labour-market status: who is registered as unemployed is not employed.
pub(super) static V_05: Rule = Rule {
    id: "V-05",
    severity: Warning,
    legal_source: "ESF participant guidance 2014-2020: exactly one labour-market status at entry",
};

/// A duration of unemployment for the unemployed only.
pub(super) static V_06: Rule = Rule { id: "V-06", severity: Error, legal_source: CONSISTENCY };

/// No labour-market activity before the age of 15.
pub(super) static V_07: Rule = Rule {
    id: "V-07",
    severity: Warning,
    legal_source: "Eurostat labour force survey: employed and unemployed are aged 15 and above",
};

/// A level of education that the age allows.
pub(super) static V_08: Rule = Rule { id: "V-08", severity: Error, legal_source: OWN };

/// A gender from the closed list.
pub(super) static V_09: Rule =
    Rule { id: "V-09", severity: Error, legal_source: "Regulation (EU) 2021/1057, Annex I" };

/// Full-time students are inactive.
pub(super) static V_10: Rule = Rule {
    id: "V-10",
    severity: Warning,
    legal_source: "European Commission, ESF definitions 2014-2020: full-time students are inactive",
};

/// Outcomes belong to an entry.
pub(super) static V_11: Rule = Rule {
    id: "V-11",
    severity: Error,
    legal_source: "ESF Plus data entry practice: exit data only with stored entry data",
};

/// A follow-up belongs to an exit.
pub(super) static V_12: Rule = Rule { id: "V-12", severity: Error, legal_source: OWN };

/// A follow-up is made six months after leaving at the earliest.
pub(super) static V_13: Rule =
    Rule { id: "V-13", severity: Error, legal_source: "Regulation (EU) 2021/1057, Annex I, point 4" };

/// An immediate result happens up to the 28th day after leaving.
pub(super) static V_14: Rule = Rule {
    id: "V-14",
    severity: Warning,
    legal_source: "Regulation (EU) 2021/1057, Annex I, point 3; European Commission, SFC2021 FAQ",
};

/// A person is in an operation once at a time.
pub(super) static V_15: Rule =
    Rule { id: "V-15", severity: Warning, legal_source: "DATES III: a person counts once per operation" };

/// Characteristics are those of the first entry; another birth date is another person.
pub(super) static V_16: Rule = Rule {
    id: "V-16",
    severity: Error,
    legal_source: "ESF participant guidance 2014-2020: characteristics as at first entry",
};

/// Degree of urbanisation 1 to 3, ISO country codes, ISCED 0 to 8.
pub(super) static V_18: Rule = Rule { id: "V-18", severity: Error, legal_source: OWN };
