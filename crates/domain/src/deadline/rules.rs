//! Which deadlines a period has. Pure.
//!
//! A deadline is a day, and a day is one in UTC, as everywhere in the software: it begins at one o'clock in Germany in winter
//! and at two in summer. So no day is cut short or told twice when the clocks change, and nothing here knows of time zones.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, Months, NaiveDate};

use super::{Model, lead_entity};
use crate::{Error, Result, UserError, funding_period, worklist::next_transmission};

/// How many days before a deadline the network is to have what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeadTimes {
    /// The pre-check tells what is still missing.
    pub pre_check: u16,
    /// Sub-projects hand in.
    pub sub_projects: u16,
    /// Coordinations hand in.
    pub coordination: u16,
}

impl Default for LeadTimes {
    /// Three weeks, two and one: an own convention. All of them fall behind the cut-off of a deadline that the law gives.
    fn default() -> Self {
        Self { pre_check: 21, sub_projects: 14, coordination: 7 }
    }
}

impl LeadTimes {
    /// Lead times in days, in the order of the fields; what is no number of days becomes one that is refused as too large.
    pub fn of_days([pre_check, sub_projects, coordination]: [i64; 3]) -> Self {
        let days = |given: i64| u16::try_from(given).unwrap_or(u16::MAX);
        Self {
            pre_check: days(pre_check),
            sub_projects: days(sub_projects),
            coordination: days(coordination),
        }
    }

    /// A year; more is a slip of the keyboard.
    const LONGEST: u16 = 366;

    /// Whether one thing comes after the other.
    pub(super) fn is_in_order(self) -> bool {
        Self::LONGEST >= self.pre_check
            && self.pre_check >= self.sub_projects
            && self.sub_projects >= self.coordination
    }
}

impl From<&lead_entity::Model> for LeadTimes {
    fn from(row: &lead_entity::Model) -> Self {
        let days = |stored: i32| u16::try_from(stored).unwrap_or_default();
        Self {
            pre_check: days(row.pre_check_days),
            sub_projects: days(row.sub_project_days),
            coordination: days(row.coordination_days),
        }
    }
}

/// A deadline with the dates before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// What had happened by this day is to be reported (Stichtag).
    pub cut_off: NaiveDate,
    /// On this day coordinators are told what is still missing (Vorprüfung).
    pub pre_check_on: NaiveDate,
    /// By this day sub-projects hand in to their coordination.
    pub sub_projects_by: NaiveDate,
    /// By this day coordinations hand in to the network's administration.
    pub coordination_by: NaiveDate,
    /// By this day the network hands in to the funder (Abgabefrist).
    pub due_on: NaiveDate,
    /// Why it is not as the law gives it; none where it is.
    pub reason: Option<String>,
}

/// The deadlines of a period that the law gives: figures of 31 December by 31 January, of 30 June by 31 July (Regulation
/// (EU) 2021/1060, Article 42(1)). Cut-off and last day of each, the earliest first.
pub(super) fn by_law(period: &funding_period::Model) -> BTreeMap<NaiveDate, NaiveDate> {
    if period.rulebook.is_none() {
        return BTreeMap::new();
    }
    (period.starts_on.year()..=period.ends_on.year())
        .flat_map(|year| [NaiveDate::from_ymd_opt(year, 6, 30), NaiveDate::from_ymd_opt(year, 12, 31)])
        .flatten()
        .filter(|cut_off| (period.starts_on..=period.ends_on).contains(cut_off))
        .map(|cut_off| (cut_off, next_transmission(cut_off)))
        .collect()
}

/// The deadlines of a period: those of the law and what was decided about them, the earliest first.
pub(super) fn of(period: &funding_period::Model, decided: &[Model], lead: LeadTimes) -> Vec<Deadline> {
    let by_law = by_law(period).into_iter().map(|(cut_off, due_on)| (cut_off, (Some(due_on), None)));
    let mut all: BTreeMap<NaiveDate, (Option<NaiveDate>, Option<String>)> = by_law.collect();
    all.extend(decided.iter().map(|row| (row.cut_off, (row.due_on, row.reason.clone()))));
    let deadline = |(cut_off, (due_on, reason)): (_, (Option<NaiveDate>, _))| {
        let due_on = due_on?;
        let before = |days: u16| due_on.checked_sub_days(Days::new(days.into())).unwrap_or(due_on);
        Some(Deadline {
            cut_off,
            pre_check_on: before(lead.pre_check),
            sub_projects_by: before(lead.sub_projects),
            coordination_by: before(lead.coordination),
            due_on,
            reason,
        })
    };
    all.into_iter().filter_map(deadline).collect()
}

