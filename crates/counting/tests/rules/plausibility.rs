//! Plausibility rules, each with a record that breaks it and one that keeps it.

use counting::plausibility::{
    Finding, RULES, Severity, check_follow_up, check_outcome, check_re_entry, check_stay, rule,
};
use counting::{Answer, ESF_PLUS, Employment, FollowUp, Gender, Isced, Outcome, OutcomeKind, Stay};

use crate::builders::{day, left, stay, stay_as};
use Severity::{Error, Warning};

type Told = (&'static str, Severity, &'static str);

fn told(findings: Vec<Finding>) -> Vec<Told> {
    let tell = |finding: Finding| (finding.rule.id, finding.severity, finding.field);
    findings.into_iter().map(tell).collect()
}

fn check_stays(examples: Vec<(Stay, &[Told])>) {
    for (stay, expected) in examples {
        assert_eq!(told(check_stay(&stay, &ESF_PLUS, None)), expected);
    }
}

fn aged(age: i32, stay: Stay) -> Stay {
    let entered_on = stay.entered_on;
    let birth_date = entered_on.checked_sub_months(chrono::Months::new(age.unsigned_abs() * 12));
    Stay { birth_date, ..stay }
}

#[test]
fn a_complete_stay_has_no_findings() {
    check_stays(vec![
        (stay("2023-01-09"), &[]),
        (stay_as(Employment::Unemployed, "2023-01-09"), &[]),
        (stay_as(Employment::Employed, "2023-01-09"), &[]),
    ]);
}

#[test]
fn v_01_warns_of_every_missing_field() {
    check_stays(vec![
        (
            Stay::new(day("2023-01-09")),
            &[
                ("V-01", Warning, "birth_date"),
                ("V-01", Warning, "gender"),
                ("V-01", Warning, "employment"),
                ("V-01", Warning, "isced"),
            ],
        ),
        (Stay { gender: Some(Gender::NotStated), ..stay("2023-01-09") }, &[("V-01", Warning, "gender")]),
        (
            Stay { employment: Some(Employment::Unemployed), ..stay("2023-01-09") },
            &[("V-01", Warning, "unemployed_since")],
        ),
    ]);
}

#[test]
fn v_02_leaving_before_entering() {
    check_stays(vec![
        (left("2023-01-08", stay("2023-01-09")), &[("V-02", Error, "left_on")]),
        (left("2023-01-09", stay("2023-01-09")), &[]),
    ]);
}

#[test]
fn v_03_birth_after_entry_or_too_long_ago() {
    let born = |birth_date| Stay {
        birth_date: Some(day(birth_date)),
        isced: Some(Isced::LessThanPrimary),
        ..stay("2023-01-09")
    };
    let broken: &[Told] = &[("V-03", Error, "birth_date")];
    check_stays(vec![
        (born("2023-01-09"), broken),
        (born("2024-01-01"), broken),
        (born("1912-01-09"), broken),
        (born("1912-01-10"), &[]),
        (born("2023-01-08"), &[]),
    ]);
}

#[test]
fn v_04_outside_the_period_of_the_operation() {
    let period = Some((day("2023-01-01"), day("2025-12-31")));
    for (entered_on, left_on, expected) in [
        ("2022-12-31", "2023-02-01", &[("V-04", Warning, "entered_on")][..]),
        ("2025-12-31", "2026-01-01", &[("V-04", Warning, "left_on")]),
        ("2023-01-01", "2025-12-31", &[]),
    ] {
        let findings = check_stay(&left(left_on, stay(entered_on)), &ESF_PLUS, period);
        assert_eq!(told(findings), expected, "{entered_on} to {left_on}");
    }
}

#[test]
fn v_05_employed_and_registered_as_unemployed() {
    let registered =
        |employment| Stay { registered_unemployed: Some(Answer::Yes), ..stay_as(employment, "2023-01-09") };
    check_stays(vec![
        (registered(Employment::Employed), &[("V-05", Warning, "registered_unemployed")]),
        (registered(Employment::Unemployed), &[]),
    ]);
}

