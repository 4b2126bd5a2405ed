//! From activities to facts.

use chrono::NaiveDate;

use super::definition::Standing;
use super::{Activity, Count, Definition, Quantity};
use crate::{Gender, IndicatorSet, MissingField, MissingFields, Span};

/// What a record or a person counts for, and how much, in one gender column.
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
            let claim = Claim { bit: *bit, gender, standing };
            let found = shares.iter_mut().find(|share| (share.gender, share.quantity) == (gender, quantity));
            match found {
                Some(share) => share.claims.push(claim),
                None => shares.push(Share { gender, quantity, claims: vec![claim] }),
            }
        }
    }
    shares.iter().map(|share| Counted::of(&share.claims, (share.gender, share.quantity))).collect()
}

/// What counts in one gender column with one quantity.
struct Share {
    gender: Option<Gender>,
    quantity: u32,
    claims: Vec<Claim>,
}

/// What a person counts for in one sub-project: for each definition of [`Count::Persons`] at the
/// cut-offs at which one of the activities counts. What happened stays counted; a state, such as an
/// open plan, ends. At most one entry per gender; no definition counts in two of them at a cut-off.
///
/// Gender is that of the activity that makes the person count: of those that count at the cut-off
/// the one that has done so for longest, of those of one day the first in the slice. Where that one
/// knows none, as plans do not, it is the first one recorded: of the earliest activity that has one.
/// What the law asks for is not asked here: `missing` names only what a definition needs.
pub fn person_facts(definitions: &[(u8, &Definition)], activities: &[Activity<'_>]) -> Vec<Counted> {
    let of_persons = definitions.iter().filter(|(_, definition)| definition.count == Count::Persons);
    let with_gender = activities.iter().filter(|activity| activity.gender.is_some());
    let first = with_gender.min_by_key(|activity| activity.from).and_then(|activity| activity.gender);
    let claims: Vec<Claim> = of_persons
        .flat_map(|(bit, definition)| {
            activities.iter().filter_map(|activity| {
                let standing = definition.standing(activity)?;
                Some(Claim { bit: *bit, gender: activity.gender.or(first), standing })
            })
        })
        .collect();
    let mut genders: Vec<Option<Gender>> = claims.iter().map(|claim| claim.gender).collect();
    genders.sort_unstable();
    genders.dedup();
    let counted = genders.into_iter().map(|gender| Counted::of(&claims, (gender, 1)));
    counted.filter(|counted| !counted.spans.is_empty()).collect()
}

/// That a definition counts an activity, or might.
struct Claim {
    bit: u8,
    gender: Option<Gender>,
    standing: Standing,
}

impl Counted {
    /// What claims come to in one gender column; those on one definition stand together.
    fn of(claims: &[Claim], (gender, quantity): (Option<Gender>, u32)) -> Self {
        let spans = spans(claims, gender);
        Self { gender, quantity, missing: missing(&spans), spans }
    }
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

/// What counts in a gender column and what is left out of it when, from one day of change to the next.
fn spans(claims: &[Claim], gender: Option<Gender>) -> Vec<Span> {
    let starts = claims.iter().map(|claim| claim.standing.from);
    let ends = claims.iter().filter_map(|claim| claim.standing.until);
    let mut days: Vec<NaiveDate> = starts.chain(ends).collect();
    days.sort_unstable();
    days.dedup();
    let next = days.iter().skip(1).copied().map(Some).chain([None]);
    let mut spans: Vec<Span> = Vec::new();
    for (from, until) in days.iter().copied().zip(next) {
        let deciding =
            || claims.chunk_by(|one, other| one.bit == other.bit).filter_map(|all| decides(all, from));
        let on = |known: bool| {
            let wanted =
                deciding().filter(move |claim| (claim.standing.known, claim.gender) == (known, gender));
            wanted.map(|claim| claim.bit).collect::<IndicatorSet>()
        };
        let (counted, left_out) = (on(true), on(false));
        match spans.last_mut() {
            Some(last) if (last.counted, last.left_out) == (counted, left_out) => last.until = until,
            _ => spans.push(Span { from, until, counted, left_out }),
        }
    }
    spans.retain(|span| !span.counted.is_empty() || !span.left_out.is_empty());
    spans
}

/// Which of the claims on one definition tells how it stands at a cut-off: one that is known to count
/// before one that might, then the earliest.
fn decides(claims: &[Claim], cut_off: NaiveDate) -> Option<&Claim> {
    let standing = claims.iter().filter(|claim| claim.standing.covers(cut_off));
    standing.min_by_key(|claim| (!claim.standing.known, claim.standing.from))
}
