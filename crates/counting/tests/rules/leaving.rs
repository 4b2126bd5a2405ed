//! Annex I, point 3: results upon leaving.

use counting::{Answer, Employment, OutcomeKind, Stay};

use crate::builders::{Person, left, stay, stay_as};
use Employment::{Employed, Inactive, Unemployed};
use OutcomeKind::{
    Attendance, Education, Inactivity, Job, JobSearch, Qualification, SelfEmployment, Unemployment,
};

/// Entered on 9 January, left on 31 March 2023: day 28 is 28 April.
fn leaver(employment: Employment) -> Person {
    Person::with(left("2023-03-31", stay_as(employment, "2023-01-09")))
}

#[test]
fn a_result_counts_for_those_who_could_achieve_it() {
    for (employment, kind, expected) in [
        (Inactive, JobSearch, &["EECR01"][..]),
        (Inactive, Unemployment, &["EECR01"]),
        (Unemployed, JobSearch, &[]),
        (Unemployed, Unemployment, &[]),
        (Employed, JobSearch, &[]),
        (Employed, Unemployment, &[]),
        (Inactive, Job, &["EECR04"]),
        (Inactive, SelfEmployment, &["EECR04"]),
        (Unemployed, Job, &["EECR04"]),
        (Unemployed, SelfEmployment, &["EECR04"]),
        (Employed, Job, &[]),
        (Employed, SelfEmployment, &[]),
        (Inactive, Inactivity, &[]),
        (Unemployed, Inactivity, &[]),
        (Inactive, Education, &["EECR02"]),
        (Unemployed, Education, &["EECR02"]),
        (Employed, Education, &["EECR02"]),
        (Inactive, Qualification, &["EECR03"]),
        (Unemployed, Qualification, &["EECR03"]),
        (Employed, Qualification, &["EECR03"]),
        (Inactive, Attendance, &[]),
        (Employed, Attendance, &[]),
    ] {
        let person = leaver(employment).outcome("2023-04-12", kind);
        assert_eq!(person.results_at("2023-06-30"), expected, "{employment} {kind}");
    }
}

#[test]
fn a_result_happens_up_to_day_28() {
    for (occurred_on, counts) in
        [("2023-03-31", true), ("2023-04-27", true), ("2023-04-28", true), ("2023-04-29", false)]
    {
        for (kind, code) in
            [(JobSearch, "EECR01"), (Education, "EECR02"), (Qualification, "EECR03"), (Job, "EECR04")]
        {
            let person = leaver(Inactive).outcome(occurred_on, kind);
            assert_eq!(person.counts_for(code), counts, "{kind} on {occurred_on}");
        }
    }
}

#[test]
fn the_window_runs_across_a_leap_day() {
    for (occurred_on, counts) in [("2024-03-06", true), ("2024-03-07", true), ("2024-03-08", false)] {
        let person = Person::with(left("2024-02-08", stay("2023-11-01"))).outcome(occurred_on, Job);
        assert_eq!(person.counts_for("EECR04"), counts, "{occurred_on}");
    }
}

#[test]
fn what_happens_before_leaving_counts_from_leaving_on_but_for_education() {
    for (kind, expected) in
        [(Job, &["EECR04"][..]), (JobSearch, &["EECR01"]), (Qualification, &["EECR03"]), (Education, &[])]
    {
        let person = leaver(Inactive).outcome("2023-03-30", kind);
        assert!(person.results_at("2023-03-30").is_empty(), "{kind}");
        assert_eq!(person.results_at("2023-03-31"), expected, "{kind}");
    }
}

#[test]
fn what_happens_before_entering_is_no_result() {
    for (occurred_on, counts) in [("2023-01-08", false), ("2023-01-09", true)] {
        for (kind, code) in [(Job, "EECR04"), (Qualification, "EECR03")] {
            let person = leaver(Inactive).outcome(occurred_on, kind);
            assert_eq!(person.counts_for(code), counts, "{kind} on {occurred_on}");
        }
    }
}

