//! The rules, in the order of their numbers.

mod of_figures;
mod of_records;

pub(super) use of_figures::*;
pub(super) use of_records::*;

use super::Rule;

/// Every rule, in the order of the numbers. Where each is kept:
///
/// | Rules | Kept by |
/// |---|---|
/// | V-01 to V-08, V-10 | [`super::check_stay`] |
/// | V-09, V-17, V-18 | the closed sets: whoever reads codes reports what is not among them; "refused" is an answer of its own, never the absence of one |
/// | V-11, V-14 | [`super::check_outcome`] |
/// | V-12, V-13, V-19 | [`super::check_follow_up`]; what counts is decided by [`crate::facts`], which counts nobody for a result of others |
/// | V-15, V-16 | [`super::check_re_entry`] |
/// | V-20 | [`super::check_leaving`], at a cut-off |
/// | V-21 to V-29, V-31 | [`super::check_figures`] |
/// | V-30 | [`super::check_progress`] |
/// | V-32 | [`super::check_targets`] |
/// | V-33, V-34 | whoever stores sub-projects and records: they need what is in store |
pub static RULES: [&Rule; 34] = [
    &V_01, &V_02, &V_03, &V_04, &V_05, &V_06, &V_07, &V_08, &V_09, &V_10, &V_11, &V_12, &V_13, &V_14, &V_15,
    &V_16, &V_17, &V_18, &V_19, &V_20, &V_21, &V_22, &V_23, &V_24, &V_25, &V_26, &V_27, &V_28, &V_29, &V_30,
    &V_31, &V_32, &V_33, &V_34,
];

/// The rule with a number such as `V-02`.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.into_iter().find(|rule| rule.id == id)
}

const OWN: &str = "own plausibility check";
const CONSISTENCY: &str =
    "European Commission, ESF monitoring guidance 2014-2020, Annex D (internal consistency)";
const SUPPORT: &str = "European Commission, SFC2014 FAQ on ESF monitoring 2014-2020";
