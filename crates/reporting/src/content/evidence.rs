//! The cases behind the figures of a report.

use std::fmt;
use std::sync::Arc;

use domain::figure::{EvidenceList, EvidencePart, EvidenceRow, EvidenceSum};
use domain::indicator::Indicator;
use domain::sub_project::RegionCategory;

use crate::table::SourceError;

/// The cases behind the figures: what they are and add up to, and where the rows come from.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// People.
    pub people: EvidenceList,
    /// Whatever else is counted.
    pub others: EvidenceList,
    /// Where the rows come from while they are written.
    pub source: Arc<dyn EvidenceSource>,
}

/// Where the rows of an evidence come from. Asked again, it gives the same rows in the same order.
pub trait EvidenceSource: fmt::Debug + Send + Sync {
    /// The rows of a list, as many as it says.
    fn rows(&self, part: EvidencePart) -> Box<dyn Iterator<Item = Result<EvidenceRow, SourceError>> + '_>;
}

impl Evidence {
    /// One of the lists.
    pub(crate) fn list(&self, part: EvidencePart) -> &EvidenceList {
        match part {
            EvidencePart::People => &self.people,
            EvidencePart::Others => &self.others,
        }
    }

    /// The codes of the sub-projects that have rows, once or more.
    pub(crate) fn sub_projects(&self) -> impl Iterator<Item = &str> {
        let sums = self.people.sums.iter().chain(&self.others.sums);
        sums.filter_map(|sum| sum.sub_project.code.as_deref())
    }

    /// What the rows add up to for an indicator in a category of region: women, men, non-binary people, all.
    pub(crate) fn sum(&self, indicator: &Indicator, category: RegionCategory) -> [u64; 4] {
        let list = self.list(EvidencePart::of(indicator));
        let place = place(list, indicator);
        let wanted =
            list.sums.iter().filter(|sum| Some(sum.indicator) == place && sum.region_category == category);
        wanted.fold([0; 4], |all, sum| added(all, counts(sum)))
    }
}

/// What rows add up to: women, men, non-binary people, all.
pub fn counts(sum: &EvidenceSum) -> [u64; 4] {
    [sum.genders.women, sum.genders.men, sum.genders.non_binary, sum.total]
}

/// Counts of two, added.
pub fn added(one: [u64; 4], other: [u64; 4]) -> [u64; 4] {
    std::array::from_fn(|column| one[column] + other[column])
}

/// The place of an indicator in a list.
pub fn place(list: &EvidenceList, indicator: &Indicator) -> Option<usize> {
    list.indicators.iter().position(|one| one.kind == indicator.kind && one.code == indicator.code)
}
