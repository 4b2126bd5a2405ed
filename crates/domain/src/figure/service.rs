//! Making figures and listing the cases behind them.

use std::{collections::BTreeSet, sync::Arc};

use chrono::NaiveDate;

use super::{
    Breakdown, Figure, FigureCase, FigureQuery, Plan,
    case::{Found, Which, found_in, listed},
    columns::{self, Day, PeriodFacts},
    disclosure,
    owed::is_owed,
    store::{Known, Wanted},
    tally,
    units::{self, Question},
};
use crate::{
    Domain, Error, Result, Scope, Viewer,
    attainment::{self, InForce},
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
    let (question, facts) = read(domain, viewer, query).await?;
    let in_force = question.in_force(query.cut_off);
    let figures = count(question, facts, query.cut_off).await;
    let figures = attainment::with_plans(domain, viewer, in_force, figures).await?;
    let figures = figures.into_iter();
    Ok(if viewer.is_anonymous() { figures.map(disclosure::publish).collect() } else { figures.collect() })
}

/// The same figures by several levels, without targets: the facts are read once.
pub(crate) async fn by_levels(
    domain: &Domain,
    viewer: &Viewer,
    (query, levels): (&FigureQuery, &[Breakdown]),
) -> Result<Vec<Vec<Figure>>> {
    viewer.require_reader()?;
    let asked: Vec<_> =
        levels.iter().map(|level| FigureQuery { by: Some(*level), ..query.clone() }).collect();
    asked.iter().try_for_each(|query| require_askable(domain, viewer, query))?;
    let (questions, facts) = read_all(domain, viewer, &asked).await?;
    let mut figures = Vec::with_capacity(levels.len());
    for question in questions {
        figures.push(count(question, Arc::clone(&facts), query.cut_off).await);
    }
    Ok(figures)
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
            is_owed: is_owed(indicator, row.strands.as_ref()),
            plan: Plan::default(),
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
    let (question, facts) = read(domain, viewer, query).await?;
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

/// A question with the facts that answer it.
pub(super) async fn read(
    domain: &Domain,
    viewer: &Viewer,
    query: &FigureQuery,
) -> Result<(Arc<Question>, Arc<PeriodFacts>)> {
    loop {
        let question = units::resolve(domain, viewer, query).await?;
        let asked = (&*question.sub_projects(), query.cut_off);
        if let Some(facts) = facts(domain, &question, asked).await? {
            return Ok((Arc::new(question), facts));
        }
    }
}

/// Questions about one cut-off with the facts that answer them all.
pub(super) async fn read_all(
    domain: &Domain,
    viewer: &Viewer,
    queries: &[FigureQuery],
) -> Result<(Vec<Arc<Question>>, Arc<PeriodFacts>)> {
    loop {
        let mut questions = Vec::with_capacity(queries.len());
        for query in queries {
            questions.push(Arc::new(units::resolve(domain, viewer, query).await?));
        }
        let Some((first, query)) = questions.first().zip(queries.first()) else {
            return Ok(Default::default());
        };
        if !questions.iter().all(|question| question.is_of_the_moment_of(first)) {
            continue;
        }
        let all: BTreeSet<_> = questions.iter().flat_map(|question| question.sub_projects()).collect();
        let all: Vec<SubProjectId> = all.into_iter().collect();
        if let Some(facts) = facts(domain, first, (&all, query.cut_off)).await? {
            return Ok((questions, facts));
        }
    }
}

/// The facts of sub-projects that a question is answered from: those in memory, or for a knowledge that has grown since
/// those from the ledger. None when a recount was asked for since the question was resolved: its rules may be the new ones.
async fn facts(
    domain: &Domain,
    question: &Question,
    (sub_projects, cut_off): (&[SubProjectId], NaiveDate),
) -> Result<Option<Arc<PeriodFacts>>> {
    let period = question.period.id;
    if question.is_about_now {
        let facts = domain.columns.now(&domain.db, (period, sub_projects)).await?;
        if question.known_at.is_none() || facts.known_at() == question.known_at {
            return Ok(question.is_answered_by(&facts).then_some(facts));
        }
    }
    let Some(moment) = question.known_at else { return Ok(None) };
    if let Some(facts) = domain.columns.still(&domain.db, ((period, sub_projects), moment)).await? {
        return Ok(Some(facts));
    }
    let kinds = question.kinds();
    let (known, only) = (Known::At(moment), Some((cut_off, &*kinds)));
    let wanted = Wanted { sub_projects, known, only };
    Ok(Some(Arc::new(columns::known_at(&domain.db, period, &wanted).await?)))
}

impl Question {
    /// Whether facts are those that its rules belong to. What is known at a moment never changes; what is known now does
    /// when a recount is asked for.
    pub fn is_answered_by(&self, facts: &PeriodFacts) -> bool {
        let none_since = usize::try_from(facts.growth().recounts).is_ok_and(|count| count == self.recounts);
        self.known_at.is_some() || (facts.known_at().is_none() && none_since)
    }

    /// Whether it is answered by the same facts, as far as they are about the same sub-projects.
    fn is_of_the_moment_of(&self, other: &Self) -> bool {
        (self.known_at, self.is_about_now, self.recounts)
            == (other.known_at, other.is_about_now, other.recounts)
    }

    /// The targets that belong to its answer.
    pub fn in_force(&self, cut_off: NaiveDate) -> InForce {
        InForce { period: self.period.id, cut_off, known_at: self.known_at, units: self.units }
    }

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
