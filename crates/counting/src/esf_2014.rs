//! ESF 2014-20: the common indicators of Annex I of Regulation (EU) 1304/2013.
//!
//! What differs from ESF Plus: two genders instead of three; how long somebody was unemployed is not
//! among the compulsory data; one indicator for migrants and minorities; projects are counted.
//! Households (CO12 to CO14) count nobody, because Regulation (EU, Euratom) 2018/1046 ("Omnibus")
//! dropped them retroactively; they keep their codes for the reports that name them.
//!
//! Two totals: `CO_TOTAL` is CO01 + CO03 + CO05, `CO_GRAND_TOTAL` has incomplete records too.

mod characteristics;
mod participants;
mod results;

use crate::condition::Condition::{AtEntry, Entity};
use crate::condition::Verdict;
use crate::entry::Entry;
use crate::indicator::joined;
use crate::plausibility::ESF_2014_BALANCES;
use crate::{Gender, Group, Indicator, Rulebook};

/// The common indicators of the ESF 2014-20.
pub static ESF_2014: Rulebook = Rulebook {
    code: "ESF_2014",
    name: "ESF 2014-2020",
    genders: &[Gender::Female, Gender::Male],
    needs_unemployment_duration: false,
    indicators: &INDICATORS,
    balances: &ESF_2014_BALANCES,
};

static INDICATORS: [Indicator; 34] = joined(&[
    &participants::BY_STATUS_AND_AGE,
    &participants::BY_EDUCATION,
    &participants::BY_HOUSEHOLD,
    &characteristics::CHARACTERISTICS,
    &participants::TOTALS,
    &characteristics::PROJECTS_AND_ENTITIES,
    &results::IMMEDIATE_RESULTS,
    &results::LONGER_TERM_RESULTS,
]);

const PARTICIPANTS: Indicator = Indicator {
    code: "",
    bit: 0,
    group: Group::Participants,
    name_de: "",
    name_en: "",
    definition_de: "",
    definition_en: "",
    eligible_de: "Alle Teilnehmenden mit vollständigen Angaben",
    eligible_en: "All participants with complete data",
    reference_de: "Eintritt in das Vorhaben",
    reference_en: "Entry into the operation",
    legal_source: "Regulation (EU) 1304/2013, Annex I, point 1",
    version: 1,
    condition: AtEntry(|_| Verdict::No),
};

const VOLUNTARY: Indicator = Indicator { group: Group::ParticipantsVoluntary, ..PARTICIPANTS };

const ENTITIES: Indicator = Indicator {
    group: Group::Entities,
    eligible_de: "Unterstützte Unternehmen",
    eligible_en: "Supported enterprises",
    reference_de: "Beginn der Unterstützung",
    reference_en: "Start of the support",
    legal_source: "Regulation (EU) 1304/2013, Annex I, point 2",
    condition: Entity(|_| false),
    ..PARTICIPANTS
};

const IMMEDIATE: Indicator = Indicator {
    group: Group::ImmediateResults,
    reference_de: "Austritt bis 28 Tage danach",
    reference_en: "Leaving until 28 days later",
    legal_source: "Regulation (EU) 1304/2013, Annex I, point 3",
    ..PARTICIPANTS
};

const LONGER_TERM: Indicator = Indicator {
    group: Group::LongerTermResults,
    reference_de: "Sechs Monate nach dem Austritt",
    reference_en: "Six months after leaving",
    legal_source: "Regulation (EU) 1304/2013, Annex I, point 4",
    ..PARTICIPANTS
};

/// CO15: one indicator for what ESF Plus counts as EECO13, EECO14 and EECO15.
fn is_migrant_or_minority(entry: &Entry<'_>) -> Verdict {
    entry.has_foreign_background().max(entry.belongs_to_minority()).max(entry.is_third_country_national())
}

/// Counts for any of CO15 to CO18, by answer or as a condition for taking part.
fn is_disadvantaged(entry: &Entry<'_>) -> Verdict {
    let is_condition =
        characteristics::DISADVANTAGES.into_iter().any(|bit| entry.target_group().contains(bit));
    Verdict::from(is_condition)
        .max(is_migrant_or_minority(entry))
        .max(entry.has_disability())
        .max(entry.is_excluded_from_housing())
}

/// Above 54 years of age at entry.
fn is_above_54(entry: &Entry<'_>) -> Verdict {
    entry.is_aged(55..=u32::MAX)
}
