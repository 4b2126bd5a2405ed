//! The checks, one function per kind of record.

use chrono::NaiveDate;

use super::rules::*;
use super::{Finding, Severity};
use crate::leaving::{Departure, Later, exit};
use crate::{
    Answer, Case, Employment, FollowUp, Isced, MissingFields, Outcome, OutcomeKind, Rulebook, Stay,
    completed_years, last_window_day, six_months_after,
};

/// Checks one stay by itself: V-01 to V-08 and V-10. `period` is the first and the last day of the
/// operation, where known.
pub fn check_stay(stay: &Stay, rulebook: &Rulebook, period: Option<(NaiveDate, NaiveDate)>) -> Vec<Finding> {
    let mut findings = missing(stay, rulebook);
    findings.extend(dates(stay, period));
    findings.extend(status(stay));
    if let Some(birth_date) = stay.birth_date {
        let age = completed_years(birth_date, stay.entered_on);
        findings.extend(age_and_birth(stay, birth_date, age));
    }
    findings
}

fn missing(stay: &Stay, rulebook: &Rulebook) -> Vec<Finding> {
    MissingFields::of(stay, rulebook).iter().map(|missing| V_01.on(missing.field())).collect()
}

fn dates(stay: &Stay, period: Option<(NaiveDate, NaiveDate)>) -> impl Iterator<Item = Finding> {
    let left_before_entry = stay.left_on.is_some_and(|left_on| left_on < stay.entered_on);
    let outside = move |day: NaiveDate| period.is_some_and(|(start, end)| !(start..=end).contains(&day));
    [
        left_before_entry.then(|| V_02.on("left_on")),
        outside(stay.entered_on).then(|| V_04.on("entered_on")),
        stay.left_on.is_some_and(outside).then(|| V_04.on("left_on")),
    ]
    .into_iter()
    .flatten()
}

fn status(stay: &Stay) -> impl Iterator<Item = Finding> {
    let employed = stay.employment == Some(Employment::Employed);
    let registered = stay.registered_unemployed == Some(Answer::Yes);
    let known_not_unemployed = matches!(stay.employment, Some(Employment::Inactive | Employment::Employed));
    let bad_duration =
        stay.unemployed_since.is_some_and(|since| known_not_unemployed || since > stay.entered_on);
    let in_education = stay.in_education == Some(Answer::Yes);
    [
        (employed && registered).then(|| V_05.on("registered_unemployed")),
        bad_duration.then(|| V_06.on("unemployed_since")),
        (in_education && is_in_labour_force(stay)).then(|| V_10.on("in_education")),
    ]
    .into_iter()
    .flatten()
}

fn is_in_labour_force(stay: &Stay) -> bool {
    matches!(stay.employment, Some(Employment::Unemployed | Employment::Employed))
}

fn age_and_birth(stay: &Stay, birth_date: NaiveDate, age: u32) -> impl Iterator<Item = Finding> {
    let impossible_birth = birth_date >= stay.entered_on || age > 110;
    let education = match stay.isced {
        Some(isced) if isced >= Isced::ShortCycleTertiary && age < 17 => Some(Severity::Error),
        Some(Isced::UpperSecondary | Isced::PostSecondary) if age < 15 => Some(Severity::Warning),
        _ => None,
    };
    [
        impossible_birth.then(|| V_03.on("birth_date")),
        (age < 15 && is_in_labour_force(stay)).then(|| V_07.on("employment")),
        education.map(|severity| V_08.with(severity, "isced")),
    ]
    .into_iter()
    .flatten()
}

/// Checks an outcome against the stays of its case: V-11 and V-14.
pub fn check_outcome(outcome: &Outcome, stays: &[Stay]) -> Vec<Finding> {
    let day = outcome.occurred_on;
    let Some(first_entry) = first(stays).map(|stay| stay.entered_on) else {
        return vec![V_11.on("participant")];
    };
    if day < first_entry {
        return vec![V_11.on("occurred_on")];
    }
    let too_late = exit_as_of(day, stays).and_then(last_window_day).is_some_and(|last_day| day > last_day);
    let can_be_result = outcome.kind != OutcomeKind::Attendance;
    (too_late && can_be_result).then(|| V_14.on("occurred_on")).into_iter().collect()
}

/// Checks a follow-up against the stays of its case: V-12, V-13 and, as a warning, V-19. What counts
/// is the exit as it stood on the day of the survey; a later re-entry does not make an earlier survey
/// wrong.
pub fn check_follow_up(follow_up: &FollowUp, stays: &[Stay]) -> Vec<Finding> {
    let surveyed_on = follow_up.surveyed_on;
    let Some(exit) = exit_as_of(surveyed_on, stays) else {
        return vec![V_12.on("surveyed_on")];
    };
    let too_early = six_months_after(exit).is_none_or(|earliest| surveyed_on < earliest);
    let at_entry = first(stays).and_then(|stay| stay.employment);
    let without_work = at_entry.is_some_and(|status| status != Employment::Employed);
    let improved = follow_up.is_answered() && Later::of(follow_up).improved;
    [
        too_early.then(|| V_13.on("surveyed_on")),
        (improved && without_work).then(|| V_19.with(Severity::Warning, "improvements")),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Checks at a cut-off that the status after the last leaving is known once the 28 days are over:
/// V-20. Asked only of those with a result to gain, who were not employed at the first entry.
pub fn check_leaving(case: &Case<'_>, cut_off: NaiveDate) -> Vec<Finding> {
    let stays = || case.stays.iter().filter(|stay| stay.entered_on <= cut_off);
    let last_entry = stays().map(|stay| stay.entered_on).max();
    let first = stays().min_by_key(|stay| stay.entered_on);
    let (Some(first), Some(last_entry), Some(exit)) = (first, last_entry, exit(stays())) else {
        return Vec::new();
    };
    let departure = Departure { first_entry: first.entered_on, last_entry, exit };
    let Some(last_day) = last_window_day(exit).filter(|day| *day <= cut_off) else {
        return Vec::new();
    };
    let unknown = departure.by(last_day, case).status.is_none();
    let asked = first.employment != Some(Employment::Employed);
    (unknown && asked).then(|| V_20.on("left_on")).into_iter().collect()
}

fn first(stays: &[Stay]) -> Option<&Stay> {
    stays.iter().min_by_key(|stay| stay.entered_on)
}

fn exit_as_of(day: NaiveDate, stays: &[Stay]) -> Option<NaiveDate> {
    exit(stays.iter().filter(|stay| stay.entered_on <= day))
}

/// Checks another stay of the same case against its first: V-15 and V-16. The first entry's
/// characteristics are the ones that count.
pub fn check_re_entry(first: &Stay, again: &Stay) -> Vec<Finding> {
    let other = |differ: bool, severity, field| differ.then(|| V_16.with(severity, field));
    [
        overlap(first, again).then(|| V_15.on("entered_on")),
        other(differ(first.birth_date, again.birth_date), Severity::Error, "birth_date"),
        other(differ(first.gender, again.gender), Severity::Warning, "gender"),
        other(differ(first.employment, again.employment), Severity::Warning, "employment"),
        other(differ(first.isced, again.isced), Severity::Warning, "isced"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn overlap(one: &Stay, other: &Stay) -> bool {
    let reaches = |stay: &Stay, day| stay.left_on.is_none_or(|left_on| left_on >= day);
    reaches(one, other.entered_on) && reaches(other, one.entered_on)
}

/// Both recorded, and not the same.
fn differ<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one != other)
}
