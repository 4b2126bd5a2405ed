//! Making figures and listing the cases behind them.

use std::{collections::BTreeSet, sync::Arc};

use chrono::NaiveDate;

use super::{
    Breakdown, Figure, FigureCase, FigureQuery,
    case::{Found, Which, found_in, listed},
    columns::{self, Day, PeriodFacts},
    disclosure,
    store::Known,
    tally,
    units::{self, Question},
};
use crate::{
    Domain, Error, Result, Scope, Viewer, attainment,
    audit::{self, Action, Entry},
    id::SubProjectId,
    indicator::RulebookKind,
};

/// The figures asked for: one per unit, region category and indicator, zeros included, in this order.
///
/// Somebody who is not signed in gets public figures: for the period or its networks, at month ends, rounded to
/// multiples of ten.
///
/// # Errors
/// Unknown codes, a cut-off before the period and unknown indicators are [`Error::Invalid`]; a unit the
/// viewer may not see is the same as an unknown one.
pub async fn figures(domain: &Domain, viewer: &Viewer, query: &FigureQuery) -> Result<Vec<Figure>> {
    require_askable(domain, viewer, query)?;
    let question = Arc::new(units::resolve(&domain.db, &domain.clock, viewer, query).await?);
    let facts = facts(domain, query, &question).await?;
    let figures = count(Arc::clone(&question), facts, query.cut_off).await;
    let figures = attainment::with_targets(domain, viewer, query.in_force(&question.period), figures).await?;
    let figures = figures.into_iter();
    Ok(if viewer.is_anonymous() { figures.map(disclosure::publish).collect() } else { figures.collect() })
}

/// The figures of a question out of facts.
pub(super) async fn count(
    question: Arc<Question>,
    facts: Arc<PeriodFacts>,
    cut_off: NaiveDate,
) -> Vec<Figure> {
    off_the_runtime(facts.held().facts, move || count_now(&question, &facts, cut_off)).await
}

fn count_now(question: &Question, facts: &PeriodFacts, cut_off: NaiveDate) -> Vec<Figure> {
    let units: Vec<&[SubProjectId]> = question.rows.iter().map(|row| &*row.sub_projects).collect();
    let (tallies, whole) = tally::tallies(facts, &question.kinds(), (&units, Day::of(cut_off)));
    let period: Arc<str> = question.period.code.as_str().into();
    let figures = question.rows.iter().zip(&tallies).flat_map(|(row, tally)| {
        let (period, whole) = (&period, &whole);
        question.owed_by(row).map(move |indicator| Figure {
            period: Arc::clone(period),
            unit: Arc::clone(&row.unit),
            region_category: row.region_category,
            indicator: Arc::clone(indicator),
            genders: tally.genders(indicator),
            total: tally.total(indicator),
            persons: tally.people(indicator),
            persons_in_whole: whole.people(indicator),
            excluded: Some(tally.left_out(indicator)),
            target: None,
            rounded: false,
        })
    });
    figures.collect()
}

/// From so many facts on, counting would keep other requests waiting.
const LONG_WORK: usize = 50_000;

/// Does work on so many facts where it keeps nobody waiting.
pub(super) async fn off_the_runtime<T: Send + 'static>(
    facts: usize,
    work: impl FnOnce() -> T + Send + 'static,
) -> T {
    if facts < LONG_WORK {
        return work();
    }
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(panicked) => std::panic::resume_unwind(panicked.into_panic()),
    }
}

/// The cases behind the same figures and those left out of them, figure by figure; the reading is audited.
///
/// # Errors
/// Those of [`figures`]; somebody who is not signed in is refused.
pub async fn cases(domain: &Domain, viewer: &Viewer, query: &FigureQuery) -> Result<Vec<FigureCase>> {
    viewer.require_reader()?;
    require_askable(domain, viewer, query)?;
    let question = units::resolve(&domain.db, &domain.clock, viewer, query).await?;
    let facts = facts(domain, query, &question).await?;
    let mut found: Vec<Found<'_>> = Vec::new();
    for row in &question.rows {
        for indicator in &question.indicators {
            for which in [Which::Counted, Which::LeftOut] {
                found.extend(found_in(&facts, &question, (row, indicator, which), query.cut_off));
            }
        }
    }
    let cases = listed(domain, found).await?;
    let read: BTreeSet<_> = cases.iter().map(|case| (&case.sub_project, &case.reference)).collect();
    audit_reading(domain, viewer, (&question, read.len())).await?;
    Ok(cases)
}

/// Notes that somebody read cases.
pub(super) async fn audit_reading(
    domain: &Domain,
    viewer: &Viewer,
    (question, cases): (&Question, usize),
) -> Result<()> {
    let entry = Entry {
        object_id: Some(question.period.code.clone()),
        record_count: cases,
        ..Entry::new(Action::Read, "participation", "cases behind figures")
    };
    audit::record(domain, viewer, entry).await
}

/// Refuses questions that the viewer may not ask, whatever the answer.
pub(super) fn require_askable(domain: &Domain, viewer: &Viewer, query: &FigureQuery) -> Result<()> {
    if viewer.is_anonymous() {
        return disclosure::require_publishable(query, domain.clock.today());
    }
    viewer.require_reader()?;
    let about_the_whole = query.network.is_none()
        && query.sub_project.is_none()
        && query.by.is_none_or(|by| by == Breakdown::Period);
    if about_the_whole && *viewer.reads() != Scope::All { Err(Error::Forbidden) } else { Ok(()) }
}

/// The facts that a question is answered from: those in memory, or for an earlier knowledge those of its sub-projects
/// from the ledger.
pub(super) async fn facts(
    domain: &Domain,
    query: &FigureQuery,
    question: &Question,
) -> Result<Arc<PeriodFacts>> {
    let period = question.period.id;
    match query.known_at {
        None => domain.columns.now(&domain.db, period).await,
        Some(moment) => {
            let known = Known::At { moment, cut_off: query.cut_off };
            let sub_projects = question.sub_projects();
            Ok(Arc::new(columns::known_at(&domain.db, period, (&sub_projects, known)).await?))
        }
    }
}

impl Question {
    /// The kinds of the indicators asked about.
    pub fn kinds(&self) -> Vec<RulebookKind> {
        let kinds: BTreeSet<_> = self.indicators.iter().map(|indicator| indicator.kind).collect();
        kinds.into_iter().collect()
    }

    /// The bits of the indicators of a kind asked about.
    pub fn bits_of(&self, kind: RulebookKind) -> u64 {
        let of_kind = self.indicators.iter().filter(|indicator| indicator.kind == kind);
        of_kind.fold(0, |bits, indicator| bits | 1 << indicator.bit)
    }

    /// All sub-projects asked about.
    pub fn sub_projects(&self) -> Vec<SubProjectId> {
        let all: BTreeSet<_> = self.rows.iter().flat_map(|row| row.sub_projects.iter().copied()).collect();
        all.into_iter().collect()
    }
}