/// A deadline that does not hold, though the law gives it or it was decided once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// Its cut-off.
    pub cut_off: NaiveDate,
    /// Why it does not hold.
    pub reason: Option<String>,
}

/// The deadlines that were ended, the earliest first.
pub(super) fn ended(decided: Vec<Model>) -> Vec<Ended> {
    let ended = decided.into_iter().filter(|row| row.due_on.is_none());
    let mut ended: Vec<_> = ended.map(|row| Ended { cut_off: row.cut_off, reason: row.reason }).collect();
    ended.sort_by_key(|ended| ended.cut_off);
    ended
}

/// Whether a day lies more than a year behind another: results of a period are still reported in the year after it, and
/// what lies further off is a slip of the keyboard.
pub(super) fn is_more_than_a_year_behind(day: NaiveDate, other: NaiveDate) -> bool {
    other.checked_add_months(Months::new(12)).is_none_or(|limit| day > limit)
}

/// The deadline that comes next: the one with the earliest last day that has not passed.
pub fn next(deadlines: &[Deadline], today: NaiveDate) -> Option<&Deadline> {
    deadlines.iter().filter(|deadline| deadline.due_on >= today).min_by_key(|deadline| deadline.due_on)
}

/// The deadline with a cut-off; without one, the one that comes next.
pub(crate) fn chosen(
    deadlines: &[Deadline],
    (cut_off, today): (Option<NaiveDate>, NaiveDate),
) -> Result<&Deadline> {
    let (found, mistake) = match cut_off {
        Some(day) => (
            deadlines.iter().find(|deadline| deadline.cut_off == day),
            UserError::new("deadline-unknown", "cutOff").with_value(day),
        ),
        None => (next(deadlines, today), UserError::new("deadline-none-next", "cutOff")),
    };
    found.ok_or_else(|| Error::invalid(mistake))
}

/// The day until which records can still be mended for the next report: the earliest last day of a deadline behind a cut-off.
/// Where none lies ahead, since the period is over, the day that the law gives.
pub(crate) fn next_report(deadlines: &[Deadline], cut_off: NaiveDate) -> NaiveDate {
    let ahead = deadlines.iter().map(|deadline| deadline.due_on).filter(|due_on| *due_on > cut_off);
    ahead.min().unwrap_or_else(|| next_transmission(cut_off))
}

#[cfg(test)]
mod tests {
    use super::{Deadline, LeadTimes, next_report};

    fn deadline(cut_off: &str, due_on: &str) -> Deadline {
        let day = |text: &str| text.parse().expect("a day");
        Deadline {
            cut_off: day(cut_off),
            pre_check_on: day(due_on),
            sub_projects_by: day(due_on),
            coordination_by: day(due_on),
            due_on: day(due_on),
            reason: None,
        }
    }

    #[test]
    fn records_are_mended_until_the_next_last_day_whatever_its_cut_off() {
        let deadlines = [
            deadline("2023-12-31", "2024-02-15"),
            deadline("2024-06-30", "2024-07-31"),
            deadline("2024-03-31", "2024-04-15"),
        ];
        for (cut_off, expected) in [
            ("2023-10-05", "2024-02-15"),
            ("2024-02-14", "2024-02-15"),
            ("2024-02-15", "2024-04-15"),
            ("2024-04-15", "2024-07-31"),
            ("2024-07-31", "2025-01-31"),
        ] {
            let cut_off = cut_off.parse().expect("a day");
            assert_eq!(next_report(&deadlines, cut_off).to_string(), expected, "{cut_off}");
        }
    }

    #[test]
    fn one_thing_comes_after_the_other() {
        for (days, is_in_order) in [
            ([21, 14, 7], true),
            ([7, 7, 7], true),
            ([0, 0, 0], true),
            ([14, 21, 7], false),
            ([21, 7, 14], false),
            ([367, 0, 0], false),
        ] {
            let [pre_check, sub_projects, coordination] = days;
            let lead = LeadTimes { pre_check, sub_projects, coordination };
            assert_eq!(lead.is_in_order(), is_in_order, "{days:?}");
        }
        assert!(LeadTimes::default().is_in_order());
    }
}
