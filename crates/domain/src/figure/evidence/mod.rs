//! The evidence of a report: every case behind its figures as a row, out of the very facts that were counted.

mod entry;
mod pages;

use std::{collections::BTreeMap, sync::Arc};

use chrono::{DateTime, NaiveDate, Utc};
use counting::{Gender, Unit as Counted};
use strum::VariantArray;

pub use pages::EvidencePages;

use super::{
    FigureQuery, Genders, Unit,
    columns::{COLUMNS, Day, PeriodFacts, column_of},
    service::off_the_runtime,
    units::Question,
};
use crate::{
    Domain, Result, counting_profile,
    fact::SubjectKind,
    id::{FundingPeriodId, SubProjectId},
    indicator::{Indicator, RulebookKind},
    sub_project::RegionCategory,
};

/// The two lists of an evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, strum::VariantArray)]
pub enum EvidencePart {
    /// People, a row each, with all indicators of the law and of the programme that count people.
    People,
    /// Whatever else is counted, a row for each case, with how much it adds to which indicators.
    Others,
}

impl EvidencePart {
    /// The list whose rows add up to an indicator's figures.
    pub fn of(indicator: &Indicator) -> Self {
        match (indicator.kind, indicator.unit) {
            (RulebookKind::Law | RulebookKind::Programme, Counted::Persons) => Self::People,
            _ => Self::Others,
        }
    }
}

/// A row of an evidence. Pseudonymous: the reference is the project's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceRow {
    /// The sub-project the case belongs to.
    pub sub_project: Arc<Unit>,
    /// Category of region of the sub-project.
    pub region_category: RegionCategory,
    /// What the case is about.
    pub kind: SubjectKind,
    /// Reference of the person or the entity; the key where there is no other.
    pub reference: String,
    /// Gender column, when known.
    pub gender: Option<Gender>,
    /// First entry into the operation, of a person.
    pub entered_on: Option<NaiveDate>,
    /// Last day in the operation, of a person who has left it.
    pub left_on: Option<NaiveDate>,
    /// First cut-off day from which on the case counts for all that it counts for.
    pub since: NaiveDate,
    /// What it counts for: places in [`EvidenceList::indicators`], each with how much.
    pub counts: Vec<(usize, u64)>,
}

/// What is known of a list before its rows are read.
#[derive(Clone, Debug, Default)]
pub struct EvidenceList {
    /// The indicators, in the order of the catalogue.
    pub indicators: Vec<Arc<Indicator>>,
    /// How many rows.
    pub rows: u64,
    /// What the rows add up to; what adds up to nothing is not there.
    pub sums: Vec<EvidenceSum>,
}

/// What the rows of a sub-project in a list add up to for an indicator in a category of region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceSum {
    /// The sub-project.
    pub sub_project: Arc<Unit>,
    /// Place in [`EvidenceList::indicators`].
    pub indicator: usize,
    /// Category of region.
    pub region_category: RegionCategory,
    /// Those with a gender column.
    pub genders: Genders,
    /// All.
    pub total: u64,
}

/// A sub-project with its cases.
struct Place {
    id: SubProjectId,
    unit: Arc<Unit>,
    region_category: RegionCategory,
}

/// The cases behind all figures of a report.
pub struct Evidence {
    question: Arc<Question>,
    facts: Arc<PeriodFacts>,
    period: FundingPeriodId,
    places: Vec<Place>,
    cut_off: NaiveDate,
    known_at: Option<DateTime<Utc>>,
    profile: counting::Profile,
    lists: BTreeMap<EvidencePart, EvidenceList>,
}

impl std::fmt::Debug for Evidence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Evidence").field("lists", &self.lists).finish_non_exhaustive()
    }
}

impl Evidence {
    /// The evidence of everything a question by sub-project asks about, out of the facts it is answered from.
    pub(super) async fn of(
        domain: &Domain,
        query: &FigureQuery,
        (question, facts): (Arc<Question>, Arc<PeriodFacts>),
    ) -> Result<Self> {
        let place = |row: &super::units::Row| {
            let (unit, region_category) = (Arc::clone(&row.unit), row.region_category);
            row.sub_projects.first().map(|id| Place { id: *id, unit, region_category })
        };
        let (period, known_at) = (question.period.id, question.known_at);
        let mut evidence = Self {
            places: question.rows.iter().filter_map(place).collect(),
            period,
            profile: counting_profile::store::profile_of(&domain.db, period, question.known_at).await?,
            question,
            facts,
            cut_off: query.cut_off,
            known_at,
            lists: BTreeMap::new(),
        };
        let size = evidence.facts.held().facts;
        Ok(off_the_runtime(size, move || {
            for part in EvidencePart::VARIANTS {
                let list = evidence.summed_up(*part);
                evidence.lists.insert(*part, list);
            }
            evidence
        })
        .await)
    }

    /// What is known of a list before its rows are read.
    pub fn list(&self, part: EvidencePart) -> EvidenceList {
        self.lists.get(&part).cloned().unwrap_or_default()
    }

    /// How many rows there are.
    pub fn len(&self) -> u64 {
        self.lists.values().map(|list| list.rows).sum()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The rows of a list from the start, page by page: by code of the sub-project, then in the order in which the cases
    /// were first recorded.
    pub fn pages(self: Arc<Self>, part: EvidencePart) -> EvidencePages {
        EvidencePages::new(self, part)
    }

    fn indicators(&self, part: EvidencePart) -> Vec<Arc<Indicator>> {
        let all = self.question.indicators.iter();
        all.filter(|indicator| EvidencePart::of(indicator) == part).cloned().collect()
    }

    fn day(&self) -> Day {
        Day::of(self.cut_off)
    }

    fn summed_up(&self, part: EvidencePart) -> EvidenceList {
        let indicators = self.indicators(part);
        let mut sums: BTreeMap<(usize, usize), [u64; COLUMNS]> = BTreeMap::new();
        let mut rows = 0;
        for at in 0..self.places.len() {
            for entry in self.entries(part, at) {
                rows += 1;
                for (indicator, quantity) in &entry.counts {
                    let sum = sums.entry((at, *indicator)).or_default();
                    sum[column_of(entry.gender)] += quantity;
                }
            }
        }
        let sum = |((at, indicator), columns): ((usize, usize), [u64; COLUMNS])| {
            let [women, men, non_binary, _] = columns;
            let Place { unit, region_category, .. } = &self.places[at];
            EvidenceSum {
                sub_project: Arc::clone(unit),
                indicator,
                region_category: *region_category,
                genders: Genders { women, men, non_binary },
                total: columns.iter().sum(),
            }
        };
        EvidenceList { indicators, rows, sums: sums.into_iter().map(sum).collect() }
    }
}
