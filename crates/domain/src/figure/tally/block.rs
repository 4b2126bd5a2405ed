//! Counting the facts of one block.

use std::ops::Range;

use super::lanes::{BITS, Part, add};
use crate::{
    figure::columns::{Block, COLUMNS, Day, NOBODY, PeriodFacts, column_of},
    indicator::RulebookKind,
};

/// The counts of one sub-project under one kind of rulebook, for every indicator at once.
pub(super) struct Counts {
    /// Cases, or what else is counted, by gender column.
    pub columns: [[u64; BITS]; COLUMNS],
    /// Cases with a person behind them, whatever their quantity.
    pub of_people: [u64; BITS],
    pub left_out: [u64; BITS],
    /// Those among them that other cases of the same person may repeat: the person and the indicators.
    pub repeatable: Vec<(u32, u64)>,
}

impl Counts {
    pub const ZERO: Self = Self {
        columns: [[0; BITS]; COLUMNS],
        of_people: [0; BITS],
        left_out: [0; BITS],
        repeatable: Vec::new(),
    };

    /// Counts what holds on a day.
    pub fn of(facts: &PeriodFacts, kind: RulebookKind, block: &Block, day: Day) -> Self {
        let mut counts = Self::ZERO;
        let people = block.facts_of_people();
        Part::of(block.raw(), people.clone()).count(day.0, &mut counts.columns);
        for column in &counts.columns {
            for (sum, count) in counts.of_people.iter_mut().zip(column) {
                *sum += count;
            }
        }
        Part::of(block.raw(), people.end..block.len()).count(day.0, &mut counts.columns);
        weigh(block, day, &mut counts.columns);
        for at in block.leaving_out() {
            let fact = block.fact(at);
            if fact.holds_on(day) {
                add(&mut counts.left_out, fact.left_out.bits(), fact.quantity.into());
            }
        }
        let repeated = block.of_people().filter(|case| facts.may_repeat(kind, block.person(*case)));
        for case in repeated {
            counts.repeatable.extend(held(block, case, day));
        }
        for case in block.of_people().end..block.cases().end {
            if block.person(case) != NOBODY {
                for (person, bits) in held(block, case, day) {
                    add(&mut counts.of_people, bits, 1);
                    counts.repeatable.push((person, bits));
                }
            }
        }
        counts
    }
}

/// What holds on a day, by gender column.
pub(in crate::figure) fn columns_on(block: &Block, day: Day) -> [[u64; BITS]; COLUMNS] {
    let mut columns = [[0; BITS]; COLUMNS];
    Part::of(block.raw(), 0..block.len()).count(day.0, &mut columns);
    weigh(block, day, &mut columns);
    columns
}

/// Replaces the one that every fact has been counted as by its quantity.
fn weigh(block: &Block, day: Day, columns: &mut [[u64; BITS]; COLUMNS]) {
    for (at, quantity) in block.quantities() {
        let fact = block.fact(at);
        if fact.holds_on(day) {
            let more = u64::from(quantity).wrapping_sub(1);
            add(&mut columns[column_of(fact.gender)], fact.counted.bits(), more);
        }
    }
}

/// The person of a case with what they count for on a day.
fn held(block: &Block, case: usize, day: Day) -> impl Iterator<Item = (u32, u64)> {
    let (counted, from, until, _) = block.raw();
    let facts: Range<usize> = block.facts_of(case);
    let holding = facts.filter(move |at| from[*at] <= day.0 && day.0 < until[*at]);
    holding.map(move |at| (block.person(case), counted[at])).filter(|(_, bits)| *bits != 0)
}
