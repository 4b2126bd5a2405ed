//! What is due, of a case's records alone. Pure.

use chrono::{Datelike, Months, NaiveDate};
use counting::{Employment, OutcomeKind, last_window_day, six_months_after};

use super::Reason;
use crate::case_file::Told;

/// For so many months after the day that a survey describes people are taken to remember it. An own convention: a
/// later survey still counts, but stands on the list as overdue.
pub const FOLLOW_UP_MONTHS: u32 = 3;

/// A reason that holds for a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Due {
    pub reason: Reason,
    /// The first day it held.
    pub since: NaiveDate,
    /// The last day on which it can be mended in time.
    pub until: NaiveDate,
}

/// The day on which figures with this cut-off are transmitted: the first 31 January or 31 July after it
/// (Regulation (EU) 2021/1060, Article 42(1)).
pub fn next_transmission(cut_off: NaiveDate) -> NaiveDate {
    let days = [(cut_off.year(), 1), (cut_off.year(), 7), (cut_off.year() + 1, 1)];
    let days = days.into_iter().filter_map(|(year, month)| NaiveDate::from_ymd_opt(year, month, 31));
    days.filter(|day| *day > cut_off).min().unwrap_or(cut_off)
}

/// As of when a worklist is, and until when its records can be mended for the next report.
#[derive(Clone, Copy, Debug)]
pub(super) struct Days {
    pub cut_off: NaiveDate,
    pub next_report: NaiveDate,
}

/// What is due after leaving, as things stand at a cut-off.
pub(super) fn after_leaving(case: &Told, days: Days) -> Vec<Due> {
    let Some(exit) = case.exit(days.cut_off) else { return Vec::new() };
    exit_status(case, exit, days).into_iter().chain(follow_up(case, exit, days.cut_off)).collect()
}

/// Whether the 28 days after leaving are over and the status upon leaving, which is a result, is unknown.
pub(crate) fn is_status_unknown(case: &Told, cut_off: NaiveDate) -> bool {
    let due = after_leaving(case, Days { cut_off, next_report: next_transmission(cut_off) });
    due.iter().any(|due| due.reason == Reason::ExitStatusUnknown)
}

fn exit_status(case: &Told, exit: NaiveDate, days: Days) -> Option<Due> {
    let Days { cut_off, next_report } = days;
    let last_day = last_window_day(exit)?;
    let entered_on = case.stays.iter().map(|stay| stay.entered_on).filter(|entry| *entry <= cut_off).max()?;
    let known = |tells: fn(OutcomeKind) -> bool| {
        let in_time = |day: NaiveDate| entered_on <= day && day <= last_day && day <= cut_off;
        case.outcomes.iter().any(|outcome| in_time(outcome.occurred_on) && tells(outcome.kind))
    };
    if cut_off <= last_day {
        let due = Due { reason: Reason::ExitOutcomeDue, since: exit, until: last_day };
        return (!known(|kind| kind != OutcomeKind::Attendance)).then_some(due);
    }
    let due = Due { reason: Reason::ExitStatusUnknown, since: last_day.succ_opt()?, until: next_report };
    (was_without_work(case) && !known(is_status)).then_some(due)
}

/// The labour-market status upon leaving is a result only of those who entered without work.
fn was_without_work(case: &Told) -> bool {
    let first = case.stays.iter().min_by_key(|stay| stay.entered_on);
    first.is_some_and(|stay| stay.employment != Some(Employment::Employed))
}

fn is_status(kind: OutcomeKind) -> bool {
    match kind {
        OutcomeKind::Job
        | OutcomeKind::SelfEmployment
        | OutcomeKind::Unemployment
        | OutcomeKind::JobSearch
        | OutcomeKind::Inactivity => true,
        OutcomeKind::Education | OutcomeKind::Qualification | OutcomeKind::Attendance => false,
    }
}

