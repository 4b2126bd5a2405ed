//! The cases behind figures, and those left out of them.

use std::sync::Arc;

use chrono::NaiveDate;
use counting::{Gender, MissingFields};

use super::{
    Unit,
    columns::{Block, Day, Fact, PeriodFacts},
    references::References,
    units::{Question, Row},
};
use crate::{
    Domain, Result, fact::Subject, id::SubProjectId, indicator::Indicator, sub_project::RegionCategory,
};

/// A case behind a figure, or one left out of it. Pseudonymous: the reference is the project's own.
#[derive(Clone, Debug)]
pub struct FigureCase {
    /// The unit of the figure.
    pub unit: Arc<Unit>,
    /// The region category of the figure.
    pub region_category: RegionCategory,
    /// The indicator.
    pub indicator: Arc<Indicator>,
    /// Code of the sub-project the case belongs to.
    pub sub_project: Arc<str>,
    /// What it is about.
    pub subject: Subject,
    /// Reference of the person or the entity; the key where there is no other.
    pub reference: String,
    /// Gender column, when known and the case is a person.
    pub gender: Option<Gender>,
    /// How much it counts: 1 for most.
    pub quantity: u32,
    /// First cut-off day on which the case has stood in, or been left out of, figures as it does now.
    pub since: NaiveDate,
    /// Whether it counts; otherwise it is left out because of `missing`.
    pub counted: bool,
    /// What is missing.
    pub missing: MissingFields,
}

/// Which cases of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Those that count.
    Counted,
    /// Those left out for missing data.
    LeftOut,
}

impl Which {
    /// Whether a fact is among them for an indicator.
    pub(super) fn takes(self, fact: &Fact, indicator: &Indicator) -> bool {
        match self {
            Self::Counted => fact.counted.contains(indicator.bit),
            Self::LeftOut => fact.left_out.contains(indicator.bit),
        }
    }
}

/// A fact that makes a case one of a figure's.
pub(super) struct Found<'a> {
    pub row: &'a Row,
    pub indicator: &'a Arc<Indicator>,
    pub which: Which,
    pub code: &'a Arc<str>,
    pub subject: Subject,
    pub fact: Fact,
    pub since: Day,
}

/// The sub-projects of a row in the order of their codes.
pub(super) fn in_order<'a>(question: &'a Question, row: &Row) -> Vec<(&'a Arc<str>, SubProjectId)> {
    let codes = row.sub_projects.iter().filter_map(|id| Some((question.codes.get(id)?, *id)));
    let mut codes: Vec<_> = codes.collect();
    codes.sort_unstable();
    codes
}

/// All cases of a figure in their order: by the code of the sub-project, then by subject.
pub(super) fn found_in<'a>(
    facts: &PeriodFacts,
    question: &'a Question,
    (row, indicator, which): (&'a Row, &'a Arc<Indicator>, Which),
    cut_off: NaiveDate,
) -> Vec<Found<'a>> {
    let people = facts.lock_people();
    let mut all = Vec::new();
    for (code, id) in in_order(question, row) {
        let block = facts.about(id, indicator.kind);
        for case in block.cases() {
            for (fact, since) in holding(block, case, (indicator, which), Day::of(cut_off)) {
                let subject = block.subject(case, &people);
                all.push(Found { row, indicator, which, code, subject, fact, since });
            }
        }
    }
    all
}

/// The facts of a case that hold on a day and put it among a figure's, each with the day since when it has been so.
pub(super) fn holding<'a>(
    block: &'a Block,
    case: usize,
    (indicator, which): (&'a Indicator, Which),
    day: Day,
) -> impl Iterator<Item = (Fact, Day)> + 'a {
    let all = block.facts_of(case);
    let facts = all.clone().map(|at| block.fact(at));
    facts.filter(move |fact| fact.holds_on(day) && which.takes(fact, indicator)).map(move |fact| {
        let stands = |other: &Fact| which.takes(other, indicator);
        (fact, since(all.clone().map(|at| block.fact(at)), &fact, stands))
    })
}

/// Since which day a case has stood as one of its facts has it, as far as `same` sees. Facts come in the order of days; those
/// of other gender columns may lie between them.
pub(super) fn since(
    facts: impl DoubleEndedIterator<Item = Fact>,
    fact: &Fact,
    same: impl Fn(&Fact) -> bool,
) -> Day {
    let earlier = facts.rev().skip_while(|other| other.from >= fact.from);
    earlier.filter(same).fold(fact.from, |since, other| if other.until == since { other.from } else { since })
}

/// The cases with their references.
pub(super) async fn listed(domain: &Domain, found: Vec<Found<'_>>) -> Result<Vec<FigureCase>> {
    let references = References::of(&domain.db, found.iter().map(|found| found.subject)).await?;
    let case = |found: Found<'_>| FigureCase {
        unit: Arc::clone(&found.row.unit),
        region_category: found.row.region_category,
        indicator: Arc::clone(found.indicator),
        sub_project: Arc::clone(found.code),
        reference: references.get(found.subject),
        subject: found.subject,
        gender: found.fact.gender,
        quantity: found.fact.quantity,
        since: found.since.date(),
        counted: found.which == Which::Counted,
        missing: found.fact.missing,
    };
    Ok(found.into_iter().map(case).collect())
}
