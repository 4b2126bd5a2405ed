//! The facts of one sub-project under one kind of rulebook, as columns.

use std::ops::Range;

use counting::{Gender, IndicatorSet, MissingFields};

use super::{
    day::Day,
    people::{NOBODY, People},
};
use crate::{
    fact::{Subject, SubjectKind},
    id::ParticipantId,
};

/// A fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::figure) struct Fact {
    pub gender: Option<Gender>,
    pub quantity: u32,
    pub counted: IndicatorSet,
    pub left_out: IndicatorSet,
    pub missing: MissingFields,
    pub from: Day,
    pub until: Day,
}

impl Fact {
    /// Whether it holds at a cut-off.
    pub fn holds_on(&self, cut_off: Day) -> bool {
        self.from <= cut_off && cut_off < self.until
    }
}

/// A fact with whom it is about, before it is put into columns.
#[derive(Clone, Copy, Debug)]
pub(in crate::figure) struct Told {
    pub subject: Subject,
    pub person: Option<ParticipantId>,
    pub fact: Fact,
}

impl Told {
    /// The person behind it; a person is behind themselves.
    fn person(&self) -> Option<ParticipantId> {
        match self.subject.kind {
            SubjectKind::Person => Some(ParticipantId(self.subject.id)),
            _ => self.person,
        }
    }
}

/// Facts as columns: 13 bytes a fact and 8 a case, and more for what is rare.
#[derive(Default)]
pub(in crate::figure) struct Block {
    // one entry a fact, in the order of the cases, then of the days
    counted: Box<[u64]>,
    from: Box<[u16]>,
    until: Box<[u16]>,
    columns: Box<[u8]>,
    // one entry a case, in the order of their subjects: people first
    first: Box<[u32]>,
    people: Box<[u32]>,
    // subjects of the cases that are not people, the last ones
    others: Box<[Subject]>,
    // rare: by fact
    quantities: Box<[(u32, u32)]>,
    left_out: Box<[LeftOut]>,
}

/// What a fact leaves out, and why.
#[derive(Clone, Copy)]
struct LeftOut {
    fact: u32,
    missing: MissingFields,
    bits: u64,
}

/// Number of gender columns: women, men, non-binary people, and whatever has none.
pub(in crate::figure) const COLUMNS: usize = 4;
const NO_GENDER: u8 = 3;
const NOT_STATED: u8 = 7;

/// The gender column in the two low bits; the third tells a gender not stated from none.
fn column(gender: Option<Gender>) -> u8 {
    match gender {
        Some(Gender::Female) => 0,
        Some(Gender::Male) => 1,
        Some(Gender::NonBinary) => 2,
        Some(Gender::NotStated) => NOT_STATED,
        None => NO_GENDER,
    }
}

fn gender(column: u8) -> Option<Gender> {
    match column {
        0 => Some(Gender::Female),
        1 => Some(Gender::Male),
        2 => Some(Gender::NonBinary),
        NOT_STATED => Some(Gender::NotStated),
        _ => None,
    }
}

/// The gender column that a gender counts in.
pub(in crate::figure) fn column_of(gender: Option<Gender>) -> usize {
    usize::from(column(gender) & 3)
}

impl Block {
    /// Puts facts into columns.
    pub fn of(mut told: Vec<Told>, people: &mut People) -> Self {
        told.sort_unstable_by_key(|told| (told.subject, told.fact.from));
        let mut first = Vec::new();
        let mut numbers = Vec::new();
        let mut others = Vec::new();
        for (at, one) in told.iter().enumerate() {
            if at == 0 || told[at - 1].subject != one.subject {
                first.push(place(at));
                numbers.push(one.person().map_or(NOBODY, |person| people.number(person.0)));
                if one.subject.kind != SubjectKind::Person {
                    others.push(one.subject);
                }
            }
        }
        first.push(place(told.len()));
        let facts = || told.iter().map(|told| told.fact);
        let numbered = || (0_u32..).zip(facts());
        Self {
            counted: facts().map(|fact| fact.counted.bits()).collect(),
            from: facts().map(|fact| fact.from.0).collect(),
            until: facts().map(|fact| fact.until.0).collect(),
            columns: facts().map(|fact| column(fact.gender)).collect(),
            first: first.into(),
            people: numbers.into(),
            others: others.into(),
            quantities: numbered()
                .filter(|(_, fact)| fact.quantity != 1)
                .map(|(at, fact)| (at, fact.quantity))
                .collect(),
            left_out: numbered()
                .filter(|(_, fact)| !fact.left_out.is_empty() || !fact.missing.is_empty())
                .map(|(fact, Fact { left_out, missing, .. })| LeftOut {
                    fact,
                    missing,
                    bits: left_out.bits(),
                })
                .collect(),
        }
    }

