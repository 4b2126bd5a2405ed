//! What an indicator of the programme counts.

use chrono::NaiveDate;

use super::age_range::AgeRange;
use super::{Activity, Count, Field, PlanStatus, Source};

/// A condition on a record: one of the field's values is one of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The field asked.
    pub field: Field,
    /// The values that fulfil it (see [`super::Allowed`]).
    pub any_of: Vec<String>,
}

/// What an indicator counts: of the records of a source, those that fulfil every condition.
///
/// A condition on the status of a plan follows time: a plan that was closed counts as open from its
/// agreement to the day before it was closed ([`Activity::until`]), and by its present status from
/// the day it was closed on. A plan of which that day is unknown fulfils only conditions that hold
/// before and after; of others it is left out until the day is known. Without a condition on the
/// status, a plan counts from its agreement on.
///
/// What happened before the definition is valid does not count. A state that began before, such as
/// belonging to the pool of trainers or an open plan, counts from the first valid day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// Where to look.
    pub source: Source,
    /// What to count there.
    pub count: Count,
    /// What a record must fulfil, all of it.
    pub conditions: Vec<Condition>,
    /// The first day of what it counts; `None` for no limit.
    pub valid_from: Option<NaiveDate>,
}

/// The cut-offs at which a record counts, or might.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Standing {
    /// The first one.
    pub(super) from: NaiveDate,
    /// The one after the last; `None` without end.
    pub(super) until: Option<NaiveDate>,
    /// Whether it does count; otherwise that depends on a day that is not recorded.
    pub(super) known: bool,
    /// Whether it is a state, which began before and ends, and no event.
    is_state: bool,
}

impl Standing {
    const fn counts((from, until): (NaiveDate, Option<NaiveDate>)) -> Self {
        Self { from, until, known: true, is_state: false }
    }

    /// Whether a cut-off is among them.
    pub(super) fn covers(&self, cut_off: NaiveDate) -> bool {
        self.from <= cut_off && self.until.is_none_or(|until| cut_off < until)
    }

    /// What is left of it from a day on; `None` for nothing.
    fn since(self, day: NaiveDate) -> Option<Self> {
        let begins = self.from >= day || self.is_state || !self.known;
        begins.then_some(Self { from: self.from.max(day), ..self })
    }
}

impl Definition {
    /// When a record counts, or might, by its conditions; `None` for never.
    pub(super) fn standing(&self, activity: &Activity<'_>) -> Option<Standing> {
        let follows_time = |condition: &&Condition| {
            self.source == Source::QualificationPlans && condition.field == Field::Status
        };
        let mut lasting = self.conditions.iter().filter(|condition| !follows_time(condition));
        if self.source != activity.source || !lasting.all(|condition| condition.holds(activity)) {
            return None;
        }
        let standing = match self.source {
            Source::QualificationPlans => {
                plan(activity, self.conditions.iter().filter(follows_time).collect())?
            }
            Source::Trainers => {
                Standing { is_state: true, ..Standing::counts((activity.from, activity.until)) }
            }
            _ => Standing::counts((activity.from, activity.until)),
        };
        let standing = match self.valid_from {
            Some(day) => standing.since(day)?,
            None => standing,
        };
        standing.until.is_none_or(|until| standing.from < until).then_some(standing)
    }
}

/// When a plan counts, by conditions on its status.
fn plan(activity: &Activity<'_>, conditions: Vec<&Condition>) -> Option<Standing> {
    let from = activity.from;
    if conditions.is_empty() {
        return Some(Standing::counts((from, None)));
    }
    let holds = |status: &str| conditions.iter().all(|condition| condition.names(status));
    let status = activity.get(Field::Status).next()?;
    let before = holds(PlanStatus::Open.as_str());
    let state = |until| Standing { is_state: true, ..Standing::counts((from, until)) };
    if status == PlanStatus::Open.as_str() {
        return before.then(|| state(None));
    }
    match (before, holds(status), activity.until) {
        (true, true, _) => Some(state(None)),
        (true, false, Some(closed_on)) => Some(state(Some(closed_on))),
        (false, true, Some(closed_on)) => Some(Standing::counts((from.max(closed_on), None))),
        (true, false, None) | (false, true, None) => {
            Some(Standing { known: false, ..Standing::counts((from, None)) })
        }
        (false, false, _) => None,
    }
}

impl Condition {
    fn holds(&self, activity: &Activity<'_>) -> bool {
        activity.get(self.field).any(|value| match self.field {
            Field::Age => value.parse().is_ok_and(|age| self.covers(age)),
            _ => self.names(value),
        })
    }

    fn names(&self, value: &str) -> bool {
        self.any_of.iter().any(|wanted| wanted == value)
    }

    /// Whether an age is in one of the ranges.
    pub(super) fn covers(&self, age: u32) -> bool {
        let mut ranges = self.any_of.iter().filter_map(|range| range.parse::<AgeRange>().ok());
        ranges.any(|range| range.contains(age))
    }
}

/// A definition that comes with the software.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Recipe {
    pub(crate) source: Source,
    pub(crate) count: Count,
    pub(crate) conditions: &'static [(Field, &'static [&'static str])],
}

impl Recipe {
    pub(crate) fn definition(self) -> Definition {
        let condition = |(field, any_of): &(Field, &[&str])| Condition {
            field: *field,
            any_of: any_of.iter().map(|&value| value.to_owned()).collect(),
        };
        let conditions = self.conditions.iter().map(condition).collect();
        Definition { source: self.source, count: self.count, conditions, valid_from: None }
    }
}