fn follow_up(case: &Told, exit: NaiveDate, cut_off: NaiveDate) -> Option<Due> {
    let since = six_months_after(exit).filter(|day| *day <= cut_off)?;
    let asked = case.follow_ups.iter().any(|survey| (since..=cut_off).contains(&survey.surveyed_on));
    let until = since.checked_add_months(Months::new(FOLLOW_UP_MONTHS))?;
    (!asked).then_some(Due { reason: Reason::FollowUpDue, since, until })
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use counting::{Employment, FollowUp, Outcome, OutcomeKind, Stay};

    use super::{Days, Reason, after_leaving, next_transmission};
    use crate::case_file::Told;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    /// An unemployed person who took part from 10 May to 31 August 2023.
    fn left() -> Told {
        let stay = Stay {
            left_on: Some(day("2023-08-31")),
            employment: Some(Employment::Unemployed),
            ..Stay::new(day("2023-05-10"))
        };
        Told { stays: vec![stay], outcomes: Vec::new(), follow_ups: Vec::new() }
    }

    fn with(outcome: OutcomeKind, on: &str) -> Told {
        Told { outcomes: vec![Outcome { occurred_on: day(on), kind: outcome }], ..left() }
    }

    fn employed() -> Told {
        let mut case = left();
        case.stays[0].employment = Some(Employment::Employed);
        case
    }

    fn surveyed(on: &str) -> Told {
        let survey =
            FollowUp { surveyed_on: day(on), result: None, employment: None, improvements: Vec::new() };
        Told { follow_ups: vec![survey], ..with(OutcomeKind::Job, "2023-09-01") }
    }

    fn back_again() -> Told {
        let mut case = left();
        case.stays.push(Stay::new(day("2023-09-10")));
        case
    }

    #[test]
    fn what_is_due_depends_on_the_days_since_leaving() {
        let outcome_due = Some((Reason::ExitOutcomeDue, "2023-08-31", "2023-09-28"));
        let unknown = |until| Some((Reason::ExitStatusUnknown, "2023-09-29", until));
        let survey = Some((Reason::FollowUpDue, "2024-02-29", "2024-05-29"));
        for (case, cut_off, expected) in [
            (left(), "2023-08-30", [None, None]),
            (left(), "2023-08-31", [outcome_due, None]),
            (left(), "2023-09-28", [outcome_due, None]),
            (left(), "2023-09-29", [unknown("2024-01-31"), None]),
            (left(), "2024-02-28", [unknown("2024-07-31"), None]),
            (left(), "2024-02-29", [unknown("2024-07-31"), survey]),
            (with(OutcomeKind::Attendance, "2023-09-01"), "2023-09-05", [outcome_due, None]),
            (with(OutcomeKind::Qualification, "2023-09-01"), "2023-09-05", [None, None]),
            (with(OutcomeKind::Qualification, "2023-09-01"), "2023-10-05", [unknown("2024-01-31"), None]),
            (with(OutcomeKind::Job, "2023-09-28"), "2023-10-05", [None, None]),
            (with(OutcomeKind::Job, "2023-09-29"), "2023-10-05", [unknown("2024-01-31"), None]),
            (with(OutcomeKind::Job, "2023-05-09"), "2023-10-05", [unknown("2024-01-31"), None]),
            (employed(), "2023-10-05", [None, None]),
            (employed(), "2024-03-01", [survey, None]),
            (surveyed("2024-02-29"), "2024-03-01", [None, None]),
            (surveyed("2024-02-28"), "2024-03-01", [survey, None]),
            (back_again(), "2023-09-09", [outcome_due, None]),
            (back_again(), "2023-12-31", [None, None]),
        ] {
            let cut_off = day(cut_off);
            let due = after_leaving(&case, Days { cut_off, next_report: next_transmission(cut_off) });
            let due: Vec<_> = due.iter().map(|due| (due.reason, due.since, due.until)).collect();
            let expected = expected.into_iter().flatten();
            let expected: Vec<_> =
                expected.map(|(reason, since, until)| (reason, day(since), day(until))).collect();
            assert_eq!(due, expected, "{case:?} at {cut_off}");
        }
    }

    #[test]
    fn figures_are_transmitted_at_the_end_of_january_and_july() {
        for (cut_off, expected) in
            [("2023-12-31", "2024-01-31"), ("2024-01-31", "2024-07-31"), ("2024-06-30", "2024-07-31")]
        {
            assert_eq!(next_transmission(day(cut_off)), day(expected), "{cut_off}");
        }
    }
}
