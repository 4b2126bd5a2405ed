//! What must hold between the figures of each rulebook.

use super::Rule;
use super::rules::*;

/// Sums of figures of which one is the other, or is at most the other. Holds in every column.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Balance {
    pub(super) rule: &'static Rule,
    pub(super) left: &'static [&'static str],
    pub(super) relation: Relation,
    pub(super) right: &'static [&'static str],
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Relation {
    Equals,
    AtMost,
}

const fn equal(
    rule: &'static Rule,
    left: &'static [&'static str],
    right: &'static [&'static str],
) -> Balance {
    Balance { rule, left, relation: Relation::Equals, right }
}

const fn at_most(
    rule: &'static Rule,
    left: &'static [&'static str],
    right: &'static [&'static str],
) -> Balance {
    Balance { rule, left, relation: Relation::AtMost, right }
}

pub(crate) static ESF_PLUS_BALANCES: [Balance; 16] = [
    equal(&V_21, &["EECO01"], &["EECO02", "EECO04", "EECO05"]),
    at_most(&V_22, &["EECO03"], &["EECO02"]),
    equal(&V_23, &["EECO09", "EECO10", "EECO11"], &["EECO01"]),
    at_most(&V_24, &["EECO06", "EECO07", "EECO08"], &["EECO01"]),
    at_most(&V_25, &["EECR01"], &["EECO04"]),
    at_most(&V_26, &["EECR01", "EECR04"], &["EECO02", "EECO04"]),
    at_most(&V_27, &["EECR02"], &["EECO01"]),
    at_most(&V_27, &["EECR03"], &["EECO01"]),
    at_most(&V_28, &["EECR05"], &["EECO02", "EECO04"]),
    at_most(&V_28, &["EECR06"], &["EECO05"]),
    at_most(&V_31, &["EECO12"], &["EECO01"]),
    at_most(&V_31, &["EECO13"], &["EECO01"]),
    at_most(&V_31, &["EECO14"], &["EECO01"]),
    at_most(&V_31, &["EECO15"], &["EECO01"]),
    at_most(&V_31, &["EECO16"], &["EECO01"]),
    at_most(&V_31, &["EECO17"], &["EECO01"]),
];

/// Of the households (CO12 to CO14) nothing is known, so nothing need hold.
pub(crate) static ESF_2014_BALANCES: [Balance; 25] = [
    equal(&V_21, &["CO_TOTAL"], &["CO01", "CO03", "CO05"]),
    at_most(&V_21, &["CO_TOTAL"], &["CO_GRAND_TOTAL"]),
    at_most(&V_22, &["CO02"], &["CO01"]),
    at_most(&V_22, &["CO04"], &["CO03"]),
    at_most(&V_23, &["CO09", "CO10", "CO11"], &["CO_TOTAL"]),
    at_most(&V_24, &["CO06", "CO07"], &["CO_TOTAL"]),
    at_most(&V_24, &["CO08"], &["CO07"]),
    at_most(&V_24, &["CO08"], &["CO01", "CO04"]),
    at_most(&V_25, &["CR01"], &["CO03"]),
    at_most(&V_26, &["CR01", "CR04"], &["CO01", "CO03"]),
    at_most(&V_27, &["CR02"], &["CO_TOTAL"]),
    at_most(&V_27, &["CR03"], &["CO_TOTAL"]),
    at_most(&V_27, &["CR05"], &["CO_TOTAL"]),
    at_most(&V_27, &["CR05"], &["CO15", "CO16", "CO17", "CO18"]),
    at_most(&V_27, &["CR05"], &["CR01", "CR02", "CR03", "CR04"]),
    at_most(&V_28, &["CR06"], &["CO01", "CO03"]),
    at_most(&V_28, &["CR07"], &["CO05"]),
    at_most(&V_28, &["CR08"], &["CR06"]),
    at_most(&V_28, &["CR08"], &["CO07"]),
    at_most(&V_28, &["CR09"], &["CR06"]),
    at_most(&V_31, &["CO15"], &["CO_TOTAL"]),
    at_most(&V_31, &["CO16"], &["CO_TOTAL"]),
    at_most(&V_31, &["CO17"], &["CO_TOTAL"]),
    at_most(&V_31, &["CO18"], &["CO_TOTAL"]),
    at_most(&V_31, &["CO19"], &["CO_TOTAL"]),
];
