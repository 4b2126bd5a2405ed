//! From activities to facts.

use chrono::NaiveDate;

use super::definition::Stretch;
use super::{Activity, Count, Definition, Quantity};
use crate::{Facts, Gender, IndicatorSet, MissingFields, Span};

/// What a record counts for, and how much, in one gender column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The column; `None` (or [`Gender::NotStated`]) for the total alone.
    pub gender: Option<Gender>,
    /// How much it adds to each figure, at least 1.
    pub quantity: u32,
    /// At which cut-offs it counts for which indicators, ascending; `left_out` is empty.
    pub spans: Vec<Span>,
}

/// What one record counts for by itself; [`Count::Persons`] is left to [`person_facts`]. The
/// definitions come with their bits, 0 to 63. At most one entry per gender and quantity.
///
/// A value by hand belongs to one indicator: the caller gives that definition alone.
pub fn record_facts(definitions: &[(u8, &Definition)], activity: &Activity<'_>) -> Vec<Counted> {
    let mut shares: Vec<Share> = Vec::new();
    for (bit, definition) in definitions {
        let Some(stretch) = definition.stretch(activity) else {
            continue;
        };
        for (gender, quantity) in amounts(definition.count, activity).into_iter().filter(|(_, n)| *n > 0) {
            let found = shares.iter_mut().find(|share| (share.gender, share.quantity) == (gender, quantity));
            match found {
                Some(share) => share.stretches.push((*bit, stretch)),
                None => shares.push(Share { gender, quantity, stretches: vec![(*bit, stretch)] }),
            }
        }
    }
    let counted =
        |Share { gender, quantity, stretches }| Counted { gender, quantity, spans: spans(&stretches) };
    shares.into_iter().map(counted).collect()
}

/// What counts in one gender column with one quantity, and when.
struct Share {
    gender: Option<Gender>,
    quantity: u32,
    stretches: Vec<(u8, Stretch)>,
}

/// What a person counts for in one sub-project: for each definition of [`Count::Persons`] from the
/// first day on which one of the activities counts, without end.
///
/// Gender is the first one recorded: of the earliest activity that has one, of those that begin on
/// one day the first in the slice. `missing` is empty: what the law asks for is not asked here.
pub fn person_facts(definitions: &[(u8, &Definition)], activities: &[Activity<'_>]) -> Facts {
    let first_day = |definition: &Definition| -> Option<NaiveDate> {
        activities.iter().filter_map(|activity| definition.stretch(activity)).map(|(from, _)| from).min()
    };
    let stretches: Vec<(u8, Stretch)> = (definitions.iter())
        .filter(|(_, definition)| definition.count == Count::Persons)
        .filter_map(|(bit, definition)| Some((*bit, (first_day(definition)?, None))))
        .collect();
    let with_gender = activities.iter().filter(|activity| activity.gender.is_some());
    let gender = with_gender.min_by_key(|activity| activity.from).and_then(|activity| activity.gender);
    Facts { gender, missing: MissingFields::default(), spans: spans(&stretches) }
}

/// How much a record amounts to, by gender column.
fn amounts(count: Count, activity: &Activity<'_>) -> Vec<(Option<Gender>, u32)> {
    match (count, activity.quantity) {
        (Count::Persons, _) => Vec::new(),
        (Count::Entries | Count::Contacts, _) => vec![(activity.gender, 1)],
        (Count::Events | Count::Plans | Count::Entities | Count::Trainers, _) => vec![(None, 1)],
        (Count::Attendances, Quantity::Training { attendances, .. }) => attendances.by_gender().to_vec(),
        (Count::Hours, Quantity::Training { hours: Some(hours), .. }) => vec![(None, full(hours))],
        (Count::Value, Quantity::Value(value)) => vec![(activity.gender, value)],
        (Count::Attendances | Count::Hours | Count::Value, _) => Vec::new(),
    }
}

/// To the nearest full hour, half an hour up.
fn full(hours: f64) -> u32 {
    hours.round() as u32
}

/// What counts when, from one day of change to the next.
fn spans(stretches: &[(u8, Stretch)]) -> Vec<Span> {
    let starts = stretches.iter().map(|(_, (from, _))| *from);
    let ends = stretches.iter().filter_map(|(_, (_, until))| *until);
    let mut days: Vec<NaiveDate> = starts.chain(ends).collect();
    days.sort_unstable();
    days.dedup();
    let next = days.iter().skip(1).copied().map(Some).chain([None]);
    let mut spans: Vec<Span> = Vec::new();
    for (from, until) in days.iter().copied().zip(next) {
        let covers = |(_, (start, end)): &&(u8, Stretch)| *start <= from && end.is_none_or(|end| from < end);
        let counted: IndicatorSet = stretches.iter().filter(covers).map(|(bit, _)| *bit).collect();
        match spans.last_mut() {
            Some(last) if last.counted == counted => last.until = until,
            _ => spans.push(Span { from, until, counted, left_out: IndicatorSet::EMPTY }),
        }
    }
    spans.retain(|span| !span.counted.is_empty());
    spans
}
