//! The life of a report run.

use std::str::FromStr;

use chrono::{DateTime, TimeDelta, Utc};
use texts::Arg;

use super::Model;
use crate::{Error, Result};

/// Where a report run stands.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, strum::EnumString, strum::IntoStaticStr, strum::VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum State {
    /// Asked for, not yet begun.
    Waiting,
    /// Being built.
    Running,
    /// Built; the file is there.
    Done,
    /// Given up, with the cause in words.
    Failed,
    /// Somebody no longer wants it; the running build has not stopped yet.
    Cancelling,
    /// Stopped on request; nothing of it is left.
    Cancelled,
}

impl State {
    /// The code stored.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// Whether it will change by itself.
    pub const fn is_under_way(self) -> bool {
        matches!(self, Self::Waiting | Self::Running | Self::Cancelling)
    }
}

/// What a running build is doing.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, strum::EnumString, strum::IntoStaticStr, strum::VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Stage {
    /// In the queue.
    Queued,
    /// Counting figures.
    Counting,
    /// Writing sheets.
    Writing,
    /// Packing and storing the file.
    Storing,
}

impl Stage {
    /// The code stored.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// Why an attempt came to nothing. The text is the message `error-report-<code>`.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, strum::EnumString, strum::IntoStaticStr, strum::VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Failure {
    /// The build broke down.
    Crashed,
    /// The database did not answer.
    Database,
    /// The file could not be written or stored.
    Storage,
    /// The worker gave no sign of life any more.
    Lost,
    /// The worker was shut down.
    Interrupted,
    /// The data no longer fit the request, or the workbook would not be one; another attempt would end the same way.
    Impossible,
    /// A text is longer than a cell holds.
    TextTooLong,
    /// A sheet would have more rows than Excel holds.
    TooManyRows,
    /// A sheet would have more columns than Excel holds.
    TooManyColumns,
    /// There would be more sheets than Excel holds.
    TooManySheets,
}

/// How an attempt came to nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// Why.
    pub failure: Failure,
    /// Where in the workbook, or how many of what there are too many of; none where that says nothing.
    pub place: Option<String>,
}

impl From<Failure> for Ending {
    fn from(failure: Failure) -> Self {
        Self { failure, place: None }
    }
}

impl Failure {
    /// The code stored.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// When the run may be taken up again after `attempt` attempts; `None` when it is given up.
    ///
    /// A lost or interrupted run goes on at once: what failed was the worker, not the work.
    pub fn retry_at(self, attempt: i32, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        match self {
            Self::Impossible
            | Self::TextTooLong
            | Self::TooManyRows
            | Self::TooManyColumns
            | Self::TooManySheets => None,
            _ if attempt >= ATTEMPTS => None,
            Self::Lost | Self::Interrupted => Some(now),
            Self::Crashed | Self::Database | Self::Storage => {
                let waited = usize::try_from(attempt - 1).unwrap_or_default();
                Some(now + *PAUSES.get(waited).unwrap_or(&LONGEST_PAUSE))
            }
        }
    }
}

/// After so many attempts a run is given up.
pub const ATTEMPTS: i32 = 4;

/// A running attempt without a sign of life for so long is taken for dead.
pub const SILENCE: TimeDelta = TimeDelta::seconds(20);

const LONGEST_PAUSE: TimeDelta = TimeDelta::seconds(60);

/// How long a run rests after its first, second, … failed attempt.
const PAUSES: [TimeDelta; 3] = [TimeDelta::seconds(2), TimeDelta::seconds(10), LONGEST_PAUSE];

impl Model {
    /// Where the run stands.
    ///
    /// # Errors
    /// [`Error::Inconsistent`] when the stored code is none of ours.
    pub fn state(&self) -> Result<State> {
        State::from_str(&self.state).map_err(|_| Error::Inconsistent { table: "report_run", column: "state" })
    }

    /// What the running build is doing.
    ///
    /// # Errors
    /// [`Error::Inconsistent`] when the stored code is none of ours.
    pub fn stage(&self) -> Result<Stage> {
        Stage::from_str(&self.stage).map_err(|_| Error::Inconsistent { table: "report_run", column: "stage" })
    }

    /// What is being done for it, in words.
    pub fn stage_text(&self, language: texts::Language) -> String {
        let is_of_a_part = self.is_bundle && self.stage == Stage::Writing.as_str();
        let stage = if is_of_a_part { "reports" } else { &self.stage };
        texts::text(language, &format!("web-report-stage-{stage}"))
    }

    /// Why it failed, or why its last attempt did, in words.
    pub fn failure_text(&self, language: texts::Language) -> Option<String> {
        let code = self.failure.as_ref()?;
        let args = [("value", Arg::Text(self.failure_place.as_deref().unwrap_or_default()))];
        Some(texts::text_with(language, &format!("error-report-{code}"), &args))
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta};
    use strum::VariantArray;

    use super::{ATTEMPTS, Failure};

    #[test]
    fn pauses_grow_and_end() {
        let now = DateTime::UNIX_EPOCH;
        for (failure, attempt, pause_s) in [
            (Failure::Crashed, 1, Some(2)),
            (Failure::Database, 2, Some(10)),
            (Failure::Storage, 3, Some(60)),
            (Failure::Storage, ATTEMPTS, None),
            (Failure::Lost, 1, Some(0)),
            (Failure::Interrupted, 3, Some(0)),
            (Failure::Lost, ATTEMPTS, None),
            (Failure::Impossible, 1, None),
            (Failure::TooManySheets, 1, None),
        ] {
            let expected = pause_s.map(|seconds| now + TimeDelta::seconds(seconds));
            assert_eq!(failure.retry_at(attempt, now), expected, "{failure:?} {attempt}");
        }
    }

    #[test]
    fn every_failure_has_a_text() {
        for failure in Failure::VARIANTS {
            for language in texts::Language::ALL {
                let key = format!("error-report-{}", failure.as_str());
                assert_ne!(texts::text(language, &key), key, "{language}");
            }
        }
    }
}