    /// Number of facts.
    pub fn len(&self) -> usize {
        self.counted.len()
    }

    /// The cases.
    pub fn cases(&self) -> Range<usize> {
        0..self.people.len()
    }

    /// Where the facts of a case lie.
    pub fn facts_of(&self, case: usize) -> Range<usize> {
        self.first[case] as usize..self.first[case + 1] as usize
    }

    /// The cases whose subject is a person. No person has two of them.
    pub fn of_people(&self) -> Range<usize> {
        0..self.people.len() - self.others.len()
    }

    /// The facts of those cases.
    pub fn facts_of_people(&self) -> Range<usize> {
        0..self.first.get(self.of_people().end).map_or(0, |end| *end as usize)
    }

    /// The person behind a case, [`NOBODY`] when there is none.
    pub fn person(&self, case: usize) -> u32 {
        self.people[case]
    }

    /// The subject of a case.
    pub fn subject(&self, case: usize, people: &People) -> Subject {
        match case.checked_sub(self.of_people().end) {
            Some(other) => self.others[other],
            None => Subject::person(ParticipantId(people.key(self.people[case]))),
        }
    }

    /// The number of cases before a subject, its own included.
    pub fn up_to(&self, subject: Subject, people: &People) -> usize {
        let (mut low, mut high) = (0, self.people.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.subject(middle, people) <= subject {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The case of a subject.
    pub fn case_of(&self, subject: Subject, people: &People) -> Option<usize> {
        let last = self.up_to(subject, people).checked_sub(1)?;
        (self.subject(last, people) == subject).then_some(last)
    }

    /// A fact.
    pub fn fact(&self, at: usize) -> Fact {
        let rare = place(at);
        let quantity = self.quantities.binary_search_by_key(&rare, |(fact, _)| *fact);
        let left_out = self.left_out.binary_search_by_key(&rare, |one| one.fact).map(|at| self.left_out[at]);
        Fact {
            gender: gender(self.columns[at]),
            quantity: quantity.map_or(1, |at| self.quantities[at].1),
            counted: IndicatorSet::from_bits(self.counted[at]),
            left_out: left_out.map_or(IndicatorSet::EMPTY, |one| IndicatorSet::from_bits(one.bits)),
            missing: left_out.map_or_else(|_| MissingFields::default(), |one| one.missing),
            from: Day(self.from[at]),
            until: Day(self.until[at]),
        }
    }

    /// The columns that counting reads: indicators, first days, ends, gender columns (in the two low bits).
    pub fn raw(&self) -> (&[u64], &[u16], &[u16], &[u8]) {
        (&self.counted, &self.from, &self.until, &self.columns)
    }

    /// The facts whose quantity is not 1, with it.
    pub fn quantities(&self) -> impl Iterator<Item = (usize, u32)> {
        self.quantities.iter().map(|(at, quantity)| (*at as usize, *quantity))
    }

    /// The facts that leave something out.
    pub fn leaving_out(&self) -> impl Iterator<Item = usize> {
        self.left_out.iter().map(|one| one.fact as usize)
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        size_of_val(&*self.counted)
            + size_of_val(&*self.from)
            + size_of_val(&*self.until)
            + size_of_val(&*self.columns)
            + size_of_val(&*self.first)
            + size_of_val(&*self.people)
            + size_of_val(&*self.others)
            + size_of_val(&*self.quantities)
            + size_of_val(&*self.left_out)
    }
}

/// Facts of a sub-project are counted with 32 bits.
fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
