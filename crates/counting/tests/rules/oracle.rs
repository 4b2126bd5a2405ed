//! An independent reading of the counting rules: no spans, no sets of bits, one case, one cut-off, as
//! the text has it.

mod gaps;
mod outputs;
pub mod programme;
mod results;

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use counting::{Case, Employment, Gender, Profile, RunningOperations, Stay};

pub use gaps::left_out_at;

pub type Set = BTreeSet<&'static str>;

/// The law as the text names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Law {
    EsfPlus,
    Esf2014,
}

impl Law {
    pub fn of(code: &str) -> Self {
        if code == "ESF_2014" { Self::Esf2014 } else { Self::EsfPlus }
    }
}

/// What is asked: how a case stands at a cut-off.
#[derive(Clone, Copy)]
pub struct Question<'a> {
    pub law: Law,
    pub profile: &'a Profile,
    pub cut_off: NaiveDate,
}

fn age(birth: NaiveDate, on: NaiveDate) -> i32 {
    let had_birthday = (on.month(), on.day()) >= (birth.month(), birth.day());
    on.year() - birth.year() - i32::from(!had_birthday)
}

fn plus_months(date: NaiveDate, months: u32) -> NaiveDate {
    let month = date.month0() + months;
    let (year, month) = (date.year() + (month / 12) as i32, month % 12 + 1);
    (1..=date.day())
        .rev()
        .find_map(|day| NaiveDate::from_ymd_opt(year, month, day))
        .expect("every month has a first day")
}

fn is_complete(stay: &Stay, law: Law) -> bool {
    let genders = match law {
        Law::EsfPlus => &[Gender::Female, Gender::Male, Gender::NonBinary][..],
        Law::Esf2014 => &[Gender::Female, Gender::Male],
    };
    let unemployed = stay.employment == Some(Employment::Unemployed);
    let duration = law == Law::Esf2014 || !unemployed || stay.unemployed_since.is_some();
    let gender = stay.gender.is_some_and(|gender| genders.contains(&gender));
    stay.birth_date.is_some() && gender && stay.employment.is_some() && duration && stay.isced.is_some()
}

/// The stays that are no short advice, in order.
fn rows<'a>(case: &Case<'a>, profile: &Profile) -> Vec<&'a Stay> {
    let mut rows: Vec<&Stay> = case.stays.iter().collect();
    if let Some(threshold) = profile.short_advice_hours {
        rows.retain(|stay| stay.advice_hours.is_none_or(|hours| hours >= threshold));
    }
    rows.sort_by_key(|stay| stay.entered_on);
    rows
}

pub fn count_at(case: &Case<'_>, question: &Question<'_>) -> Set {
    let Question { law, profile, cut_off } = *question;
    let runs = case.operation_ends_on.is_none_or(|ends_on| cut_off < ends_on);
    if profile.running_operations == RunningOperations::CompletedOnly && runs {
        return Set::new();
    }
    let mut rows = rows(case, profile);
    let comes_back_on = rows.iter().map(|row| row.entered_on).find(|day| *day > cut_off);
    rows.retain(|stay| stay.entered_on <= cut_off);
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
        return Set::new();
    };
    let mut set = Set::new();
    if law == Law::Esf2014 {
        set.insert("CO_GRAND_TOTAL");
    }
    if !is_complete(first, law) {
        return set;
    }
    let participant = outputs::Participant::of(first, case, question);
    set.extend(participant.counts_for());
    let all_left = rows.iter().all(|row| row.left_on.is_some_and(|day| day <= cut_off));
    if all_left && let Some(exit) = rows.iter().filter_map(|row| row.left_on).max() {
        let stretch = results::Stretch { case, first, last_entry: last.entered_on, exit, comes_back_on };
        set.extend(stretch.counts_for(question, &participant));
    }
    set
}