#[test]
fn v_06_a_duration_that_cannot_be() {
    let since =
        |employment, since| Stay { employment, unemployed_since: Some(day(since)), ..stay("2023-01-09") };
    let broken: &[Told] = &[("V-06", Error, "unemployed_since")];
    check_stays(vec![
        (since(Some(Employment::Inactive), "2022-01-01"), broken),
        (since(Some(Employment::Employed), "2022-01-01"), broken),
        (since(Some(Employment::Unemployed), "2023-01-10"), broken),
        (since(Some(Employment::Unemployed), "2023-01-09"), &[]),
        (since(None, "2022-01-01"), &[("V-01", Warning, "employment")]),
    ]);
}

#[test]
fn v_07_working_life_before_15() {
    let of = |employment, age| {
        let stay = aged(age, stay_as(employment, "2023-01-09"));
        Stay { isced: Some(Isced::Primary), ..stay }
    };
    check_stays(vec![
        (of(Employment::Unemployed, 14), &[("V-07", Warning, "employment")]),
        (of(Employment::Employed, 14), &[("V-07", Warning, "employment")]),
        (of(Employment::Inactive, 14), &[]),
        (of(Employment::Employed, 15), &[]),
    ]);
}

#[test]
fn v_08_education_that_the_age_does_not_allow() {
    let of = |isced, age| aged(age, Stay { isced: Some(isced), ..stay("2023-01-09") });
    check_stays(vec![
        (of(Isced::ShortCycleTertiary, 16), &[("V-08", Error, "isced")]),
        (of(Isced::ShortCycleTertiary, 17), &[]),
        (of(Isced::Doctorate, 12), &[("V-08", Error, "isced")]),
        (of(Isced::UpperSecondary, 14), &[("V-08", Warning, "isced")]),
        (of(Isced::PostSecondary, 14), &[("V-08", Warning, "isced")]),
        (of(Isced::UpperSecondary, 15), &[]),
        (of(Isced::LowerSecondary, 14), &[]),
    ]);
}

#[test]
fn v_10_students_are_inactive() {
    let student = |employment| Stay { in_education: Some(Answer::Yes), ..stay_as(employment, "2023-01-09") };
    check_stays(vec![
        (student(Employment::Unemployed), &[("V-10", Warning, "in_education")]),
        (student(Employment::Employed), &[("V-10", Warning, "in_education")]),
        (student(Employment::Inactive), &[]),
    ]);
}

fn outcome(occurred_on: &str, kind: OutcomeKind) -> Outcome {
    let occurred_on = day(occurred_on);
    Outcome { occurred_on, kind }
}

#[test]
fn v_11_an_outcome_belongs_to_an_entry() {
    let stays = [stay("2023-06-01"), stay("2023-01-09")];
    let job = |occurred_on| outcome(occurred_on, OutcomeKind::Job);
    assert_eq!(told(check_outcome(&job("2023-01-09"), &[])), [("V-11", Error, "participant")]);
    assert_eq!(told(check_outcome(&job("2023-01-08"), &stays)), [("V-11", Error, "occurred_on")]);
    assert_eq!(told(check_outcome(&job("2023-01-09"), &stays)), []);
}

fn survey(surveyed_on: &str) -> FollowUp {
    FollowUp { surveyed_on: day(surveyed_on), result: None, employment: None, improvements: Vec::new() }
}

#[test]
fn v_12_a_follow_up_belongs_to_an_exit() {
    let gone = left("2023-03-31", stay("2023-01-09"));
    let back = stay("2023-11-01");
    let without_exit = [("V-12", Error, "surveyed_on")];
    for (surveyed_on, stays, expected) in [
        ("2023-10-05", vec![], &without_exit[..]),
        ("2023-10-05", vec![stay("2023-01-09")], &without_exit),
        ("2023-10-05", vec![gone.clone()], &[]),
        ("2023-10-05", vec![gone.clone(), back.clone()], &[]),
        ("2023-12-05", vec![gone, back], &without_exit),
    ] {
        let findings = check_follow_up(&survey(surveyed_on), &stays);
        assert_eq!(told(findings), expected, "{surveyed_on}, {} stays", stays.len());
    }
}

