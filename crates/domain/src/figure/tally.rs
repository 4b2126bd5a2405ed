//! Counting facts. Pure.

use chrono::NaiveDate;
use counting::Gender;

use super::{
    Genders,
    columns::{Fact, PeriodFacts},
};
use crate::{id::SubProjectId, indicator::Indicator};

/// Places of all sets: 64 for each kind of rulebook.
const PLACES: usize = 3 * 64;

/// The counts of one unit, for every indicator at once.
pub(super) struct Tally {
    women: [u64; PLACES],
    men: [u64; PLACES],
    non_binary: [u64; PLACES],
    /// Without a gender column: everything but people, and people of whom no gender can be reported.
    others: [u64; PLACES],
    people: [u64; PLACES],
    left_out: [u64; PLACES],
}

impl Tally {
    /// Counts the facts of sub-projects that hold at a cut-off.
    pub fn of(facts: &PeriodFacts, sub_projects: &[SubProjectId], cut_off: NaiveDate) -> Self {
        let none = [0; PLACES];
        let mut tally =
            Self { women: none, men: none, non_binary: none, others: none, people: none, left_out: none };
        let mut counted_for = vec![[0u64; 3]; facts.people().len()];
        for fact in sub_projects.iter().flat_map(|id| facts.about(*id)).filter(|fact| fact.holds_on(cut_off))
        {
            tally.add(fact);
            if let Some(number) = fact.subject.person {
                counted_for[number as usize][fact.kind as usize] |= fact.counted.bits();
            }
        }
        for kinds in counted_for {
            for (kind, bits) in kinds.into_iter().enumerate().filter(|(_, bits)| *bits != 0) {
                add(&mut tally.people[64 * kind..], bits, 1);
            }
        }
        tally
    }

    fn add(&mut self, fact: &Fact) {
        let column = match fact.gender {
            Some(Gender::Female) => &mut self.women,
            Some(Gender::Male) => &mut self.men,
            Some(Gender::NonBinary) => &mut self.non_binary,
            Some(Gender::NotStated) | None => &mut self.others,
        };
        let first = 64 * fact.kind as usize;
        add(&mut column[first..], fact.counted.bits(), u64::from(fact.quantity));
        add(&mut self.left_out[first..], fact.left_out.bits(), u64::from(fact.quantity));
    }

    /// Cases by gender; none for indicators that have no gender columns.
    pub fn genders(&self, indicator: &Indicator) -> Option<Genders> {
        let place = place(indicator);
        let genders =
            Genders { women: self.women[place], men: self.men[place], non_binary: self.non_binary[place] };
        indicator.is_personal.then_some(genders)
    }

    /// Cases, or what else the indicator counts.
    pub fn total(&self, indicator: &Indicator) -> u64 {
        let place = place(indicator);
        self.women[place] + self.men[place] + self.non_binary[place] + self.others[place]
    }

    /// Distinct people; none for indicators that have no gender columns.
    pub fn people(&self, indicator: &Indicator) -> Option<u64> {
        indicator.is_personal.then_some(self.people[place(indicator)])
    }

    /// Cases left out.
    pub fn left_out(&self, indicator: &Indicator) -> u64 {
        self.left_out[place(indicator)]
    }
}

fn place(indicator: &Indicator) -> usize {
    64 * indicator.kind as usize + usize::from(indicator.bit)
}

fn add(counts: &mut [u64], mut bits: u64, quantity: u64) {
    while bits != 0 {
        counts[bits.trailing_zeros() as usize] += quantity;
        bits &= bits - 1;
    }
}
