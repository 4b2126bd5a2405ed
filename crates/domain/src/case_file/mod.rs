//! Case files: everything recorded about one person in one operation.

mod store;

pub(crate) use store::{Wanted, read};

use chrono::NaiveDate;
use counting::{FollowUp, Outcome, Stay};

use crate::{
    follow_up,
    follow_up::follow_up,
    id::{ParticipantId, SubProjectId},
    outcome,
    outcome::outcome,
    participation,
    participation::stay,
    sub_project::LawDays,
};

/// The records of one person in one operation.
#[derive(Clone, Debug)]
pub(crate) struct CaseFile {
    /// The person.
    pub person: ParticipantId,
    /// The sub-project of the first entry, which the case belongs to.
    pub sub_project: SubProjectId,
    /// The stays, by entry; at least one.
    pub stays: Vec<participation::Model>,
    /// What became of the person, by day.
    pub outcomes: Vec<outcome::Model>,
    /// The surveys, by day.
    pub follow_ups: Vec<follow_up::Model>,
}

/// The same as the rulebook sees it.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub stays: Vec<Stay>,
    pub outcomes: Vec<Outcome>,
    pub follow_ups: Vec<FollowUp>,
}

impl CaseFile {
    /// What counts by law: the stays that began while their sub-project owed its indicators. None without any.
    pub fn by_law(mut self, law_days: &LawDays) -> Option<Self> {
        self.stays.retain(|row| law_days.on(row.sub_project_id, row.entered_on));
        self.sub_project = self.stays.first()?.sub_project_id;
        Some(self)
    }

    /// The records as the rulebook sees them.
    pub fn told(&self) -> Told {
        Told {
            stays: self.stays.iter().map(stay).collect(),
            outcomes: self.outcomes.iter().filter_map(outcome).collect(),
            follow_ups: self.follow_ups.iter().map(follow_up).collect(),
        }
    }
}

impl Told {
    /// The last day in the operation, as it stood at a cut-off; none while a stay lasts, and before the first.
    pub fn exit(&self, cut_off: NaiveDate) -> Option<NaiveDate> {
        let begun = self.stays.iter().filter(|stay| stay.entered_on <= cut_off);
        let last = begun.map(|stay| stay.left_on).reduce(|one, other| one.zip(other).map(|(a, b)| a.max(b)));
        last.flatten().filter(|exit| *exit <= cut_off)
    }
}
