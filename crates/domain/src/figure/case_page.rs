//! The cases behind one figure, page by page.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::prelude::Uuid;

use super::{
    Breakdown, FigureCase, FigureQuery,
    case::{Found, Which, holding, in_order, listed},
    columns::{Block, Day, Fact, PeriodFacts},
    service::{self, audit_reading, off_the_runtime, require_askable},
    tally::on_all_cores,
    units::Question,
};
use crate::{
    Domain, Error, Part, Result, Viewer,
    fact::{Subject, SubjectKind},
    id::SubProjectId,
    indicator::Indicator,
    sub_project::RegionCategory,
};
/// One figure.
#[derive(Clone, Debug)]
pub struct FigureKey {
    /// Code of the funding period.
    pub period: String,
    /// What had happened by this day.
    pub cut_off: NaiveDate,
    /// As known at this moment; none means now.
    pub known_at: Option<DateTime<Utc>>,
    /// What it is about: the level and the code, as in [`super::Unit`].
    pub unit: (Breakdown, Option<String>),
    /// Its category of region.
    pub region_category: RegionCategory,
    /// Code of its indicator.
    pub indicator: String,
}

/// Which part of a figure's cases to read.
#[derive(Clone, Debug)]
pub struct CasePageRequest {
    /// Those that count, or those left out.
    pub which: Which,
    /// The last case seen; none means from the start.
    pub after: Option<CaseCursor>,
    /// How many at most.
    pub limit: usize,
}

/// The place of a case in the order of a figure's cases.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CaseCursor {
    /// Code of its sub-project.
    pub sub_project: String,
    /// What it is about.
    pub subject: Subject,
}

impl CaseCursor {
    /// The place of a case.
    pub fn of(case: &FigureCase) -> Self {
        Self { sub_project: case.sub_project.to_string(), subject: case.subject }
    }

    /// The place as plain data: code of the sub-project, code of the subject's kind, its key.
    pub fn into_parts(self) -> (String, String, Uuid) {
        (self.sub_project, self.subject.kind.as_str().to_owned(), self.subject.id)
    }

    /// The place that plain data name; none when there is no such kind of subject.
    pub fn from_parts((sub_project, kind, id): (String, String, Uuid)) -> Option<Self> {
        let kind: SubjectKind = kind.parse().ok()?;
        Some(Self { sub_project, subject: Subject { kind, id } })
    }
}

/// A page of a figure's cases.
#[derive(Clone, Debug)]
pub struct CasePage {
    /// The cases, by code of the sub-project, then by subject.
    pub cases: Vec<FigureCase>,
    /// Whether there are more behind them.
    pub goes_on: bool,
    /// How many there are on all pages.
    pub total_count: u64,
    /// The sum of their quantities: the total of the figure, or what is left out of it.
    pub quantity: u64,
}

/// A page of the cases behind a figure, or of those left out of it; the reading is audited.
///
/// # Errors
/// Those of [`super::cases`]; [`Error::NotFound`] when there is no such figure.
pub async fn case_page(
    domain: &Domain,
    viewer: &Viewer,
    key: &FigureKey,
    request: CasePageRequest,
) -> Result<CasePage> {
    viewer.require_reader()?;
    let query = key.query();
    require_askable(domain, viewer, &query)?;
    let (question, facts) = service::read(domain, viewer, &query).await?;
    let at = question.place(key).ok_or(Error::NotFound("figure"))?;
    let limit = request.limit;
    let work = {
        let (question, day) = (Arc::clone(&question), Day::of(key.cut_off));
        move || read(&facts, (&question, at), &request, day)
    };
    let read = off_the_runtime(question.rows[at].sub_projects.len() * 1000, work).await;
    let (row, indicator) = (&question.rows[at], &question.indicators[0]);
    let Part { rows: page, goes_on } = Part::first(read.page, limit);
    let found = page.iter().filter_map(|taken| {
        let code = question.codes.get(&taken.0)?;
        let (subject, fact, since) = (taken.1, taken.2, taken.3);
        Some(Found { row, indicator, which: read.which, code, subject, fact, since })
    });
    let cases = listed(domain, found.collect()).await?;
    audit_reading(domain, viewer, (&question, cases.len())).await?;
    Ok(CasePage { cases, goes_on, total_count: read.count, quantity: read.quantity })
}

