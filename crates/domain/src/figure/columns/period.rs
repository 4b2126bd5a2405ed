//! The facts of one period.

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use chrono::{DateTime, Utc};

use super::{Block, Crowd, Held, NOBODY, People, Told};
use crate::{id::SubProjectId, indicator::RulebookKind};

/// Number of kinds of rulebooks.
pub(in crate::figure) const KINDS: usize = 3;

/// The facts of a sub-project, a block for each kind of rulebook.
#[derive(Default)]
pub(in crate::figure) struct SubProjectFacts([Block; KINDS]);

impl SubProjectFacts {
    /// Puts facts into columns, each kind on its own.
    pub fn of(told: [Vec<Told>; KINDS], people: &mut People) -> Self {
        Self(told.map(|told| Block::of(told, people)))
    }

    fn bytes(&self) -> usize {
        size_of::<Self>() + self.0.iter().map(Block::bytes).sum::<usize>()
    }
}

/// How far a period has come: its recounts, those that have ended, the number of its ledgers and the sum of their
/// revisions. All of them only grow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::figure) struct Growth {
    pub recounts: i64,
    pub finished: i64,
    pub ledgers: i64,
    pub revisions: i64,
}

/// The facts of a sub-project, and where its ledger stands that says so; none when it has none, or may say something else.
#[derive(Clone)]
pub(in crate::figure) struct Ledger {
    pub revision: Option<i64>,
    pub facts: Arc<SubProjectFacts>,
}

/// The facts of one period in one state of knowledge, as far as sub-projects have been asked about.
#[derive(Clone, Default)]
pub(in crate::figure) struct PeriodFacts {
    growth: Growth,
    known_at: Option<DateTime<Utc>>,
    ledgers: HashMap<SubProjectId, Ledger>,
    people: Arc<Mutex<People>>,
    crowds: [Crowds; KINDS],
}

/// Who has a case under a kind of rulebook, in the sub-projects that are here.
#[derive(Clone, Default)]
struct Crowds {
    anywhere: Crowd,
    /// In more than one case, or in one that is not about them. May hold too many: once in, somebody stays.
    repeatedly: Crowd,
}

impl PeriodFacts {
    /// The facts of a sub-project under a kind of rulebook.
    ///
    /// # Panics
    /// When nobody asked for this sub-project: a figure without it would be wrong.
    pub fn about(&self, sub_project: SubProjectId, kind: RulebookKind) -> &Block {
        &self.ledgers[&sub_project].facts.0[kind as usize]
    }

    /// The people, with numbers that hold in every state of the period's facts.
    pub fn people(&self) -> &Mutex<People> {
        &self.people
    }

    /// The people, while nobody else looks.
    pub fn lock_people(&self) -> MutexGuard<'_, People> {
        self.people.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether a person could be counted more than once under a kind of rulebook, in the sub-projects that are here.
    pub fn may_repeat(&self, kind: RulebookKind, person: u32) -> bool {
        self.crowds[kind as usize].repeatedly.contains(person)
    }

    /// Nothing, about the same people.
    pub fn of_the_same_people(&self) -> Self {
        Self { people: Arc::clone(&self.people), ..Self::default() }
    }

    /// Whether they are newer than others, or as new and of more sub-projects.
    pub fn says_more_than(&self, others: &Self) -> bool {
        (self.growth, self.ledgers.len()) > (others.growth, others.ledgers.len())
    }

    /// How far the period had come.
    pub fn growth(&self) -> Growth {
        self.growth
    }

    /// The moment they were known at, while the period is being counted again; none means in the end.
    pub fn known_at(&self) -> Option<DateTime<Utc>> {
        self.known_at
    }

    /// Whether they are those of a period that has come so far. While a recount is open, whatever is written belongs to its end.
    pub fn fits(&self, grown: Growth) -> bool {
        let recounts = |growth: Growth| (growth.recounts, growth.finished);
        self.growth == grown || (self.known_at.is_some() && recounts(self.growth) == recounts(grown))
    }

    /// The same, as read when a period had come so far, and known at a moment; none means then.
    pub fn seen(self, growth: Growth, known_at: Option<DateTime<Utc>>) -> Self {
        Self { growth, known_at, ..self }
    }

    /// Whether they answer a question about sub-projects of a period that has come so far.
    pub fn answers(&self, sub_projects: &[SubProjectId], grown: Growth) -> bool {
        self.fits(grown) && sub_projects.iter().all(|id| self.ledgers.contains_key(id))
    }

    /// The sub-projects among some that are not here.
    pub fn without(&self, sub_projects: &[SubProjectId]) -> Vec<SubProjectId> {
        sub_projects.iter().filter(|id| !self.ledgers.contains_key(id)).copied().collect()
    }

    /// The sub-projects here whose ledgers stand elsewhere.
    pub fn standing_elsewhere(&self, heads: &HashMap<SubProjectId, i64>) -> Vec<SubProjectId> {
        let elsewhere = self.ledgers.iter().filter(|(id, ledger)| ledger.revision != heads.get(id).copied());
        elsewhere.map(|(id, _)| *id).collect()
    }

    /// The same, with those of some sub-projects replaced or added.
    pub fn with(&self, read: impl IntoIterator<Item = (SubProjectId, Ledger)>) -> Self {
        let mut fresh = self.clone();
        for (id, ledger) in read {
            let before = fresh.ledgers.insert(id, ledger.clone());
            for (kind, crowds) in fresh.crowds.iter_mut().enumerate() {
                let before = before.as_ref().map(|before| &before.facts.0[kind]);
                crowds.note(&ledger.facts.0[kind], before);
            }
        }
        fresh
    }

    /// How much is held.
    pub fn held(&self) -> Held {
        let facts = || self.ledgers.values().map(|ledger| &ledger.facts);
        let blocks = facts().flat_map(|facts| &facts.0);
        let crowds = |crowds: &Crowds| crowds.anywhere.bytes() + crowds.repeatedly.bytes();
        Held {
            facts: blocks.map(Block::len).sum(),
            bytes: facts().map(|facts| facts.bytes()).sum::<usize>()
                + self.lock_people().bytes()
                + self.crowds.iter().map(crowds).sum::<usize>(),
        }
    }
}

impl Crowds {
    /// Notes who has cases in a block; those of the block it replaces were noted before.
    fn note(&mut self, block: &Block, before: Option<&Block>) {
        let known: HashSet<u32> =
            before.map(|block| block.cases().map(|case| block.person(case)).collect()).unwrap_or_default();
        let people = block.of_people();
        for case in block.cases() {
            let person = block.person(case);
            if person == NOBODY {
                continue;
            }
            if !people.contains(&case) {
                self.anywhere.insert(person);
                self.repeatedly.insert(person);
            } else if !known.contains(&person) && !self.anywhere.insert(person) {
                self.repeatedly.insert(person);
            }
        }
    }
}
