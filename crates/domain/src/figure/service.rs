//! Making figures and listing the cases behind them.

use std::{collections::BTreeSet, sync::Arc};

use chrono::NaiveDate;

use super::{
    Breakdown, Figure, FigureCase, FigureQuery,
    columns::{Fact, PeriodFacts},
    disclosure,
    references::References,
    store,
    tally::Tally,
    units::{self, Question, Row},
};
use crate::{
    Domain, Error, Result, Scope, Viewer, attainment,
    audit::{self, Action, Entry},
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
    let question = units::resolve(&domain.db, &domain.clock, viewer, query).await?;
    let facts = facts(domain, query, &question).await?;
    let figures = count(&question, &facts, query.cut_off);
    let figures = attainment::with_targets(domain, viewer, query.in_force(&question.period), figures).await?;
    let figures = figures.into_iter();
    Ok(if viewer.is_anonymous() { figures.map(disclosure::publish).collect() } else { figures.collect() })
}

/// The figures of a question out of facts.
pub(super) fn count(question: &Question, facts: &PeriodFacts, cut_off: NaiveDate) -> Vec<Figure> {
    let period: Arc<str> = question.period.code.as_str().into();
    let figures = question.rows.iter().flat_map(|row| {
        let tally = Tally::of(facts, &row.sub_projects, cut_off);
        let period = &period;
        question.indicators.iter().map(move |indicator| Figure {
            period: Arc::clone(period),
            unit: Arc::clone(&row.unit),
            region_category: row.region_category,
            indicator: Arc::clone(indicator),
            genders: tally.genders(indicator),
            total: tally.total(indicator),
            persons: tally.people(indicator),
            excluded: Some(tally.left_out(indicator)),
            target: None,
            rounded: false,
        })
    });
    figures.collect()
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
    let cases = list(domain, query, &question, &facts).await?;
    let read: BTreeSet<_> = cases.iter().map(|case| (&case.sub_project, &case.reference)).collect();
    let entry = Entry {
        object_id: Some(question.period.code.clone()),
        record_count: read.len(),
        ..Entry::new(Action::Read, "participation", "cases behind figures")
    };
    audit::record(domain, viewer, entry).await?;
    Ok(cases)
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

pub(super) async fn facts(
    domain: &Domain,
    query: &FigureQuery,
    question: &Question,
) -> Result<Arc<PeriodFacts>> {
    match query.known_at {
        None => domain.columns.now(&domain.db, question.period.id).await,
        Some(at) => {
            let rows = store::facts_known_at(&domain.db, question.period.id, at, query.cut_off).await?;
            Ok(Arc::new(PeriodFacts::of(rows)))
        }
    }
}

async fn list(
    domain: &Domain,
    query: &FigureQuery,
    question: &Question,
    facts: &PeriodFacts,
) -> Result<Vec<FigureCase>> {
    let holding = |row: &'_ Row| -> Vec<(crate::id::SubProjectId, Fact)> {
        let of = |id: &crate::id::SubProjectId| {
            facts.about(*id).iter().map(|fact| (*id, *fact)).collect::<Vec<_>>()
        };
        row.sub_projects.iter().flat_map(of).filter(|(_, fact)| fact.holds_on(query.cut_off)).collect()
    };
    let all: Vec<_> = question.rows.iter().map(holding).collect();
    let subjects = all.iter().flatten().map(|(_, fact)| fact.subject.about);
    let references = References::of(&domain.db, subjects).await?;
    let histories = facts.histories(question.rows.iter().flat_map(|row| row.sub_projects.iter().copied()));
    let mut cases = Vec::new();
    for (row, holding) in question.rows.iter().zip(&all) {
        for indicator in &question.indicators {
            let concerned = holding.iter().filter(|(_, fact)| {
                fact.kind == indicator.kind
                    && (fact.counted.contains(indicator.bit) || fact.left_out.contains(indicator.bit))
            });
            cases.extend(concerned.filter_map(|(sub_project, fact)| {
                let counted = fact.counted.contains(indicator.bit);
                let stands_so = |other: &Fact| {
                    other.kind == fact.kind
                        && match counted {
                            true => other.counted.contains(indicator.bit),
                            false => other.left_out.contains(indicator.bit),
                        }
                };
                Some(FigureCase {
                    unit: Arc::clone(&row.unit),
                    region_category: row.region_category,
                    indicator: Arc::clone(indicator),
                    sub_project: Arc::clone(question.codes.get(sub_project)?),
                    reference: references.get(fact.subject.about)?.clone(),
                    gender: fact.gender,
                    since: histories.since(*sub_project, fact, stands_so),
                    counted,
                    missing: fact.missing,
                })
            }));
        }
    }
    Ok(cases)
}
