//! From activities to facts.

use chrono::NaiveDate;

use super::definition::Standing;
use super::{Activity, Count, Definition, Quantity};
use crate::{Facts, Gender, IndicatorSet, MissingField, MissingFields, Span};

/// What a record counts for, and how much, in one gender column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The column; `None` (or [`Gender::NotStated`]) for the total alone.
    pub gender: Option<Gender>,
    /// How much it adds to each figure, at least 1.
    pub quantity: u32,
    /// What keeps it from being counted for more.
    pub missing: MissingFields,
    /// At which cut-offs it counts, or is left out, for which indicators, ascending.
    pub spans: Vec<Span>,
}

/// What one record counts for by itself; [`Count::Persons`] is left to [`person_facts`]. The
/// definitions come with their bits, 0 to 63. At most one entry per gender and quantity.
///
/// A value by hand belongs to one indicator: the caller gives that definition alone.
pub fn record_facts(definitions: &[(u8, &Definition)], activity: &Activity<'_>) -> Vec<Counted> {
    let mut shares: Vec<Share> = Vec::new();
    for (bit, definition) in definitions {
        let Some(standing) = definition.standing(activity) else {
            continue;
        };
        for (gender, quantity) in amounts(definition.count, activity).into_iter().filter(|(_, n)| *n > 0) {
            let found = shares.iter_mut().find(|share| (share.gender, share.quantity) == (gender, quantity));
            match found {
                Some(share) => share.standings.push((*bit, standing)),
                None => shares.push(Share { gender, quantity, standings: vec![(*bit, standing)] }),
            }
        }
    }
    let counted = |Share { gender, quantity, standings }| {
        let spans = spans(&standings);
        Counted { gender, quantity, missing: missing(&spans), spans }
    };
    shares.into_iter().map(counted).collect()
}

/// What counts in one gender column with one quantity, and when.
struct Share {
    gender: Option<Gender>,
    quantity: u32,
    standings: Vec<(u8, Standing)>,
}

/// What a person counts for in one sub-project: for each definition of [`Count::Persons`] at the
/// cut-offs at which one of the activities counts. What happened stays counted; a state, such as an
/// open plan, ends.
///
/// Gender is the first one recorded: of the earliest activity that has one, of those that begin on
/// one day the first in the slice. What the law asks for is not asked here: `missing` names only what
/// a definition needs.
pub fn person_facts(definitions: &[(u8, &Definition)], activities: &[Activity<'_>]) -> Facts {
    let of_persons = definitions.iter().filter(|(_, definition)| definition.count == Count::Persons);
    let standings: Vec<(u8, Standing)> = of_persons
        .flat_map(|(bit, definition)| {
            let standings = activities.iter().filter_map(|activity| definition.standing(activity));
            standings.map(|standing| (*bit, standing))
        })
        .collect();
    let with_gender = activities.iter().filter(|activity| activity.gender.is_some());
    let gender = with_gender.min_by_key(|activity| activity.from).and_then(|activity| activity.gender);
    let spans = spans(&standings);
    Facts { gender, missing: missing(&spans), spans }
}

/// How much a record amounts to, by gender column.
fn amounts(count: Count, activity: &Activity<'_>) -> Vec<(Option<Gender>, u32)> {
    match (count, activity.quantity) {
        (Count::Persons, _) => Vec::new(),
        (Count::Entries | Count::Contacts, _) => vec![(activity.gender, 1)],
        (Count::Events | Count::Plans | Count::Entities | Count::Trainers, _) => vec![(None, 1)],
        (Count::Attendances, Quantity::Training { attendances, .. }) => attendances.by_gender().to_vec(),
        (Count::Hours, Quantity::Training { hours: Some(hours), .. }) => vec![(None, minutes(hours))],
        (Count::Value, Quantity::Value(value)) => vec![(activity.gender, value)],
        (Count::Attendances | Count::Hours | Count::Value, _) => Vec::new(),
    }
}

/// To the nearest minute: files give hours with decimals, and 1.33 are 80 minutes.
fn minutes(hours: f64) -> u32 {
    (hours * 60.0).round() as u32
}

/// All that a definition can lack is the day on which a plan was closed.
fn missing(spans: &[Span]) -> MissingFields {
    let lacks = spans.iter().any(|span| !span.left_out.is_empty());
    lacks.then_some(MissingField::ClosedOn).into_iter().collect()
}

/// What counts and what is left out when, from one day of change to the next.
fn spans(standings: &[(u8, Standing)]) -> Vec<Span> {
    let starts = standings.iter().map(|(_, standing)| standing.from);
    let ends = standings.iter().filter_map(|(_, standing)| standing.until);
    let mut days: Vec<NaiveDate> = starts.chain(ends).collect();
    days.sort_unstable();
    days.dedup();
    let next = days.iter().skip(1).copied().map(Some).chain([None]);
    let mut spans: Vec<Span> = Vec::new();
    for (from, until) in days.iter().copied().zip(next) {
        let on = |known: bool| {
            let standings = standings.iter().filter(move |(_, standing)| standing.known == known);
            standings.filter(move |(_, standing)| standing.covers(from)).map(|(bit, _)| *bit)
        };
        let counted: IndicatorSet = on(true).collect();
        let left_out: IndicatorSet = on(false).filter(|bit| !counted.contains(*bit)).collect();
        match spans.last_mut() {
            Some(last) if (last.counted, last.left_out) == (counted, left_out) => last.until = until,
            _ => spans.push(Span { from, until, counted, left_out }),
        }
    }
    spans.retain(|span| !span.counted.is_empty() || !span.left_out.is_empty());
    spans
}
