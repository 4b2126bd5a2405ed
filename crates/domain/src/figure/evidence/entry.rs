//! The cases of one sub-project, before their references are read.

use counting::Gender;

use super::{Evidence, EvidencePart};
use crate::{
    fact::Subject,
    figure::columns::{Day, column_of},
    indicator::RulebookKind,
};

/// A case that counts.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub subject: Subject,
    pub gender: Option<Gender>,
    pub since: Day,
    /// Places of indicators in the list, each with how much.
    pub counts: Vec<(usize, u64)>,
}

/// That a case counts for an indicator.
struct Count {
    subject: Subject,
    gender: Option<Gender>,
    indicator: usize,
    quantity: u64,
    since: Day,
}

impl Count {
    /// What tells one row from another.
    fn row(&self) -> (Subject, usize) {
        (self.subject, column_of(self.gender))
    }
}

impl Evidence {
    /// The cases of a sub-project, in the order of their subjects.
    pub(super) fn entries(&self, part: EvidencePart, place: usize) -> Vec<Entry> {
        let mut counts = self.counts(part, place);
        counts.sort_unstable_by_key(|count| (count.row(), count.indicator));
        let rows = counts.chunk_by(|one, other| one.row() == other.row());
        rows.filter_map(|row| {
            let first = row.first()?;
            let sums = row.chunk_by(|one, other| one.indicator == other.indicator);
            let sum = |of: &[Count]| Some((of.first()?.indicator, of.iter().map(|one| one.quantity).sum()));
            Some(Entry {
                subject: first.subject,
                gender: first.gender,
                since: row.iter().map(|count| count.since).max().unwrap_or(first.since),
                counts: sums.filter_map(sum).collect(),
            })
        })
        .collect()
    }

    fn counts(&self, part: EvidencePart, place: usize) -> Vec<Count> {
        let day = self.day();
        let people = self.facts.lock_people();
        let mut counts = Vec::new();
        for kind in self.question.kinds() {
            let places = self.places_of(part, kind);
            let wanted = places.iter().fold(0, |bits: u64, (bit, _)| bits | 1 << bit);
            if wanted == 0 {
                continue;
            }
            let block = self.facts.about(self.places[place].id, kind);
            for case in block.cases() {
                for fact in block.facts_of(case).map(|at| block.fact(at)) {
                    if !fact.holds_on(day) || fact.counted.bits() & wanted == 0 {
                        continue;
                    }
                    let subject = block.subject(case, &people);
                    let counted = places.iter().filter(|(bit, _)| fact.counted.contains(*bit));
                    counts.extend(counted.map(|(_, indicator)| Count {
                        subject,
                        gender: fact.gender,
                        indicator: *indicator,
                        quantity: fact.quantity.into(),
                        since: fact.from,
                    }));
                }
            }
        }
        counts
    }

    /// The bits of a kind's indicators, each with its place in the list.
    fn places_of(&self, part: EvidencePart, kind: RulebookKind) -> Vec<(u8, usize)> {
        let all = self.question.indicators.iter().filter(|indicator| EvidencePart::of(indicator) == part);
        let places = all.enumerate().filter(|(_, indicator)| indicator.kind == kind);
        places.map(|(place, indicator)| (indicator.bit, place)).collect()
    }
}
