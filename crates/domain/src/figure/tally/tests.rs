//! Tallies of random facts, with quantities and people behind several cases, against counting one by one.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use counting::{ESF_PLUS, Gender, IndicatorSet, MissingFields};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use sea_orm::prelude::Uuid;

use super::tallies;
use crate::{
    fact::{Subject, SubjectKind},
    figure::columns::{Day, Fact, KINDS, Ledger, PeriodFacts, SubProjectFacts, Told},
    id::{ParticipantId, SubProjectId},
    indicator::{Indicator, RulebookKind},
};

const KINDS_ASKED: [RulebookKind; 2] = [RulebookKind::Law, RulebookKind::Activities];

fn told(rng: &mut ChaCha8Rng) -> Told {
    let person = ParticipantId(Uuid::from_u128(rng.random_range(1..40)));
    let other = Subject {
        kind: if rng.random_range(0..2) == 0 { SubjectKind::Consultation } else { SubjectKind::Training },
        id: Uuid::from_u128(rng.random_range(1..500)),
    };
    // who is behind a consultation or a training never changes
    let behind = other.id.as_u128() % 60;
    let (subject, person) = match rng.random_range(0..2) {
        0 => (other, (behind > 0 && behind < 40).then(|| ParticipantId(Uuid::from_u128(behind)))),
        _ => (Subject::person(person), None),
    };
    let genders =
        [Some(Gender::Female), Some(Gender::Male), Some(Gender::NonBinary), Some(Gender::NotStated), None];
    let from = rng.random_range(10..60);
    let quantity = if rng.random_range(0..5) == 0 { rng.random_range(0..40) } else { 1 };
    Told {
        subject,
        person,
        fact: Fact {
            gender: genders[rng.random_range(0..5)],
            quantity,
            counted: IndicatorSet::from_bits(rng.random()),
            left_out: IndicatorSet::from_bits(if rng.random_range(0..9) == 0 { rng.random() } else { 0 }),
            missing: MissingFields::default(),
            from: Day(from),
            until: if rng.random_range(0..2) == 0 { Day::OPEN } else { Day(from + rng.random_range(1..30)) },
        },
    }
}

/// What one by one is counted for an indicator: by column, distinct people, left out.
fn expected(facts: &[&Told], day: Day, bit: u8) -> ([u64; 4], u64, u64) {
    let mut columns = [0; 4];
    let (mut people, mut left_out) = (BTreeSet::new(), 0);
    for told in facts.iter().filter(|told| told.fact.holds_on(day)) {
        let quantity = u64::from(told.fact.quantity);
        if told.fact.left_out.contains(bit) {
            left_out += quantity;
        }
        if told.fact.counted.contains(bit) {
            columns[match told.fact.gender {
                Some(Gender::Female) => 0,
                Some(Gender::Male) => 1,
                Some(Gender::NonBinary) => 2,
                _ => 3,
            }] += quantity;
            let person = match told.subject.kind {
                SubjectKind::Person => Some(told.subject.id),
                _ => told.person.map(|person| person.0),
            };
            people.extend(person);
        }
    }
    (columns, people.len() as u64, left_out)
}

#[test]
fn tallies_are_what_counting_one_by_one_gives() {
    for seed in 0..20 {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let ids: Vec<SubProjectId> = (1..=6).map(|id| SubProjectId(Uuid::from_u128(id))).collect();
        let mut ledger: BTreeMap<SubProjectId, [Vec<Told>; KINDS]> = BTreeMap::new();
        let mut facts = PeriodFacts::default();
        // some are read twice, as they are after a write
        for id in ids.iter().chain(&ids[..3]) {
            let mut of_kinds: [Vec<Told>; KINDS] = Default::default();
            for kind in KINDS_ASKED {
                of_kinds[kind as usize] = (0..rng.random_range(0..700)).map(|_| told(&mut rng)).collect();
            }
            let block = SubProjectFacts::of(of_kinds.clone(), &mut facts.lock_people());
            ledger.insert(*id, of_kinds);
            facts = facts.with([(*id, Ledger { revision: None, facts: Arc::new(block) })]);
        }
        let units: [&[SubProjectId]; 4] = [&ids[..1], &ids[1..4], &[], &ids[4..]];
        let day = Day(rng.random_range(10..90));

        let (each, whole) = tallies(&facts, &KINDS_ASKED, (&units, day));

        let all: &[SubProjectId] = &ids;
        for (ids, tally) in units.into_iter().zip(&each).chain([(all, &whole)]) {
            for kind in KINDS_ASKED {
                let facts: Vec<&Told> = ids.iter().flat_map(|id| &ledger[id][kind as usize]).collect();
                for bit in [0, 7, 8, 31, 39, 40, 63] {
                    let indicator =
                        Indicator { kind, bit, is_personal: true, ..(&ESF_PLUS.indicators[0]).into() };
                    let counted = (
                        tally.columns(&indicator),
                        tally.people(&indicator).unwrap_or_default(),
                        tally.left_out(&indicator),
                    );
                    assert_eq!(counted, expected(&facts, day, bit), "seed {seed}, {kind:?}, bit {bit}");
                }
            }
        }
    }
}
