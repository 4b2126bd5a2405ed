//! Leaving an operation and what follows within 28 days.

use chrono::{Days, Months, NaiveDate};

use crate::condition::Verdict;
use crate::{Case, Employment, FollowUp, Improvement, OutcomeKind, Stay};

/// The days after leaving within which an immediate result must happen.
const WINDOW_DAYS: u64 = 28;

/// The last day on which something can still become an immediate result of leaving on `exit`:
/// the 28th day after it, leaving being day 0 (Regulation (EU) 2021/1057, Annex I, point 3, as
/// the Commission reads it). `None` beyond the calendar.
pub fn last_window_day(exit: NaiveDate) -> Option<NaiveDate> {
    exit.checked_add_days(Days::new(WINDOW_DAYS))
}

/// The day a longer-term result describes: the same day of the month six months after `exit`, or
/// the month's last day where it is shorter. `None` beyond the calendar.
pub fn six_months_after(exit: NaiveDate) -> Option<NaiveDate> {
    exit.checked_add_months(Months::new(6))
}

/// The last day of the last of these stays; `None` while one of them lasts, or without stays.
pub(crate) fn exit<'a>(stays: impl Iterator<Item = &'a Stay>) -> Option<NaiveDate> {
    stays
        .map(|stay| stay.left_on)
        .reduce(|one, other| one.zip(other).map(|(one, other)| one.max(other)))
        .flatten()
}

/// Labour-market status after an event, from weakest to strongest: of several events on one day the
/// strongest decides, so that the order of the records never matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Status {
    Inactive,
    LookingForWork,
    Employed,
}

impl Status {
    fn after(kind: OutcomeKind) -> Option<Self> {
        match kind {
            OutcomeKind::Job | OutcomeKind::SelfEmployment => Some(Self::Employed),
            OutcomeKind::Unemployment | OutcomeKind::JobSearch => Some(Self::LookingForWork),
            OutcomeKind::Inactivity => Some(Self::Inactive),
            OutcomeKind::Education | OutcomeKind::Qualification | OutcomeKind::Attendance => None,
        }
    }
}

/// What had become of a participant by some day after leaving.
#[derive(Debug, Default)]
pub(crate) struct Leaving {
    /// The last labour-market status since the last entry.
    pub(crate) status: Option<Status>,
    /// Started education or training from the day of leaving on.
    pub(crate) started_education: bool,
    /// Gained a qualification since the first entry.
    pub(crate) gained_qualification: bool,
}

impl Leaving {
    pub(crate) fn has_status(&self, status: Status) -> Verdict {
        (self.status == Some(status)).into()
    }
}

/// What is known of the six months after leaving.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Later {
    /// In employment, at the time the profile means.
    pub(crate) in_employment: bool,
    /// In a better situation on the labour market than at entry; higher pay alone is none.
    pub(crate) improved: bool,
}

impl Later {
    /// What a survey tells of the day six months after leaving.
    pub(crate) fn of(survey: &FollowUp) -> Self {
        let better = |improvement: &Improvement| *improvement != Improvement::PayOnly;
        Self {
            in_employment: survey.employment == Some(Employment::Employed),
            improved: survey.improvements.iter().any(better),
        }
    }
}

/// The way from the first entry to a (so far) last exit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Departure {
    pub(crate) first_entry: NaiveDate,
    pub(crate) last_entry: NaiveDate,
    pub(crate) exit: NaiveDate,
}

impl Departure {
    /// The last day of the window, as a set of days.
    pub(crate) const LAST_DAY: u32 = 1 << WINDOW_DAYS;

    /// A day of the window as a set of days, which has one binary digit per day from leaving on;
    /// `None` outside the window.
    pub(crate) fn day_of_window(self, day: NaiveDate) -> Option<u32> {
        let days = (day - self.exit).num_days();
        u64::try_from(days).ok().filter(|days| *days <= WINDOW_DAYS).map(|days| 1 << days)
    }

    /// The days of the window on which something happened, and the exit.
    pub(crate) fn days_of_change(self, case: &Case<'_>) -> u32 {
        let days = case.outcomes.iter().filter_map(|outcome| self.day_of_window(outcome.occurred_on));
        days.fold(1, |all, day| all | day)
    }

    /// The members of a set of days, ascending.
    pub(crate) fn days(self, set: u32) -> impl Iterator<Item = NaiveDate> {
        (0..=WINDOW_DAYS)
            .filter(move |day| set >> day & 1 == 1)
            .filter_map(move |day| self.exit.checked_add_days(Days::new(day)))
    }

    /// The first day in employment from leaving to six months later, as far as outcomes tell: the
    /// day of leaving when that is the status by then, else the first job or self-employment.
    pub(crate) fn first_work(self, case: &Case<'_>) -> Option<NaiveDate> {
        if self.by(self.exit, case).status == Some(Status::Employed) {
            return Some(self.exit);
        }
        let months = self.exit.max(self.last_entry)..=six_months_after(self.exit)?;
        (case.outcomes.iter())
            .filter(|outcome| Status::after(outcome.kind) == Some(Status::Employed))
            .map(|outcome| outcome.occurred_on)
            .filter(|day| months.contains(day))
            .min()
    }

    /// What had become of the participant by `day`, which is inside the window.
    pub(crate) fn by(self, day: NaiveDate, case: &Case<'_>) -> Leaving {
        let mut leaving = Leaving::default();
        let mut last = None;
        for outcome in case.outcomes {
            let occurred_on = outcome.occurred_on;
            if occurred_on > day || occurred_on < self.first_entry {
                continue;
            }
            leaving.gained_qualification |= outcome.kind == OutcomeKind::Qualification;
            leaving.started_education |= outcome.kind == OutcomeKind::Education && occurred_on >= self.exit;
            if occurred_on >= self.last_entry
                && let Some(status) = Status::after(outcome.kind)
            {
                last = last.max(Some((occurred_on, status)));
            }
        }
        leaving.status = last.map(|(_, status)| status);
        leaving
    }
}
