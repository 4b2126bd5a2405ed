//! The facts of one period.

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

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

/// How far all ledgers of a period have grown: their number and the sum of their revisions. Both only grow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::figure) struct Growth {
    pub ledgers: i64,
    pub revisions: i64,
}

/// The facts of one period in one state of the ledger.
#[derive(Clone, Default)]
pub(in crate::figure) struct PeriodFacts {
    heads: HashMap<SubProjectId, i64>,
    facts: HashMap<SubProjectId, Arc<SubProjectFacts>>,
    people: Arc<Mutex<People>>,
    crowds: [Crowds; KINDS],
}

/// Who has a case under a kind of rulebook.
#[derive(Clone, Default)]
struct Crowds {
    anywhere: Crowd,
    /// In more than one case, or in one that is not about them. May hold too many: once in, somebody stays.
    repeatedly: Crowd,
}

impl PeriodFacts {
    /// The facts of a sub-project under a kind of rulebook.
    pub fn about(&self, sub_project: SubProjectId, kind: RulebookKind) -> Option<&Block> {
        self.facts.get(&sub_project).map(|facts| &facts.0[kind as usize])
    }

    /// The people, with numbers that hold in every state of the period's facts.
    pub fn people(&self) -> &Mutex<People> {
        &self.people
    }

    /// The people, while nobody else looks.
    pub fn lock_people(&self) -> MutexGuard<'_, People> {
        self.people.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether a person could be counted more than once under a kind of rulebook.
    pub fn may_repeat(&self, kind: RulebookKind, person: u32) -> bool {
        self.crowds[kind as usize].repeatedly.contains(person)
    }

    /// How far the ledgers had grown.
    pub fn growth(&self) -> Growth {
        Growth {
            ledgers: i64::try_from(self.heads.len()).unwrap_or(i64::MAX),
            revisions: self.heads.values().sum(),
        }
    }

    /// The sub-projects whose ledgers stand elsewhere.
    pub fn standing_elsewhere(&self, heads: &HashMap<SubProjectId, i64>) -> Vec<SubProjectId> {
        let elsewhere = heads.iter().filter(|(id, revision)| self.heads.get(id) != Some(revision));
        let gone = self.heads.keys().filter(|id| !heads.contains_key(id));
        let mut elsewhere: Vec<SubProjectId> = elsewhere.map(|(id, _)| *id).chain(gone.copied()).collect();
        elsewhere.sort_unstable();
        elsewhere
    }

    /// The same, with the facts of some sub-projects replaced.
    pub fn with(
        &self,
        heads: HashMap<SubProjectId, i64>,
        read: Vec<(SubProjectId, SubProjectFacts)>,
    ) -> Self {
        let mut fresh = Self { heads, ..self.clone() };
        for (id, facts) in read {
            let before = fresh.facts.insert(id, Arc::new(facts));
            for (kind, crowds) in fresh.crowds.iter_mut().enumerate() {
                let before = before.as_ref().map(|facts| &facts.0[kind]);
                crowds.note(&fresh.facts[&id].0[kind], before);
            }
        }
        fresh
    }

    /// How much is held.
    pub fn held(&self) -> Held {
        let blocks = self.facts.values().flat_map(|facts| &facts.0);
        let crowds = |crowds: &Crowds| crowds.anywhere.bytes() + crowds.repeatedly.bytes();
        Held {
            facts: blocks.map(Block::len).sum(),
            bytes: self.facts.values().map(|facts| facts.bytes()).sum::<usize>()
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
