//! From a case to facts.

use chrono::NaiveDate;

use crate::condition::Condition;
use crate::entry::Entry;
use crate::leaving::{Departure, Leaving, exit, six_months_after};
use crate::timeline::{Tally, Timeline};
use crate::{
    Case, ESF_PLUS, EntityKind, FollowUp, Gender, Group, Indicator, IndicatorSet, MissingFields, Profile,
};

/// What a case counts for, over every possible cut-off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Gender as recorded at the first entry; `None` when missing, and for entities.
    pub gender: Option<Gender>,
    /// What keeps the case from being counted.
    pub missing: MissingFields,
    /// From the first entry on without end, each beginning where the one before ends; neighbours
    /// differ. Empty for a case that never counts.
    pub spans: Vec<Span>,
}

/// Cut-offs for which a case stands the same. A figure at cut-off C is the number of cases with a
/// span that covers C and counts the indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first cut-off.
    pub from: NaiveDate,
    /// The cut-off after the last one; `None` without end.
    pub until: Option<NaiveDate>,
    /// The indicators that count the case.
    pub counted: IndicatorSet,
    /// The indicators that do or might count the case once its missing data are known.
    pub left_out: IndicatorSet,
}

impl Span {
    /// Whether a cut-off lies in the span.
    pub fn covers(&self, cut_off: NaiveDate) -> bool {
        self.from <= cut_off && self.until.is_none_or(|until| cut_off < until)
    }
}

/// The facts of a case under ESF Plus 2021-27 (Regulation (EU) 2021/1057, Annex I).
///
/// Characteristics are those of the first entry; results follow the last exit known at the cut-off
/// and disappear while the person is back in the operation.
pub fn facts(case: &Case<'_>, profile: &Profile) -> Facts {
    let stays = || case.stays.iter().filter(|stay| profile.admits(stay));
    let Some(first) = stays().min_by_key(|stay| stay.entered_on) else {
        return Facts::default();
    };
    let missing = MissingFields::of(first);
    let entry = Entry::new(first, profile);
    let at_entry = at_entry(&entry, case.target_group);
    let mut timeline = Timeline::new(missing.is_empty());
    let mut next_entry = Some(first.entered_on);
    while let Some(entered_on) = next_entry {
        timeline.state(entered_on, at_entry);
        next_entry = stays().map(|stay| stay.entered_on).filter(|later| *later > entered_on).min();
        if let Some(exit) = exit(stays().filter(|stay| stay.entered_on <= entered_on)) {
            let departure = Departure { first_entry: first.entered_on, last_entry: entered_on, exit };
            let results = Results { case, entry: &entry, departure, next_entry };
            results.state(&mut timeline, at_entry);
        }
    }
    Facts { gender: first.gender, missing, spans: timeline.into_spans() }
}

/// The facts of an entity supported for the first time on a day. Entities that no indicator counts,
/// such as large enterprises, have no spans.
pub fn entity_facts(kind: EntityKind, supported_on: NaiveDate) -> Facts {
    let counted: IndicatorSet = (ESF_PLUS.indicators.iter())
        .filter(|indicator| matches!(indicator.condition, Condition::Entity(holds) if holds(kind)))
        .map(|indicator| indicator.bit)
        .collect();
    let span = Span { from: supported_on, until: None, counted, left_out: IndicatorSet::EMPTY };
    Facts { spans: (!counted.is_empty()).then_some(span).into_iter().collect(), ..Facts::default() }
}

fn at_entry(entry: &Entry<'_>, target_group: IndicatorSet) -> Tally {
    let mut tally = Tally::default();
    for indicator in ESF_PLUS.indicators {
        if let Condition::AtEntry(holds) = indicator.condition {
            let verdict =
                if is_condition_of_entry(indicator, target_group) { true.into() } else { holds(entry) };
            tally.note(indicator, verdict);
        }
    }
    tally
}

fn is_condition_of_entry(indicator: &Indicator, target_group: IndicatorSet) -> bool {
    indicator.group == Group::ParticipantsVoluntary && target_group.contains(indicator.bit)
}

/// What follows an exit until the next entry, if there is one.
struct Results<'a> {
    case: &'a Case<'a>,
    entry: &'a Entry<'a>,
    departure: Departure,
    next_entry: Option<NaiveDate>,
}

impl Results<'_> {
    fn state(&self, timeline: &mut Timeline, at_entry: Tally) {
        let mut so_far = at_entry;
        for day in self.departure.days_of_change(self.case) {
            so_far = self.upon_leaving(at_entry, &self.departure.by(day, self.case));
            self.state_from(day, timeline, so_far);
        }
        if let Some(day) = six_months_after(self.departure.exit)
            && let Some(follow_up) = self.follow_up(day)
        {
            self.state_from(day, timeline, self.six_months_later(so_far, follow_up));
        }
    }

    /// An exit recorded for a day before the entry takes effect with the entry.
    fn state_from(&self, day: NaiveDate, timeline: &mut Timeline, tally: Tally) {
        let from = day.max(self.departure.last_entry);
        if self.next_entry.is_none_or(|next| from < next) {
            timeline.state(from, tally);
        }
    }

    /// The latest answered survey from that day on. A survey after a re-entry speaks of a later exit.
    fn follow_up(&self, six_months_later: NaiveDate) -> Option<&FollowUp> {
        (self.case.follow_ups.iter())
            .filter(|survey| survey.is_answered() && survey.surveyed_on >= six_months_later)
            .filter(|survey| self.next_entry.is_none_or(|next| survey.surveyed_on < next))
            .max_by_key(|survey| survey.surveyed_on)
    }

    fn upon_leaving(&self, mut tally: Tally, leaving: &Leaving) -> Tally {
        for indicator in ESF_PLUS.indicators {
            if let Condition::UponLeaving(holds) = indicator.condition {
                tally.note(indicator, holds(self.entry, leaving));
            }
        }
        tally
    }

    fn six_months_later(&self, mut tally: Tally, follow_up: &FollowUp) -> Tally {
        for indicator in ESF_PLUS.indicators {
            if let Condition::SixMonthsLater(holds) = indicator.condition {
                tally.note(indicator, holds(self.entry, follow_up));
            }
        }
        tally
    }
}