impl FigureKey {
    /// The question whose answer holds the figure.
    pub(super) fn query(&self) -> FigureQuery {
        let (level, code) = &self.unit;
        let code_of = |wanted| code.clone().filter(|_| *level == wanted);
        FigureQuery {
            period: self.period.clone(),
            cut_off: self.cut_off,
            known_at: self.known_at,
            network: code_of(Breakdown::Network),
            strand: None,
            sub_project: code_of(Breakdown::SubProject),
            by: Some(*level),
            kinds: Vec::new(),
            indicators: vec![self.indicator.clone()],
        }
    }
}

impl Question {
    /// The row of a figure.
    pub(super) fn place(&self, key: &FigureKey) -> Option<usize> {
        let (level, code) = &key.unit;
        self.rows.iter().position(|row| {
            let same_unit = row.unit.kind == *level && row.unit.code == *code;
            same_unit && row.region_category == key.region_category
        })
    }
}

/// What was read of a figure's cases.
struct Read {
    which: Which,
    page: Vec<(SubProjectId, Subject, Fact, Day)>,
    count: u64,
    quantity: u64,
}

fn read(
    facts: &PeriodFacts,
    (question, row): (&Question, usize),
    request: &CasePageRequest,
    day: Day,
) -> Read {
    let which = request.which;
    let mut read = Read { which, page: Vec::new(), count: 0, quantity: 0 };
    let indicator = &question.indicators[0];
    // one more than wanted tells whether the list goes on
    let most = request.limit.saturating_add(1);
    let places = in_order(question, &question.rows[row]).into_iter();
    let blocks: Vec<_> = places.map(|(code, id)| (code, id, facts.about(id, indicator.kind))).collect();
    let sizes: Vec<usize> = blocks.iter().map(|(.., block)| block.len()).collect();
    let counts = on_all_cores(&sizes, |at| count(blocks[at].2, (indicator, which), day));
    for ((code, id, block), (count, quantity)) in blocks.into_iter().zip(counts) {
        read.count += count;
        read.quantity += quantity;
        let after = request.after.as_ref();
        if count == 0 || read.page.len() >= most || after.is_some_and(|after| *after.sub_project > **code) {
            continue;
        }
        let people = facts.lock_people();
        let begin = after.filter(|after| *after.sub_project == **code);
        let begin = begin.map_or(0, |after| block.up_to(after.subject, &people));
        let more = (begin..block.cases().end).flat_map(|case| {
            let people = &people;
            holding(block, case, (indicator, which), day)
                .map(move |(fact, since)| (id, block.subject(case, people), fact, since))
        });
        read.page.extend(more.take(most - read.page.len()));
    }
    read
}

/// How many facts of a block are among a figure's, and the sum of their quantities.
fn count(block: &Block, (indicator, which): (&Indicator, Which), day: Day) -> (u64, u64) {
    let taken = |fact: &Fact| fact.holds_on(day) && which.takes(fact, indicator);
    if which == Which::LeftOut {
        let left_out = block.leaving_out().map(|at| block.fact(at)).filter(taken);
        return left_out.fold((0, 0), |(count, sum), fact| (count + 1, sum + u64::from(fact.quantity)));
    }
    let (counted, from, until, _) = block.raw();
    let rows = counted.iter().zip(from.iter().zip(until));
    let count = rows
        .map(|(counted, (from, until))| {
            counted >> indicator.bit & u64::from((*from <= day.0) & (day.0 < *until))
        })
        .map(|bits| bits & 1)
        .sum();
    let weighed = block.quantities().filter(|(at, _)| taken(&block.fact(*at)));
    let quantity = weighed.fold(count, |sum: u64, (_, quantity)| (sum + u64::from(quantity)).wrapping_sub(1));
    (count, quantity)
}
