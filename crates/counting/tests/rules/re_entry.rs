//! A person who comes back into the same operation.

use counting::{Employment, Gender, Improvement, Isced, OutcomeKind, Profile, Stay};

use crate::builders::{Person, day, left, stay, stay_as};
use OutcomeKind::{Education, Job, JobSearch, Qualification, Unemployment};

/// In from 9 January to 31 March, and again from 1 June to 31 July 2023.
fn comes_back() -> Person {
    Person::with(left("2023-03-31", stay("2023-01-09")))
        .and(left("2023-07-31", stay_as(Employment::Employed, "2023-06-01")))
}

#[test]
fn a_person_counts_once_with_the_characteristics_of_the_first_entry() {
    let again = Stay {
        gender: Some(Gender::Male),
        isced: Some(Isced::Master),
        birth_date: Some(day("2010-01-01")),
        ..stay_as(Employment::Employed, "2023-06-01")
    };
    let person = Person::with(left("2023-03-31", stay("2023-01-09"))).and(again);
    assert_eq!(person.facts().gender, Some(Gender::Female));
    for cut_off in ["2023-02-01", "2023-05-01", "2023-06-01", "2024-06-01"] {
        assert_eq!(person.counted_at(cut_off), ["EECO01", "EECO04", "EECO10"]);
    }
    assert_eq!(person.facts().spans.len(), 1);
}

#[test]
fn an_incomplete_first_entry_is_not_mended_by_the_second() {
    let first = Stay { isced: None, ..stay("2023-01-09") };
    let person = Person::with(left("2023-03-31", first)).and(stay("2023-06-01"));
    assert!(person.counted_at("2023-12-31").is_empty());
}

#[test]
fn a_result_vanishes_with_re_entry_and_is_replaced_after_the_last_exit() {
    let person = comes_back().outcome("2023-04-10", Job).outcome("2023-08-15", JobSearch);
    for (cut_off, expected) in [
        ("2023-04-09", &[][..]),
        ("2023-04-10", &["EECR04"]),
        ("2023-05-31", &["EECR04"]),
        ("2023-06-01", &[]),
        ("2023-07-31", &[]),
        ("2023-08-14", &[]),
        ("2023-08-15", &["EECR01"]),
        ("2024-01-31", &["EECR01"]),
    ] {
        assert_eq!(person.results_at(cut_off), expected, "at {cut_off}");
    }
}

#[test]
fn a_status_from_before_the_last_entry_is_history() {
    for (occurred_on, counts) in [("2023-05-31", false), ("2023-06-01", true)] {
        let person = comes_back().outcome(occurred_on, Job);
        assert_eq!(person.counts_for("EECR04"), counts, "{occurred_on}");
    }
}

#[test]
fn a_qualification_of_the_first_stay_counts_again_after_the_last_exit() {
    let person = comes_back().outcome("2023-03-15", Qualification);
    for (cut_off, expected) in [
        ("2023-03-30", &[][..]),
        ("2023-03-31", &["EECR03"]),
        ("2023-06-15", &[]),
        ("2023-07-31", &["EECR03"]),
    ] {
        assert_eq!(person.results_at(cut_off), expected, "at {cut_off}");
    }
}

#[test]
fn education_counts_in_the_window_of_the_last_exit_only() {
    let person = comes_back().outcome("2023-04-10", Education);
    assert_eq!(person.results_at("2023-05-01"), ["EECR02"]);
    assert!(person.results_at("2023-12-31").is_empty());
}

#[test]
fn re_entry_inside_the_window_cuts_it_short() {
    let person = Person::with(left("2023-03-31", stay("2023-01-09")))
        .and(stay("2023-04-10"))
        .outcome("2023-04-05", Job)
        .outcome("2023-04-12", Unemployment);
    assert_eq!(person.results_at("2023-04-09"), ["EECR04"]);
    assert!(person.results_at("2023-04-12").is_empty());
}

#[test]
fn with_overlapping_stays_the_latest_exit_is_the_exit() {
    let person = Person::with(left("2023-09-30", stay("2023-01-09")))
        .and(left("2023-05-31", stay("2023-04-01")))
        .outcome("2023-05-15", Qualification);
    assert!(person.results_at("2023-09-29").is_empty());
    assert_eq!(person.results_at("2023-09-30"), ["EECR03"]);
}