#[test]
fn v_13_a_follow_up_comes_six_months_after_leaving() {
    for (left_on, surveyed_on, expected) in [
        ("2023-03-31", "2023-09-29", &[("V-13", Error, "surveyed_on")][..]),
        ("2023-03-31", "2023-09-30", &[]),
        ("2023-08-31", "2024-02-28", &[("V-13", Error, "surveyed_on")]),
        ("2023-08-31", "2024-02-29", &[]),
    ] {
        let stays = [left(left_on, stay("2023-01-09"))];
        assert_eq!(told(check_follow_up(&survey(surveyed_on), &stays)), expected);
    }
}

#[test]
fn v_14_too_late_for_a_result() {
    let gone = left("2023-03-31", stay("2023-01-09"));
    let too_late = [("V-14", Warning, "occurred_on")];
    for (event, stays, expected) in [
        (outcome("2023-04-28", OutcomeKind::Job), vec![gone.clone()], &[][..]),
        (outcome("2023-04-29", OutcomeKind::Job), vec![gone.clone()], &too_late),
        (outcome("2023-04-29", OutcomeKind::Education), vec![gone.clone()], &too_late),
        (outcome("2023-04-29", OutcomeKind::Qualification), vec![gone.clone()], &too_late),
        (outcome("2023-04-29", OutcomeKind::Attendance), vec![gone.clone()], &[]),
        (outcome("2023-06-29", OutcomeKind::Job), vec![gone.clone(), stay("2023-06-01")], &[]),
        (outcome("2023-06-01", OutcomeKind::Job), vec![gone, stay("2023-06-01")], &[]),
        (outcome("2023-06-29", OutcomeKind::Job), vec![stay("2023-01-09")], &[]),
    ] {
        assert_eq!(told(check_outcome(&event, &stays)), expected, "{event:?}");
    }
}

#[test]
fn v_15_overlapping_stays() {
    let first = left("2023-03-31", stay("2023-01-09"));
    let overlap = [("V-15", Warning, "entered_on")];
    for (first, again, expected) in [
        (first.clone(), stay("2023-03-31"), &overlap[..]),
        (first.clone(), stay("2023-04-01"), &[]),
        (stay("2023-01-09"), stay("2023-04-01"), &overlap),
        (first.clone(), left("2023-01-08", stay("2023-01-02")), &[]),
        (first, left("2023-01-09", stay("2023-01-02")), &overlap),
    ] {
        assert_eq!(told(check_re_entry(&first, &again)), expected, "{}", again.entered_on);
    }
}

#[test]
fn v_16_other_characteristics_on_re_entry() {
    let first = left("2023-03-31", stay("2023-01-09"));
    let again = stay("2023-06-01");
    let birth_date = Some(day("1984-05-10"));
    for (again, expected) in [
        (again.clone(), &[][..]),
        (Stay::new(again.entered_on), &[]),
        (Stay { birth_date, ..again.clone() }, &[("V-16", Error, "birth_date")]),
        (Stay { gender: Some(Gender::Male), ..again.clone() }, &[("V-16", Warning, "gender")]),
        (
            Stay { employment: Some(Employment::Employed), ..again.clone() },
            &[("V-16", Warning, "employment")],
        ),
        (Stay { isced: Some(Isced::Master), ..again }, &[("V-16", Warning, "isced")]),
    ] {
        assert_eq!(told(check_re_entry(&first, &again)), expected);
    }
}

#[test]
fn rules_are_found_by_their_number() {
    let ids: Vec<_> = RULES.iter().map(|rule| rule.id).collect();
    assert!(ids.is_sorted_by(|one, next| one < next));
    for id in ids {
        let found = rule(id).expect("every rule of the table is found");
        assert_eq!(found.id, id);
        assert!(!found.legal_source.is_empty());
    }
    assert!(rule("V-99").is_none());
}
