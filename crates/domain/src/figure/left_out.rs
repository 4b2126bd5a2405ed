//! The cases left out of figures, each once: what a report lists, however many cases count.

use std::{collections::HashMap, sync::Arc};

use chrono::NaiveDate;
use counting::{IndicatorSet, MissingFields};

use super::{
    Breakdown, FigureQuery, Unit,
    columns::{Fact, PeriodFacts, Subject},
    service, store, units,
};
use crate::{
    Domain, Result, Viewer,
    audit::{self, Action, Entry},
    id::{ParticipantId, SupportedEntityId},
};

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

/// The cases left out of the figures asked for, by sub-project and reference; the reading is audited.
///
/// # Errors
/// Those of [`super::cases`].
pub async fn left_out(domain: &Domain, viewer: &Viewer, query: &FigureQuery) -> Result<Vec<LeftOut>> {
    viewer.require_reader()?;
    service::require_askable(viewer, query)?;
    let query = FigureQuery { by: Some(Breakdown::SubProject), ..query.clone() };
    let question = units::resolve(&domain.db, &domain.clock, viewer, &query).await?;
    let facts = service::facts(domain, &query, &question).await?;
    let wanted: IndicatorSet = question.indicators.iter().map(|indicator| indicator.bit).collect();
    let concerned: Vec<(&Arc<Unit>, Fact)> = question
        .rows
        .iter()
        .flat_map(|row| row.sub_projects.iter().map(move |id| (&row.unit, id)))
        .flat_map(|(unit, id)| facts.about(*id).iter().map(move |fact| (unit, *fact)))
        .filter(|(_, fact)| fact.holds_on(query.cut_off) && !among(fact.left_out, wanted).is_empty())
        .collect();
    let references = References::of(domain, &facts, &concerned).await?;
    let mut cases: Vec<LeftOut> = concerned
        .into_iter()
        .filter_map(|(unit, fact)| {
            Some(LeftOut {
                sub_project: Arc::clone(unit),
                reference: references.get(&facts, fact.subject)?.clone(),
                since: fact.valid_from,
                missing: fact.missing,
                indicators: among(fact.left_out, wanted),
            })
        })
        .collect();
    cases.sort_by(|a, b| (&a.sub_project.code, &a.reference).cmp(&(&b.sub_project.code, &b.reference)));
    let entry = Entry {
        object_id: Some(question.period.code),
        record_count: cases.len(),
        ..Entry::new(Action::Read, "participation", "cases left out of figures")
    };
    audit::record(domain, viewer, entry).await?;
    Ok(cases)
}

fn among(left_out: IndicatorSet, wanted: IndicatorSet) -> IndicatorSet {
    IndicatorSet::from_bits(left_out.bits() & wanted.bits())
}

/// How the projects call those who are left out.
struct References {
    people: HashMap<ParticipantId, String>,
    entities: HashMap<SupportedEntityId, String>,
}

impl References {
    async fn of(domain: &Domain, facts: &PeriodFacts, cases: &[(&Arc<Unit>, Fact)]) -> Result<Self> {
        let (mut people, mut entities) = (Vec::new(), Vec::new());
        for (_, fact) in cases {
            match fact.subject {
                Subject::Person(number) => people.push(facts.people().id(number)),
                Subject::Entity(id) => entities.push(id),
            }
        }
        Ok(Self {
            people: store::references(&domain.db, &people).await?,
            entities: store::entity_references(&domain.db, &entities).await?,
        })
    }

    fn get(&self, facts: &PeriodFacts, subject: Subject) -> Option<&String> {
        match subject {
            Subject::Person(number) => self.people.get(&facts.people().id(number)),
            Subject::Entity(id) => self.entities.get(&id),
        }
    }
}
