//! Counting facts. Pure.

use chrono::NaiveDate;
use counting::{Gender, Indicator};

use super::{
    Genders,
    columns::{Fact, PeriodFacts, Subject},
};
use crate::id::SubProjectId;

/// How many places an [`counting::IndicatorSet`] has.
const BITS: usize = 64;

/// The counts of one unit, for every indicator at once.
pub(super) struct Tally {
    women: [u64; BITS],
    men: [u64; BITS],
    non_binary: [u64; BITS],
    entities: [u64; BITS],
    people: [u64; BITS],
    left_out: [u64; BITS],
}

impl Tally {
    /// Counts the facts of sub-projects that hold at a cut-off.
    pub fn of(facts: &PeriodFacts, sub_projects: &[SubProjectId], cut_off: NaiveDate) -> Self {
        let none = [0; BITS];
        let mut tally =
            Self { women: none, men: none, non_binary: none, entities: none, people: none, left_out: none };
        let mut counted_for = vec![0u64; facts.people().len()];
        for fact in sub_projects.iter().flat_map(|id| facts.about(*id)).filter(|fact| fact.holds_on(cut_off))
        {
            tally.add(fact);
            if let Subject::Person(number) = fact.subject {
                counted_for[number as usize] |= fact.counted.bits();
            }
        }
        for bits in counted_for.into_iter().filter(|bits| *bits != 0) {
            add(&mut tally.people, bits);
        }
        tally
    }

    fn add(&mut self, fact: &Fact) {
        let column = match (fact.subject, fact.gender) {
            (Subject::Entity(_), _) => &mut self.entities,
            (_, Some(Gender::Female)) => &mut self.women,
            (_, Some(Gender::Male)) => &mut self.men,
            _ => &mut self.non_binary,
        };
        add(column, fact.counted.bits());
        add(&mut self.left_out, fact.left_out.bits());
    }

    /// Cases by gender; none for indicators about entities.
    pub fn genders(&self, indicator: &Indicator) -> Option<Genders> {
        let bit = usize::from(indicator.bit);
        let genders =
            Genders { women: self.women[bit], men: self.men[bit], non_binary: self.non_binary[bit] };
        indicator.is_personal().then_some(genders)
    }

    /// Cases.
    pub fn total(&self, indicator: &Indicator) -> u64 {
        let bit = usize::from(indicator.bit);
        self.women[bit] + self.men[bit] + self.non_binary[bit] + self.entities[bit]
    }

    /// Distinct people; none for indicators about entities.
    pub fn people(&self, indicator: &Indicator) -> Option<u64> {
        indicator.is_personal().then_some(self.people[usize::from(indicator.bit)])
    }

    /// Cases left out.
    pub fn left_out(&self, indicator: &Indicator) -> u64 {
        self.left_out[usize::from(indicator.bit)]
    }
}

fn add(counts: &mut [u64; BITS], mut bits: u64) {
    while bits != 0 {
        counts[bits.trailing_zeros() as usize] += 1;
        bits &= bits - 1;
    }
}
