//! The indicators of the programme that come with the software.
//!
//! Four things that are easily mixed up have different words throughout: a *person* counts once per
//! sub-project, a *first contact* is one of the *contacts* of a consultation, of which a person may
//! have many, and an *entry* is a stay in a measure.

mod consultations;
mod measures;
mod subjects;
mod trainings;

use super::{Count, Field, Recipe, Source};
use crate::condition::Condition;
use crate::indicator::joined;
use crate::{Gender, Group, Indicator, Rulebook};

/// What the projects of the programme do: consultations, measures, trainings, qualification plans,
/// supported entities, trainers. Monitoring by no legal act. Counted by [`super::record_facts`] and
/// [`super::person_facts`] with [`Rulebook::definitions`].
pub static ACTIVITIES: Rulebook = Rulebook {
    code: "ACTIVITIES",
    name: "Activities of the programme",
    genders: &[Gender::Female, Gender::Male, Gender::NonBinary],
    needs_unemployment_duration: false,
    indicators: &INDICATORS,
    balances: &[],
};

static INDICATORS: [Indicator; 48] = joined(&[
    &consultations::CONTACTS,
    &subjects::CONTACTS_BY_SUBJECT,
    &subjects::PERSONS_BY_SUBJECT,
    &consultations::CONTACTS_BY_CHANNEL,
    &measures::ENTRIES_AND_PLANS,
    &trainings::EVENTS,
    &trainings::ATTENDANCES,
    &measures::ENTITIES,
    &measures::TRAINERS,
]);

const ACTIVITY: Indicator = Indicator {
    code: "",
    bit: 0,
    group: Group::Activities,
    name_de: "",
    name_en: "",
    definition_de: "",
    definition_en: "",
    eligible_de: "",
    eligible_en: "",
    reference_de: "",
    reference_en: "",
    legal_source: "Monitoring of the programme, by no legal act",
    version: 1,
    condition: counts(Source::ByHand, Count::Value, &[]),
};

const fn counts(
    source: Source,
    count: Count,
    conditions: &'static [(Field, &'static [&'static str])],
) -> Condition {
    Condition::Activity(Recipe { source, count, conditions })
}
