//! Everything a report lists, out of one reading of the ledger, so that its sheets cannot disagree.

use std::{collections::BTreeMap, sync::Arc};

use chrono::NaiveDate;
use counting::{IndicatorSet, MissingFields};
use strum::VariantArray;

use super::{
    Breakdown, Evidence, Figure, FigureQuery, Series, StrandFigures, Unit,
    case::since,
    columns::{Day, Fact, PeriodFacts},
    development::development,
    references::References,
    service,
    strand::by_strand,
    units::Question,
};
use crate::{
    Domain, Error, Result, Viewer, attainment,
    audit::{self, Action, Entry},
    fact::Subject,
    indicator::RulebookKind,
};

/// Figures of every level, and the cases missing from them.
#[derive(Clone, Debug)]
pub struct Overview {
    /// Figures of the unit asked for, then those of each level below, each level in the order of [`super::figures`].
    pub figures: Vec<Figure>,
    /// The cases left out, by sub-project and reference, each once.
    pub left_out: Vec<LeftOut>,
    /// Figures of the unit asked for by strand; none when it is a sub-project or a strand, or the period has no strands.
    pub strands: Vec<StrandFigures>,
    /// The regional networks of the sub-projects that belong to one, by code of the sub-project; empty for a single one.
    pub networks: BTreeMap<String, String>,
    /// Figures of the unit asked for at the end of every month from the start of the period on, and at the cut-off.
    pub development: Vec<Series>,
    /// The cases behind all figures.
    pub evidence: Arc<Evidence>,
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
    let ask = |level| FigureQuery { by: Some(level), ..query.clone() };
    let levels = Breakdown::VARIANTS.iter().filter(|level| **level >= top);
    let asked: Vec<FigureQuery> = levels.map(|level| ask(*level)).collect();
    let (questions, facts) = service::read_all(domain, viewer, &asked).await?;
    // the unit itself is the first level, its sub-projects are the last
    let ends = questions.first().cloned().zip(questions.last().cloned());
    let (whole, by_sub_project) = ends.ok_or(Error::NotFound("figure"))?;
    let networks = questions.iter().flat_map(|question| networks_of(question)).collect();
    let mut figures = Vec::new();
    for question in questions {
        figures.extend(service::count(question, Arc::clone(&facts), query.cut_off).await);
    }
    let strands = by_strand(domain, viewer, &ask(top), (&by_sub_project, &facts)).await?;
    let development = development((whole, &facts), query.cut_off).await;
    let evidence = Evidence::of(domain, query, (Arc::clone(&by_sub_project), Arc::clone(&facts))).await?;
    let in_force = by_sub_project.in_force(query.cut_off);
    let figures = attainment::with_plans(domain, viewer, in_force, figures).await?;
    let left_out = left_out_in(&by_sub_project, &facts, query.cut_off);
    let left_out = as_cases(domain, left_out).await?;
    let entry = Entry {
        object_id: Some(by_sub_project.period.code.clone()),
        record_count: left_out.len() + usize::try_from(evidence.len()).unwrap_or(usize::MAX),
        ..Entry::new(Action::Read, "participation", "cases behind figures and left out of them")
    };
    audit::record(domain, viewer, entry).await?;
    Ok(Overview { figures, left_out, strands, networks, development, evidence: Arc::new(evidence) })
}

/// The sub-projects of a question's regional networks, each with its network.
fn networks_of(question: &Question) -> impl Iterator<Item = (String, String)> {
    let rows = question.rows.iter().filter(|row| row.unit.kind == Breakdown::Network);
    rows.filter_map(|row| Some((row, row.unit.code.as_ref()?))).flat_map(move |(row, network)| {
        let codes = row.sub_projects.iter().filter_map(|id| question.codes.get(id));
        codes.map(|code| (code.to_string(), network.clone()))
    })
}

/// A fact that leaves a case out, with its sub-project.
struct Case<'a> {
    unit: &'a Arc<Unit>,
    subject: Subject,
    fact: Fact,
    indicators: IndicatorSet,
    since: Day,
}

/// The facts of those left out of what was asked for, with their sub-projects.
fn left_out_in<'a>(by_sub_project: &'a Question, facts: &PeriodFacts, cut_off: NaiveDate) -> Vec<Case<'a>> {
    let by_law = by_sub_project.indicators.iter().filter(|indicator| indicator.kind == RulebookKind::Law);
    let wanted: IndicatorSet = by_law.map(|indicator| indicator.bit).collect();
    let day = Day::of(cut_off);
    let people = facts.lock_people();
    let mut cases = Vec::new();
    for (unit, id) in
        by_sub_project.rows.iter().flat_map(|row| row.sub_projects.iter().map(|id| (&row.unit, *id)))
    {
        let block = facts.about(id, RulebookKind::Law);
        for case in block.cases() {
            let all = || block.facts_of(case).map(|at| block.fact(at));
            for fact in all().filter(|fact| fact.holds_on(day)) {
                let indicators = IndicatorSet::from_bits(fact.left_out.bits() & wanted.bits());
                if !indicators.is_empty() {
                    let since = since(all(), &fact, |other| !other.left_out.is_empty());
                    cases.push(Case { unit, subject: block.subject(case, &people), fact, indicators, since });
                }
            }
        }
    }
    cases
}

/// The same as cases with their references, in order.
async fn as_cases(domain: &Domain, left_out: Vec<Case<'_>>) -> Result<Vec<LeftOut>> {
    let references = References::of(&domain.db, left_out.iter().map(|case| case.subject)).await?;
    let cases = left_out.into_iter().map(|case| LeftOut {
        sub_project: Arc::clone(case.unit),
        reference: references.get(case.subject),
        since: case.since.date(),
        missing: case.fact.missing,
        indicators: case.indicators,
    });
    let mut cases: Vec<LeftOut> = cases.collect();
    cases.sort_by(|a, b| (&a.sub_project.code, &a.reference).cmp(&(&b.sub_project.code, &b.reference)));
    Ok(cases)
}
