//! Everything a report lists, out of one reading of the ledger, so that its sheets cannot disagree.

use std::{collections::BTreeSet, sync::Arc};

use chrono::NaiveDate;
use counting::{IndicatorSet, MissingFields};
use strum::VariantArray;

use super::{
    Breakdown, Figure, FigureQuery, Unit,
    columns::{Fact, PeriodFacts},
    references::References,
    service,
    units::{self, Question},
};
use crate::{
    Domain, Result, Viewer, attainment,
    audit::{self, Action, Entry},
    id::SubProjectId,
    indicator::RulebookKind,
};

/// Figures of every level, and the cases missing from them.
#[derive(Clone, Debug)]
pub struct Overview {
    /// Figures of the unit asked for, then those of each level below, each level in the order of [`super::figures`].
    pub figures: Vec<Figure>,
    /// The cases left out, by sub-project and reference, each once.
    pub left_out: Vec<LeftOut>,
}

/// A case left out of figures because of missing data. Pseudonymous.
#[derive(Clone, Debug)]
pub struct LeftOut {
    /// Its sub-project.
    pub sub_project: Arc<Unit>,
    /// Reference of the person or the entity.
    pub reference: String,
    /// First cut-off day on which it is left out as it is now.
    pub since: NaiveDate,
    /// What is missing.
    pub missing: MissingFields,
    /// The indicators that count it, or could count it, once that is known.
    pub indicators: IndicatorSet,
}

/// The figures of the unit asked for and of all levels below it, with the cases left out of them; the reading is audited.
/// The level in the query does not matter.
///
/// # Errors
/// Those of [`super::cases`].
pub async fn overview(domain: &Domain, viewer: &Viewer, query: &FigureQuery) -> Result<Overview> {
    viewer.require_reader()?;
    let top = match (&query.network, &query.sub_project) {
        (_, Some(_)) => Breakdown::SubProject,
        (Some(_), None) => Breakdown::Network,
        (None, None) => Breakdown::Period,
    };
    service::require_askable(domain, viewer, &FigureQuery { by: Some(top), ..query.clone() })?;
    let mut figures = Vec::new();
    let ask = |level| FigureQuery { by: Some(level), ..query.clone() };
    let by_sub_project =
        units::resolve(&domain.db, &domain.clock, viewer, &ask(Breakdown::SubProject)).await?;
    let facts = service::facts(domain, query, &by_sub_project).await?;
    for level in Breakdown::VARIANTS.iter().filter(|level| **level >= top) {
        let question = units::resolve(&domain.db, &domain.clock, viewer, &ask(*level)).await?;
        figures.extend(service::count(&question, &facts, query.cut_off));
    }
    let figures =
        attainment::with_targets(domain, viewer, query.in_force(&by_sub_project.period), figures).await?;
    let left_out = left_out_in(&by_sub_project, &facts, query.cut_off);
    let left_out = as_cases(domain, &facts, left_out).await?;
    let entry = Entry {
        object_id: Some(by_sub_project.period.code),
        record_count: left_out.len(),
        ..Entry::new(Action::Read, "participation", "cases left out of figures")
    };
    audit::record(domain, viewer, entry).await?;
    Ok(Overview { figures, left_out })
}

/// A fact that leaves a case out, with its sub-project.
struct Case<'a> {
    unit: &'a Arc<Unit>,
    sub_project: SubProjectId,
    fact: Fact,
}

/// The facts of those left out of what was asked for, with their sub-projects.
fn left_out_in<'a>(
    by_sub_project: &'a Question,
    facts: &'a PeriodFacts,
    cut_off: NaiveDate,
) -> Vec<Case<'a>> {
    let by_law = by_sub_project.indicators.iter().filter(|indicator| indicator.kind == RulebookKind::Law);
    let wanted: IndicatorSet = by_law.map(|indicator| indicator.bit).collect();
    let rows = by_sub_project.rows.iter();
    rows.flat_map(|row| row.sub_projects.iter().map(move |id| (&row.unit, *id)))
        .flat_map(|(unit, sub_project)| {
            facts.about(sub_project).iter().map(move |fact| Case { unit, sub_project, fact: *fact })
        })
        .filter(|case| case.fact.kind == RulebookKind::Law && case.fact.holds_on(cut_off))
        .map(|case| Case { fact: Fact { left_out: among(case.fact.left_out, wanted), ..case.fact }, ..case })
        .filter(|case| !case.fact.left_out.is_empty())
        .collect()
}

/// The same as cases with their references, in order.
async fn as_cases(domain: &Domain, facts: &PeriodFacts, left_out: Vec<Case<'_>>) -> Result<Vec<LeftOut>> {
    let references = References::of(&domain.db, left_out.iter().map(|case| case.fact.subject.about)).await?;
    let histories =
        facts.histories(left_out.iter().map(|case| case.sub_project).collect::<BTreeSet<_>>().into_iter());
    let cases = left_out.into_iter().filter_map(|Case { unit, sub_project, fact }| {
        Some(LeftOut {
            sub_project: Arc::clone(unit),
            reference: references.get(fact.subject.about)?.clone(),
            since: histories.since(sub_project, &fact, |other| !other.left_out.is_empty()),
            missing: fact.missing,
            indicators: fact.left_out,
        })
    });
    let mut cases: Vec<LeftOut> = cases.collect();
    cases.sort_by(|a, b| (&a.sub_project.code, &a.reference).cmp(&(&b.sub_project.code, &b.reference)));
    Ok(cases)
}

fn among(left_out: IndicatorSet, wanted: IndicatorSet) -> IndicatorSet {
    IndicatorSet::from_bits(left_out.bits() & wanted.bits())
}
