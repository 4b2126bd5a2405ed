//! The worklist: cases that fall out of figures, or will, and can still be mended.

mod responsible;
mod rules;
mod service;
mod store;
mod tally;

use std::sync::Arc;

use chrono::NaiveDate;
use counting::MissingFields;

pub use responsible::Responsible;
pub(crate) use rules::is_status_unknown;
pub use rules::{FOLLOW_UP_MONTHS, next_transmission};
pub use service::{Wanted, Worklist, read};
pub use tally::Tally;

use crate::id::ParticipantId;

/// Why a case stands on the list.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    serde::Serialize,
    serde::Deserialize,
    strum::EnumString,
    strum::IntoStaticStr,
)]
#[strum(serialize_all = "snake_case")]
pub enum Reason {
    /// Data are missing without which no indicator counts the case (Regulation (EU) 2021/1057, Article 17(5)), or some
    /// do not: whether the person was in education, the day on which a plan was closed. To be mended before the figures
    /// are next transmitted.
    Incomplete,
    /// Left, nothing known of what followed, and the 28 days in which it becomes a result still run.
    ExitOutcomeDue,
    /// Left more than 28 days ago without work at entry, and the labour-market status on day 28 is unknown: no
    /// result (V-20). It can still be asked before the figures are next transmitted.
    ExitStatusUnknown,
    /// Six months have passed since leaving, and no survey is recorded, not even a declined one.
    FollowUpDue,
}

impl Reason {
    /// Every reason, in the order of a case's way.
    pub const ALL: [Self; 4] =
        [Self::Incomplete, Self::ExitOutcomeDue, Self::ExitStatusUnknown, Self::FollowUpDue];

    /// The code, as the command line knows it.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// Which worklist is wanted.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct WorklistQuery {
    /// Code of the funding period.
    pub period: String,
    /// What had happened by this day.
    pub cut_off: NaiveDate,
    /// Only this regional network, by code.
    pub network: Option<String>,
    /// Only this sub-project, by code.
    pub sub_project: Option<String>,
}

/// The place of a case on the list, which is in this order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Place {
    /// The day until which it can be mended.
    pub until: NaiveDate,
    /// Code of its sub-project.
    pub sub_project: String,
    /// The person.
    pub person: ParticipantId,
    /// Why it stands there.
    pub reason: Reason,
}

/// A case on the list. Pseudonymous: the reference is the project's own.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its place.
    pub place: Place,
    /// Name of its sub-project.
    pub sub_project_name: Arc<str>,
    /// Reference of the person.
    pub reference: String,
    /// The first day the reason held: that from which figures leave the case out, the leaving, the end of the 28 days, or
    /// six months after leaving.
    pub since: NaiveDate,
    /// What is missing.
    pub missing: MissingFields,
    /// Days from today to the day until which it can be mended; negative once that has passed.
    pub days_left: i64,
    /// Who has to mend it.
    pub responsible: Arc<Responsible>,
}

/// How many cases stand on the list, by reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Left out of figures.
    pub incomplete: usize,
    /// Nothing known of what followed leaving; the 28 days run.
    pub exit_outcome_due: usize,
    /// Status on day 28 unknown.
    pub exit_status_unknown: usize,
    /// Survey due.
    pub follow_up_due: usize,
}

impl Counts {
    /// How many for a reason.
    pub fn of(&self, reason: Reason) -> usize {
        match reason {
            Reason::Incomplete => self.incomplete,
            Reason::ExitOutcomeDue => self.exit_outcome_due,
            Reason::ExitStatusUnknown => self.exit_status_unknown,
            Reason::FollowUpDue => self.follow_up_due,
        }
    }

    /// Counts a case.
    fn add(&mut self, reason: Reason) {
        match reason {
            Reason::Incomplete => self.incomplete += 1,
            Reason::ExitOutcomeDue => self.exit_outcome_due += 1,
            Reason::ExitStatusUnknown => self.exit_status_unknown += 1,
            Reason::FollowUpDue => self.follow_up_due += 1,
        }
    }

    /// How many for some reasons, without any for all.
    pub fn of_any(&self, reasons: &[Reason]) -> usize {
        let wanted = |reason: &&Reason| reasons.is_empty() || reasons.contains(reason);
        Reason::ALL.iter().filter(wanted).map(|reason| self.of(*reason)).sum()
    }
}