#[test]
fn a_stay_never_closed_keeps_the_person_in_the_operation() {
    let person = Person::with(stay("2023-01-09"))
        .and(left("2023-05-31", stay("2023-04-01")))
        .outcome("2023-05-15", Qualification);
    assert!(person.results_at("2029-12-31").is_empty());
}

#[test]
fn the_order_of_the_stays_does_not_matter() {
    let person = comes_back().outcome("2023-08-15", JobSearch);
    let mut turned = person.clone();
    turned.stays.reverse();
    assert_eq!(turned.facts(), person.facts());
}

#[test]
fn a_survey_belongs_to_the_exit_before_it() {
    let person = Person::with(left("2023-01-31", stay("2023-01-09")))
        .and(left("2023-12-31", stay("2023-12-01")))
        .answered("2023-08-15", Employment::Employed, &[]);
    for (cut_off, expected) in [
        ("2023-07-30", &[][..]),
        ("2023-07-31", &["EECR05"]),
        ("2023-11-30", &["EECR05"]),
        ("2023-12-01", &[]),
        ("2024-12-31", &[]),
    ] {
        assert_eq!(person.results_at(cut_off), expected, "at {cut_off}");
    }
    let later = person.answered("2024-07-01", Employment::Employed, &[Improvement::PayOnly]);
    assert_eq!(later.results_at("2024-06-29"), [""; 0]);
    assert_eq!(later.results_at("2024-06-30"), ["EECR05"]);
}

#[test]
fn a_survey_after_re_entry_says_nothing_about_the_earlier_exit() {
    let person = Person::with(left("2023-01-31", stay("2023-01-09")))
        .and(left("2023-12-31", stay("2023-12-01")))
        .answered("2024-07-01", Employment::Employed, &[]);
    assert!(person.results_at("2023-11-30").is_empty());
    assert_eq!(person.results_at("2024-07-01"), ["EECR05"]);
}

#[test]
fn a_survey_on_the_day_of_re_entry_comes_too_late_for_the_earlier_exit() {
    for (surveyed_on, counts) in [("2023-11-30", true), ("2023-12-01", false)] {
        let person = Person::with(left("2023-01-31", stay("2023-01-09"))).and(stay("2023-12-01")).answered(
            surveyed_on,
            Employment::Employed,
            &[],
        );
        let counted = person.results_at("2023-11-30") == ["EECR05"];
        assert_eq!(counted, counts, "surveyed on {surveyed_on}");
    }
}

#[test]
fn an_exit_before_its_entry_takes_effect_with_the_entry() {
    let person = Person::with(left("2023-03-31", stay("2023-01-09")))
        .and(left("2023-05-20", stay("2023-06-01")))
        .outcome("2023-03-15", Qualification)
        .outcome("2023-06-10", Job);
    for (cut_off, expected) in
        [("2023-05-31", &["EECR03"][..]), ("2023-06-01", &["EECR03"]), ("2023-06-10", &["EECR03", "EECR04"])]
    {
        assert_eq!(person.results_at(cut_off), expected, "at {cut_off}");
    }
    let starts: Vec<_> = person.facts().spans.iter().map(|span| span.from).collect();
    assert_eq!(starts, ["2023-01-09", "2023-03-31", "2023-06-10"].map(day));
}

#[test]
fn short_advice_is_neither_entry_nor_re_entry() {
    let advice = |entered_on, hours| Stay { advice_hours: Some(hours), ..stay(entered_on) };
    let threshold = Profile { short_advice_hours: Some(8.0), ..Profile::default() };
    let person = Person::with(advice("2023-01-09", 7.5))
        .and(left("2023-07-31", stay("2023-06-01")))
        .and(advice("2023-09-01", 1.0))
        .outcome("2023-07-15", Qualification);
    assert_eq!(person.counted_at("2023-01-09"), ["EECO01", "EECO04", "EECO10"]);
    assert!(person.results_at("2023-12-31").is_empty(), "without a threshold advice counts");

    let person = person.under(threshold);
    assert!(person.counted_at("2023-05-31").is_empty());
    assert_eq!(person.results_at("2023-12-31"), ["EECR03"]);

    let only_short = Person::with(advice("2023-01-09", 7.9)).under(threshold);
    assert_eq!(only_short.facts(), counting::Facts::default());
    let long_enough = Person::with(advice("2023-01-09", 8.0)).under(threshold);
    assert!(long_enough.counts_for("EECO01"));
}
