//! When an indicator counts a case.

use crate::entry::Entry;
use crate::leaving::Leaving;
use crate::{EntityKind, FollowUp};

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
    /// Counts from leaving on, as things stand up to the 28th day after it.
    UponLeaving(fn(&Entry<'_>, &Leaving) -> Verdict),
    /// Counts from the day six months after leaving on.
    SixMonthsLater(fn(&Entry<'_>, &FollowUp) -> Verdict),
    /// Counts an entity from the day it was supported.
    Entity(fn(EntityKind) -> bool),
}