#[test]
fn the_last_labour_market_event_of_the_window_decides() {
    for (events, expected) in [
        (&[("2023-04-05", Job), ("2023-04-20", Unemployment)][..], &["EECR01"][..]),
        (&[("2023-04-05", Unemployment), ("2023-04-20", Job)], &["EECR04"]),
        (&[("2023-04-05", Job), ("2023-04-20", Inactivity)], &[]),
        (&[("2023-04-05", Job), ("2023-05-02", Unemployment)], &["EECR04"]),
        (&[("2023-04-05", Job), ("2023-04-20", Education)], &["EECR02", "EECR04"]),
        (&[("2023-04-20", Job), ("2023-04-05", Unemployment)], &["EECR04"]),
    ] {
        let person = (events.iter())
            .fold(leaver(Inactive), |person, (occurred_on, kind)| person.outcome(occurred_on, *kind));
        assert_eq!(person.results_at("2023-06-30"), expected, "{events:?}");
    }
}

#[test]
fn of_several_events_on_one_day_the_strongest_decides_in_any_order() {
    for (one, other, expected) in [
        (Job, Unemployment, "EECR04"),
        (SelfEmployment, Inactivity, "EECR04"),
        (JobSearch, Inactivity, "EECR01"),
    ] {
        for (first, second) in [(one, other), (other, one)] {
            let person = leaver(Inactive).outcome("2023-04-12", first).outcome("2023-04-12", second);
            assert_eq!(person.results_at("2023-06-30"), [expected], "{first}, {second}");
        }
    }
}

#[test]
fn while_the_window_is_open_a_result_counts_provisionally() {
    let person = leaver(Inactive)
        .outcome("2023-04-05", Job)
        .outcome("2023-04-20", Unemployment)
        .outcome("2023-04-28", SelfEmployment);
    for (cut_off, expected) in [
        ("2023-03-31", &[][..]),
        ("2023-04-04", &[]),
        ("2023-04-05", &["EECR04"]),
        ("2023-04-19", &["EECR04"]),
        ("2023-04-20", &["EECR01"]),
        ("2023-04-27", &["EECR01"]),
        ("2023-04-28", &["EECR04"]),
        ("2024-01-31", &["EECR04"]),
    ] {
        assert_eq!(person.results_at(cut_off), expected, "at {cut_off}");
    }
}

#[test]
fn without_leaving_there_is_no_result() {
    let person =
        Person::with(stay("2023-01-09")).outcome("2023-02-01", Qualification).outcome("2023-02-01", Job);
    assert!(person.results_at("2029-12-31").is_empty());
}

#[test]
fn two_certificates_are_one_result() {
    let person = leaver(Employed).outcome("2023-02-01", Qualification).outcome("2023-04-01", Qualification);
    assert_eq!(person.results_at("2023-06-30"), ["EECR03"]);
    assert_eq!(person.facts().spans.len(), 2, "the second certificate changes nothing");
}

#[test]
fn a_person_may_have_several_results() {
    let person = leaver(Unemployed)
        .outcome("2023-03-15", Qualification)
        .outcome("2023-04-03", Education)
        .outcome("2023-04-17", Job);
    assert_eq!(person.results_at("2023-06-30"), ["EECR02", "EECR03", "EECR04"]);
}

#[test]
fn starting_education_counts_for_those_known_to_be_outside_it() {
    for (in_education, expected) in [
        (Some(Answer::No), &["EECR02"][..]),
        (Some(Answer::Yes), &[]),
        (Some(Answer::Refused), &[]),
        (None, &[]),
    ] {
        let entry = Stay { in_education, ..stay("2023-01-09") };
        let person = Person::with(left("2023-03-31", entry)).outcome("2023-04-12", Education);
        assert_eq!(person.results_at("2023-06-30"), expected, "{in_education:?}");
    }
}

#[test]
fn leaving_on_the_day_of_entry_is_leaving() {
    let person = Person::with(left("2023-01-09", stay("2023-01-09"))).outcome("2023-01-09", Qualification);
    assert_eq!(person.results_at("2023-01-09"), ["EECR03"]);
    assert_eq!(person.facts().spans.len(), 1);
}
