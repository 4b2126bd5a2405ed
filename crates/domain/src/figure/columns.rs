//! The facts in memory: columns of what is known now, which follow the ledger.

use std::{
    collections::HashMap,
    fmt,
    sync::{Arc, PoisonError, RwLock},
};

use chrono::NaiveDate;
use counting::{Gender, IndicatorSet, MissingFields};
use sea_orm::DatabaseConnection;

use super::store::{self, FactRow};
use crate::{
    Result, fact,
    id::{FundingPeriodId, ParticipantId, SubProjectId},
    indicator::RulebookKind,
};

/// The facts of each period, as far as they have been asked for. Before every answer the revisions of the ledgers
/// are compared, and only sub-projects whose ledger has grown are read again.
#[derive(Clone, Default)]
pub struct Columns(Arc<RwLock<HashMap<FundingPeriodId, Arc<PeriodFacts>>>>);

impl Columns {
    /// The facts known now.
    pub(super) async fn now(
        &self,
        db: &DatabaseConnection,
        period: FundingPeriodId,
    ) -> Result<Arc<PeriodFacts>> {
        let held =
            self.0.read().unwrap_or_else(PoisonError::into_inner).get(&period).cloned().unwrap_or_default();
        let snapshot = store::snapshot(db).await?;
        let heads = store::heads(&snapshot, period).await?;
        if heads == held.heads {
            return Ok(held);
        }
        let grown: Vec<SubProjectId> = heads
            .iter()
            .filter(|(sub_project, revision)| held.heads.get(*sub_project) != Some(*revision))
            .map(|(sub_project, _)| *sub_project)
            .collect();
        let rows = store::open_facts(&snapshot, period, &grown).await?;
        let fresh = Arc::new(held.with(heads, &grown, rows));
        let mut all = self.0.write().unwrap_or_else(PoisonError::into_inner);
        all.insert(period, Arc::clone(&fresh));
        Ok(fresh)
    }
}

impl fmt::Debug for Columns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Columns")
    }
}

/// The facts of one period.
#[derive(Default)]
pub(super) struct PeriodFacts {
    heads: HashMap<SubProjectId, i64>,
    facts: HashMap<SubProjectId, Arc<[Fact]>>,
    people: People,
}

/// A fact.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fact {
    pub kind: RulebookKind,
    pub subject: Subject,
    pub quantity: u32,
    pub gender: Option<Gender>,
    pub counted: IndicatorSet,
    pub left_out: IndicatorSet,
    pub missing: MissingFields,
    pub valid_from: NaiveDate,
    pub valid_until: Option<NaiveDate>,
}

impl Fact {
    /// Whether it holds at a cut-off.
    pub fn holds_on(&self, cut_off: NaiveDate) -> bool {
        self.valid_from <= cut_off && self.valid_until.is_none_or(|until| cut_off < until)
    }
}

/// The facts of cases over all cut-offs.
pub(super) struct Histories<'a>(HashMap<(SubProjectId, Subject), Vec<&'a Fact>>);

impl Histories<'_> {
    /// Since which cut-off a case has stood as `fact` has it, as far as `same` sees.
    pub fn since(&self, sub_project: SubProjectId, fact: &Fact, same: impl Fn(&Fact) -> bool) -> NaiveDate {
        let history = self.0.get(&(sub_project, fact.subject)).map_or(&[][..], Vec::as_slice);
        let mut since = fact.valid_from;
        while let Some(earlier) = history.iter().find(|other| other.valid_until == Some(since) && same(other))
        {
            since = earlier.valid_from;
        }
        since
    }
}

/// Whom or what a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Subject {
    /// The person behind it, by the place in the period's list.
    pub person: Option<u32>,
    /// What it is.
    pub about: fact::Subject,
}

/// The people of a period, each with a small number.
#[derive(Clone, Default)]
pub(super) struct People {
    numbers: HashMap<ParticipantId, u32>,
    ids: Vec<ParticipantId>,
}

impl People {
    fn number(&mut self, id: ParticipantId) -> u32 {
        let next = u32::try_from(self.ids.len()).unwrap_or(u32::MAX);
        *self.numbers.entry(id).or_insert_with(|| {
            self.ids.push(id);
            next
        })
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }
}

impl PeriodFacts {
    /// Facts read from the ledger at once.
    pub fn of(rows: Vec<FactRow>) -> Self {
        let grown: Vec<SubProjectId> = rows.iter().map(|row| row.sub_project_id).collect();
        Self::default().with(HashMap::new(), &grown, rows)
    }

    /// The facts of a sub-project.
    pub fn about(&self, sub_project: SubProjectId) -> &[Fact] {
        self.facts.get(&sub_project).map_or(&[], |facts| facts)
    }

    /// The facts of each case of some sub-projects, holding or not.
    pub fn histories<'a>(&'a self, sub_projects: impl Iterator<Item = SubProjectId>) -> Histories<'a> {
        let mut histories: HashMap<_, Vec<&Fact>> = HashMap::new();
        for id in sub_projects {
            for fact in self.about(id) {
                histories.entry((id, fact.subject)).or_default().push(fact);
            }
        }
        Histories(histories)
    }

    /// The people the facts are about.
    pub fn people(&self) -> &People {
        &self.people
    }

    /// The same, with the facts of some sub-projects replaced.
    fn with(&self, heads: HashMap<SubProjectId, i64>, grown: &[SubProjectId], rows: Vec<FactRow>) -> Self {
        let mut people = self.people.clone();
        let mut fresh: HashMap<SubProjectId, Vec<Fact>> = grown.iter().map(|id| (*id, Vec::new())).collect();
        for row in rows {
            let Ok(subject_kind) = row.subject_kind.parse() else { continue };
            let subject = Subject {
                person: row.participant_id.map(|person| people.number(person)),
                about: fact::Subject { kind: subject_kind, id: row.subject_id },
            };
            fresh.entry(row.sub_project_id).or_default().push(Fact {
                kind: RulebookKind::of(&row.rulebook),
                subject,
                quantity: u32::try_from(row.quantity).unwrap_or_default(),
                gender: row.gender.and_then(|code| code.parse().ok()),
                counted: IndicatorSet::from_bits(row.counted.cast_unsigned()),
                left_out: IndicatorSet::from_bits(row.left_out.cast_unsigned()),
                missing: MissingFields::from_bits(u16::try_from(row.missing).unwrap_or_default()),
                valid_from: row.valid_from,
                valid_until: row.valid_until,
            });
        }
        let mut facts = self.facts.clone();
        facts.extend(fresh.into_iter().map(|(id, facts)| (id, facts.into())));
        Self { heads, facts, people }
    }
}
