//! From a case to facts.

use chrono::NaiveDate;

use crate::condition::Condition;
use crate::entry::Entry;
use crate::leaving::{Departure, exit};
use crate::results::Results;
use crate::timeline::{Tally, Timeline};
use crate::{
    Answer, Case, EntityKind, Gender, Group, Indicator, IndicatorSet, MissingField, MissingFields, Profile,
    Rulebook, RunningOperations, Stay,
};

/// What a case counts for under one rulebook, over every possible cut-off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Gender as recorded at the first entry; `None` when missing, and for entities and projects.
    /// A case that counts without a gender that has a column (see [`Rulebook::genders`]) stands in
    /// the total and in no column.
    pub gender: Option<Gender>,
    /// What keeps the case from being counted, or from being counted for more.
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

impl Facts {
    /// What counts for the same indicators from a day on, and is nobody's gender.
    pub(crate) fn from_day(from: NaiveDate, counted: IndicatorSet) -> Self {
        let span = Span { from, until: None, counted, left_out: IndicatorSet::EMPTY };
        Self { spans: (!counted.is_empty()).then_some(span).into_iter().collect(), ..Self::default() }
    }
}

/// The facts of a case under a rulebook of the law (Annex I of Regulation (EU) 2021/1057 or of
/// Regulation (EU) 1304/2013).
///
/// Characteristics are those of the first entry; results follow the last exit known at the cut-off
/// and disappear while the person is back in the operation.
pub fn facts(case: &Case<'_>, rulebook: &'static Rulebook, profile: &Profile) -> Facts {
    let stays = case.stays.iter().filter(|stay| profile.admits(stay));
    let Some(first) = stays.min_by_key(|stay| stay.entered_on) else {
        return Facts::default();
    };
    let mut missing = MissingFields::of(first, rulebook);
    let course = Course { case, rulebook, first, missing };
    let spans = course.spans(&Entry::new(first, case, profile));
    let leaves_out = spans.iter().any(|span| !span.left_out.is_empty());
    if leaves_out && first.in_education.is_none() {
        let answered = Entry::new(first, case, profile).answering(Answer::Yes);
        if course.spans(&answered) != spans {
            missing.insert(MissingField::InEducation);
        }
    }
    Facts { gender: first.gender, missing, spans }
}

/// A case from its first stay on.
struct Course<'a> {
    case: &'a Case<'a>,
    rulebook: &'static Rulebook,
    first: &'a Stay,
    missing: MissingFields,
}

impl Course<'_> {
    /// How the case stands over time, with what is known of the first entry.
    fn spans(&self, entry: &Entry<'_>) -> Vec<Span> {
        let Self { case, rulebook, first, missing } = *self;
        let stays = || case.stays.iter().filter(|stay| entry.profile().admits(stay));
        let at_entry = at_entry(rulebook, entry);
        let mut timeline = Timeline::new(missing.is_empty());
        let mut next_entry = Some(first.entered_on);
        while let Some(entered_on) = next_entry {
            timeline.state(entered_on, at_entry);
            next_entry = stays().map(|stay| stay.entered_on).filter(|later| *later > entered_on).min();
            if let Some(exit) = exit(stays().filter(|stay| stay.entered_on <= entered_on)) {
                let departure = Departure { first_entry: first.entered_on, last_entry: entered_on, exit };
                let results = Results { case, rulebook, entry, departure, next_entry };
                results.state(&mut timeline, at_entry);
            }
        }
        let spans = timeline.into_spans();
        match entry.profile().running_operations {
            RunningOperations::Counted => spans,
            RunningOperations::CompletedOnly => completed(spans, case.operation_ends_on),
        }
    }
}

/// The facts of an entity supported for the first time on a day. Entities that no indicator counts,
/// such as large enterprises, have no spans.
pub fn entity_facts(rulebook: &'static Rulebook, kind: EntityKind, supported_on: NaiveDate) -> Facts {
    let counts =
        |indicator: &&Indicator| matches!(indicator.condition, Condition::Entity(holds) if holds(kind));
    let counted = rulebook.indicators.iter().filter(counts).map(|indicator| indicator.bit).collect();
    Facts::from_day(supported_on, counted)
}

/// The facts of a project, from its first day on: those indicators of its target group that count
/// projects. No spans under a rulebook that counts none.
pub fn project_facts(rulebook: &'static Rulebook, target_group: IndicatorSet, starts_on: NaiveDate) -> Facts {
    let counts = |indicator: &&Indicator| matches!(indicator.condition, Condition::Project);
    let counted = rulebook.members(target_group).filter(counts).map(|indicator| indicator.bit).collect();
    Facts::from_day(starts_on, counted)
}

fn at_entry(rulebook: &Rulebook, entry: &Entry<'_>) -> Tally {
    let mut tally = Tally::default();
    for indicator in rulebook.indicators {
        match indicator.condition {
            Condition::AtEntry(_) if is_condition_of_entry(indicator, entry) => {
                tally.note(indicator, true.into());
            }
            Condition::AtEntry(holds) => tally.note(indicator, holds(entry)),
            Condition::Everyone => tally.note_anyway(indicator),
            _ => {}
        }
    }
    tally
}

fn is_condition_of_entry(indicator: &Indicator, entry: &Entry<'_>) -> bool {
    indicator.group == Group::ParticipantsVoluntary && entry.target_group().contains(indicator.bit)
}

/// What is left of the spans when cut-offs before the operation's last day know nothing.
fn completed(spans: Vec<Span>, ends_on: Option<NaiveDate>) -> Vec<Span> {
    let Some(ends_on) = ends_on else {
        return Vec::new();
    };
    let lasts = |span: &Span| span.until.is_none_or(|until| until > ends_on);
    let cut = |span: Span| Span { from: span.from.max(ends_on), ..span };
    spans.into_iter().filter(lasts).map(cut).collect()
}
