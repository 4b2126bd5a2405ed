//! When an indicator counts a case.

use crate::entry::Entry;
use crate::leaving::{Later, Leaving, Status};
use crate::programme::Recipe;
use crate::{Employment, EntityKind};

/// The answer to "does it count?" while values may be missing. The order makes `min` the logical
/// "and" and `max` the logical "or".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verdict {
    /// Does not count, whatever the missing values are.
    No,
    /// Depends on missing values.
    Possible,
    /// Counts, whatever the missing values are.
    Yes,
}

impl From<bool> for Verdict {
    fn from(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }
}

/// The condition of an indicator, by the moment its value describes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Condition {
    /// Counts from the first entry on.
    AtEntry(fn(&Entry<'_>) -> Verdict),
    /// Counts every case from the first entry on, even one that lacks data.
    Everyone,
    /// Counts from leaving on, as things stand up to the 28th day after it.
    UponLeaving(fn(&Entry<'_>, &Leaving) -> Verdict),
    /// Counts from the day six months after leaving on, or within the six months.
    SixMonthsLater(fn(&Entry<'_>, &Later) -> Verdict),
    /// Counts an entity from the day it was supported.
    Entity(fn(EntityKind) -> bool),
    /// Counts a project from its first day when its target group names the indicator.
    Project,
    /// Counts activities.
    Activity(Recipe),
}

/// Without work at entry for want of looking for it, and looking for work upon leaving.
pub(crate) fn searches(entry: &Entry<'_>, leaving: &Leaving) -> Verdict {
    entry.is(Employment::Inactive).min(leaving.has_status(Status::LookingForWork))
}

/// Started education or training upon leaving.
pub(crate) fn learns(entry: &Entry<'_>, leaving: &Leaving) -> Verdict {
    entry.may_start_education().min(leaving.started_education.into())
}

/// Gained a qualification.
pub(crate) fn qualifies(_: &Entry<'_>, leaving: &Leaving) -> Verdict {
    leaving.gained_qualification.into()
}

/// Without work at entry, and in work upon leaving.
pub(crate) fn works(entry: &Entry<'_>, leaving: &Leaving) -> Verdict {
    entry.is_without_work().min(leaving.has_status(Status::Employed))
}

/// Without work at entry, and in work six months after leaving.
pub(crate) fn works_later(entry: &Entry<'_>, later: &Later) -> Verdict {
    entry.is_without_work().min(later.in_employment.into())
}

/// In work at entry, and in a better situation six months after leaving.
pub(crate) fn improves_later(entry: &Entry<'_>, later: &Later) -> Verdict {
    entry.is(Employment::Employed).min(later.improved.into())
}
