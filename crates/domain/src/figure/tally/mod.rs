//! Counting facts. Pure.
//!
//! Each block of facts is counted once, on as many cores as there are; units are sums of blocks. Distinct people are
//! cases with a person less the repetitions, and only people with several cases are looked at for these.

mod block;
mod lanes;
#[cfg(test)]
mod tests;

use std::{
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

pub(super) use block::columns_on;
pub(super) use lanes::{BITS, Lanes, ROOM, add, bytes_used};

use counting::Unit;

use self::block::Counts;
use super::{
    Genders,
    columns::{COLUMNS, Day, KINDS, PeriodFacts},
};
use crate::{
    id::SubProjectId,
    indicator::{Indicator, RulebookKind},
};

/// The counts of one unit, for every indicator at once.
#[derive(Default)]
pub(super) struct Tally([Option<Box<Sums>>; KINDS]);

struct Sums {
    columns: [[u64; BITS]; COLUMNS],
    people: [u64; BITS],
    left_out: [u64; BITS],
}

impl Sums {
    const ZERO: Self = Self { columns: [[0; BITS]; COLUMNS], people: [0; BITS], left_out: [0; BITS] };
}

/// Counts the facts that hold on a day: one tally for each list of sub-projects, and one for all of them together.
pub(super) fn tallies(
    facts: &PeriodFacts,
    kinds: &[RulebookKind],
    (units, day): (&[&[SubProjectId]], Day),
) -> (Vec<Tally>, Tally) {
    let mut all: Vec<Tally> = units.iter().map(|_| Tally::default()).collect();
    let mut whole = Tally::default();
    for kind in kinds {
        let blocks: Vec<_> = units
            .iter()
            .enumerate()
            .flat_map(|(unit, ids)| ids.iter().map(move |id| (unit, id)))
            .map(|(unit, id)| (unit, facts.about(*id, *kind)))
            .filter(|(_, block)| block.len() > 0)
            .collect();
        let sizes: Vec<usize> = blocks.iter().map(|(_, block)| block.len()).collect();
        let counts = on_all_cores(&sizes, |at| Counts::of(facts, *kind, blocks[at].1, day));
        let mut marks = Marks::of(facts.lock_people().len(), &counts);
        let counted: Vec<_> = blocks.iter().map(|(unit, _)| *unit).zip(&counts).collect();
        for of_unit in counted.chunk_by(|(a, _), (b, _)| a == b) {
            let unit = of_unit[0].0;
            all[unit].0[*kind as usize] = Some(sum(of_unit.iter().map(|(_, counts)| *counts), &mut marks));
        }
        whole.0[*kind as usize] = Some(sum(counts.iter(), &mut marks));
    }
    (all, whole)
}

/// The sum of blocks, in which a person counts as one person once.
fn sum<'a>(counts: impl Iterator<Item = &'a Counts> + Clone, marks: &mut Marks) -> Box<Sums> {
    let mut sums = Box::new(Sums::ZERO);
    for counts in counts.clone() {
        for (sums, counts) in sums.columns.iter_mut().zip(&counts.columns) {
            more(sums, counts);
        }
        more(&mut sums.people, &counts.of_people);
        more(&mut sums.left_out, &counts.left_out);
    }
    for (person, bits) in counts.clone().flat_map(|counts| &counts.repeatable) {
        add(&mut sums.people, marks.mark(*person, *bits), u64::MAX);
    }
    for (person, _) in counts.flat_map(|counts| &counts.repeatable) {
        marks.wipe(*person);
    }
    sums
}

fn more(sums: &mut [u64; BITS], counts: &[u64; BITS]) {
    for (sum, count) in sums.iter_mut().zip(counts) {
        *sum = sum.wrapping_add(*count);
    }
}

/// What people have been counted for.
struct Marks(Vec<u64>);

impl Marks {
    fn of(people: usize, counts: &[Counts]) -> Self {
        let needed = counts.iter().any(|counts| !counts.repeatable.is_empty());
        Self(if needed { vec![0; people] } else { Vec::new() })
    }

    /// Marks a person; what they were marked with already is the answer.
    fn mark(&mut self, person: u32, bits: u64) -> u64 {
        let mark = &mut self.0[person as usize];
        let again = *mark & bits;
        *mark |= bits;
        again
    }

    fn wipe(&mut self, person: u32) {
        self.0[person as usize] = 0;
    }
}

/// Below so many facts another thread costs more than it brings.
const WORTH_A_THREAD: usize = 50_000;

/// Does work of known sizes on as many cores as are worth it; results in the order of the work.
pub(super) fn on_all_cores<T: Send>(sizes: &[usize], work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let threads = (sizes.iter().sum::<usize>() / WORTH_A_THREAD).clamp(1, cores).min(sizes.len().max(1));
    if threads == 1 {
        return (0..sizes.len()).map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(sizes.len()));
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let mut own = Vec::new();
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    if at >= sizes.len() {
                        break;
                    }
                    own.push((at, work(at)));
                }
                done.lock().unwrap_or_else(PoisonError::into_inner).append(&mut own);
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

impl Tally {
    /// Cases by gender; none for indicators that have no gender columns.
    pub fn genders(&self, indicator: &Indicator) -> Option<Genders> {
        let [women, men, non_binary, _] = self.columns(indicator);
        indicator.is_personal.then_some(Genders { women, men, non_binary })
    }

    /// Cases, or what else the indicator counts.
    pub fn total(&self, indicator: &Indicator) -> u64 {
        self.columns(indicator).iter().sum()
    }

    /// Distinct people; none for indicators that do not tell who is behind what they count.
    pub fn people(&self, indicator: &Indicator) -> Option<u64> {
        let people = self.of(indicator, |sums| sums.people[usize::from(indicator.bit)]);
        let knows_people =
            indicator.is_personal && !matches!(indicator.unit, Unit::Attendances | Unit::Value);
        knows_people.then_some(people.unwrap_or_default())
    }

    /// Cases left out.
    pub fn left_out(&self, indicator: &Indicator) -> u64 {
        self.of(indicator, |sums| sums.left_out[usize::from(indicator.bit)]).unwrap_or_default()
    }

    /// Cases, or what else the indicator counts, by gender column.
    pub fn columns(&self, indicator: &Indicator) -> [u64; COLUMNS] {
        let columns =
            self.of(indicator, |sums| sums.columns.map(|column| column[usize::from(indicator.bit)]));
        columns.unwrap_or_default()
    }

    fn of<T>(&self, indicator: &Indicator, read: impl Fn(&Sums) -> T) -> Option<T> {
        self.0[indicator.kind as usize].as_deref().map(read)
    }
}
