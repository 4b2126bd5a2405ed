//! The worklist in numbers, for each sub-project.

use std::collections::{BTreeMap, HashMap};

use counting::MissingField;

use super::{Counts, Reason, service::Worklist};
use crate::id::SubProjectId;

/// How many cases of a sub-project stand on the worklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The sub-project.
    pub sub_project: SubProjectId,
    /// Its code.
    pub code: String,
    /// By reason.
    pub counts: Counts,
    /// Incomplete cases by what they lack; one that lacks two things is in both.
    pub missing: BTreeMap<&'static str, usize>,
}

impl Worklist {
    /// The numbers of every sub-project that the list is about, by code; also of those without a case.
    pub fn by_sub_project(&self) -> Vec<Tally> {
        let mut tallies: HashMap<SubProjectId, (Counts, BTreeMap<&'static str, usize>)> = HashMap::new();
        for case in self.noted() {
            let (counts, missing) = tallies.entry(case.sub_project).or_default();
            counts.add(case.place.reason);
            if case.place.reason == Reason::Incomplete {
                for field in case.missing.iter() {
                    *missing.entry(MissingField::as_str(field)).or_default() += 1;
                }
            }
        }
        let mut all: Vec<_> = self
            .sub_projects()
            .iter()
            .map(|row| {
                let (counts, missing) = tallies.remove(&row.id).unwrap_or_default();
                Tally { sub_project: row.id, code: row.code.clone(), counts, missing }
            })
            .collect();
        all.sort_by(|one, other| one.code.cmp(&other.code));
        all
    }
}
