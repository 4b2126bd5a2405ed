//! When a version of a sub-project holds. Pure; [`crate::Versioned`] asks the database the same.

use chrono::{DateTime, NaiveDate, Utc};

use super::Model;
use crate::version;

impl Model {
    /// Whether the version was current at a moment; none means now.
    pub(crate) fn was_known(&self, known_at: Option<DateTime<Utc>>) -> bool {
        version::was_known((self.recorded_at, self.superseded_at), known_at)
    }

    /// Whether the version holds on a day.
    pub(crate) fn holds_on(&self, day: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_until.is_none_or(|until| until > day)
    }
}
