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
/// before and after. Without a condition on the status, a plan counts from its agreement on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// Where to look.
    pub source: Source,
    /// What to count there.
    pub count: Count,
    /// What a record must fulfil, all of it.
    pub conditions: Vec<Condition>,
}

/// The cut-offs, from one day on and before another, at which something counts.
pub(super) type Stretch = (NaiveDate, Option<NaiveDate>);

impl Definition {
    /// When a record counts, by its conditions; `None` for never.
    pub(super) fn stretch(&self, activity: &Activity<'_>) -> Option<Stretch> {
        let follows_time = |condition: &&Condition| {
            self.source == Source::QualificationPlans && condition.field == Field::Status
        };
        let mut lasting = self.conditions.iter().filter(|condition| !follows_time(condition));
        if self.source != activity.source || !lasting.all(|condition| condition.holds(activity)) {
            return None;
        }
        let (from, until) = match self.source {
            Source::QualificationPlans => {
                plan(activity, self.conditions.iter().filter(follows_time).collect())?
            }
            _ => (activity.from, activity.until),
        };
        until.is_none_or(|until| from < until).then_some((from, until))
    }
}

/// When a plan counts, by conditions on its status.
fn plan(activity: &Activity<'_>, conditions: Vec<&Condition>) -> Option<Stretch> {
    let from = activity.from;
    if conditions.is_empty() {
        return Some((from, None));
    }
    let holds = |status: &str| conditions.iter().all(|condition| condition.names(status));
    let status = activity.get(Field::Status).next()?;
    let before = holds(PlanStatus::Open.as_str());
    if status == PlanStatus::Open.as_str() {
        return before.then_some((from, None));
    }
    match (before, holds(status), activity.until) {
        (true, true, _) => Some((from, None)),
        (true, false, Some(closed_on)) => Some((from, Some(closed_on))),
        (false, true, Some(closed_on)) => Some((from.max(closed_on), None)),
        _ => None,
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
        Definition { source: self.source, count: self.count, conditions }
    }
}
