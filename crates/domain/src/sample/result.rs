//! What came of a survey. Pure.

use chrono::NaiveDate;
use counting::{Employment, FollowUpResult, Improvement, sampling, six_months_after};

use super::Asks;
use crate::case_file::Told;

/// What came of asking somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum AnswerState {
    /// Answered, and the result asked for is there.
    Result,
    /// Answered, and it is not.
    NoResult,
    /// Declined.
    Refused,
    /// Could not be reached.
    NotReached,
    /// No survey is recorded.
    Open,
}

impl AnswerState {
    /// The code of its texts.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// What came of asking: the latest answer since six months after leaving; without one, the latest attempt.
    pub(super) fn of(case: &Told, asks: Asks, cut_off: NaiveDate) -> Self {
        let Some(since) = case.exit(cut_off).and_then(six_months_after) else { return Self::Open };
        let surveys = || case.follow_ups.iter().filter(|survey| survey.surveyed_on >= since);
        let answered =
            surveys().filter(|survey| survey.is_answered()).max_by_key(|survey| survey.surveyed_on);
        match (answered, surveys().max_by_key(|survey| survey.surveyed_on)) {
            (Some(survey), _) => {
                let has_result = match asks {
                    Asks::Employment => survey.employment == Some(Employment::Employed),
                    Asks::Improvement => {
                        survey.improvements.iter().any(|improvement| *improvement != Improvement::PayOnly)
                    }
                };
                if has_result { Self::Result } else { Self::NoResult }
            }
            (None, Some(attempt)) => match attempt.result {
                Some(FollowUpResult::Refused) => Self::Refused,
                Some(FollowUpResult::NotReached) => Self::NotReached,
                Some(FollowUpResult::Answered) | None => Self::Open,
            },
            (None, None) => Self::Open,
        }
    }
}

/// How many of those drawn gave which answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Answered with the result asked for.
    pub results: u64,
    /// Answered without it.
    pub no_results: u64,
    /// Declined.
    pub refused: u64,
    /// Not reached.
    pub not_reached: u64,
    /// Without a survey.
    pub open: u64,
}

impl Answers {
    /// All who answered.
    pub fn answered(&self) -> u64 {
        self.results + self.no_results
    }

    pub(super) fn add(&mut self, state: AnswerState) {
        match state {
            AnswerState::Result => self.results += 1,
            AnswerState::NoResult => self.no_results += 1,
            AnswerState::Refused => self.refused += 1,
            AnswerState::NotReached => self.not_reached += 1,
            AnswerState::Open => self.open += 1,
        }
    }

    /// The stratum as the mathematics sees it.
    pub(super) fn stratum(&self, population: u64) -> sampling::Stratum {
        sampling::Stratum { population, answers: self.answered(), results: self.results }
    }
}
