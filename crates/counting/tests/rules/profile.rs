//! The counting profile: how it is printed and set, and what each choice changes.

use counting::{
    Answer, EducationResult, Employment, LongTermUnemployment, OpenResultWindow, Operation, OutcomeKind,
    Profile, RunningOperations, SixMonths, Stay, TargetGroup, UnknownChoice,
};

use crate::builders::{Person, left, stay, stay_as};
use Employment::{Employed, Inactive, Unemployed};
use OutcomeKind::{Education, Job, JobSearch, Qualification, SelfEmployment, Unemployment};

#[test]
fn the_default_profile_lists_every_choice() {
    let choices = Profile::default().choices();
    let expected = [
        ("version", "1"),
        ("ltu", "ec"),
        ("operation", "sub_project"),
        ("short_advice_hours", "off"),
        ("running_operations", "counted"),
        ("open_result_window", "provisional"),
        ("six_months", "point_in_time"),
        ("education_result", "newly"),
        ("target_group", "counts_all"),
        ("parental_leave", "as_entered"),
        ("gender_missing", "incomplete"),
        ("gender_not_stated", "incomplete"),
        ("age", "completed_years_at_first_entry"),
        ("qualification_date", "award_up_to_day_28"),
        ("labour_market_events_of_one_day", "employment_then_search_then_inactivity"),
        ("six_months_day", "same_day_of_month_clamped"),
        ("voluntary_characteristics", "count_answers"),
    ];
    assert_eq!(choices, expected.map(|(key, value)| (key, value.into())));
}

#[test]
fn every_choice_can_be_set_to_every_value_it_allows_and_is_printed_so() {
    for (key, values) in Profile::SETTABLE {
        for value in *values {
            let value = if *value == "HOURS" { "7.5" } else { *value };
            let profile = Profile::default().with(key, value).expect("an allowed value");
            let choices = profile.choices();
            assert!(choices.contains(&(*key, value.into())), "{key} = {value}");
            let changed = Profile::default().choices().iter().zip(&choices).filter(|(a, b)| a != b).count();
            let is_default = profile == Profile::default();
            assert_eq!(changed, usize::from(!is_default), "{key} = {value}");
        }
    }
}

#[test]
fn an_unknown_choice_says_what_is_allowed() {
    let set = |key, value| Profile::default().with(key, value).expect_err("no such choice");
    assert_eq!(set("ltu", "EC").allowed(), ["ec", "sgb3"]);
    assert_eq!(set("ltu", "EC").to_string(), "\"EC\" is no value of ltu; allowed: ec, sgb3");
    for key in ["version", "parental_leave", "LTU", ""] {
        let error = set(key, "1");
        assert_eq!(error, UnknownChoice::Key { key: key.to_owned() });
        assert!(error.allowed().contains(&"six_months"));
    }
    for hours in ["0", "-1", "NaN", "inf", "eight", "", "HOURS"] {
        assert_eq!(set("short_advice_hours", hours).allowed(), ["off", "HOURS"], "{hours}");
    }
}

#[test]
fn a_profile_set_choice_by_choice_is_the_one_written_out() {
    let written = Profile {
        version: 1,
        long_term_unemployment: LongTermUnemployment::Sgb3,
        operation: Operation::Network,
        short_advice_hours: Some(8.0),
        running_operations: RunningOperations::CompletedOnly,
        open_result_window: OpenResultWindow::ClosedOnly,
        six_months: SixMonths::Within,
        education_result: EducationResult::AnyStart,
        target_group: TargetGroup::AnswersOnly,
    };
    let set = (written.choices().iter())
        .filter(|(key, _)| Profile::SETTABLE.iter().any(|(known, _)| known == key))
        .try_fold(Profile::default(), |profile, (key, value)| profile.with(key, value));
    assert_eq!(set, Ok(written));
}

fn choosing(key: &str, value: &str) -> Profile {
    Profile::default().with(key, value).expect("an allowed value")
}

/// Entered on 9 January, left on 31 March 2023: day 28 is 28 April, six months later is 30 September.
fn leaver(employment: Employment) -> Person {
    Person::with(left("2023-03-31", stay_as(employment, "2023-01-09")))
}

#[test]
fn completed_only_counts_from_the_last_day_of_the_operation_on() {
    let person = leaver(Inactive)
        .outcome("2023-04-05", Job)
        .in_operation_until("2023-12-31")
        .under(choosing("running_operations", "completed_only"));
    assert!(person.counted_at("2023-12-30").is_empty());
    assert_eq!(person.counted_at("2023-12-31"), ["EECO01", "EECO04", "EECO10", "EECR04"]);
    assert_eq!(person.facts().spans.len(), 1);

    let left_with_it = leaver(Inactive)
        .outcome("2023-03-15", Qualification)
        .in_operation_until("2023-03-31")
        .under(choosing("running_operations", "completed_only"));
    assert!(left_with_it.counted_at("2023-03-30").is_empty());
    assert_eq!(left_with_it.results_at("2023-03-31"), ["EECR03"]);
    assert_eq!(left_with_it.facts().spans.len(), 1);

    let late = Person::with(stay("2024-02-01"))
        .in_operation_until("2023-12-31")
        .under(choosing("running_operations", "completed_only"));
    assert!(late.counted_at("2024-01-31").is_empty());
    assert_eq!(late.counted_at("2024-02-01"), ["EECO01", "EECO04", "EECO10"]);

    let endless = leaver(Inactive).under(choosing("running_operations", "completed_only"));
    assert!(endless.facts().spans.is_empty());
}

#[test]
fn completed_only_leaves_nobody_out_of_a_running_operation() {
    let entry = Stay { isced: None, ..stay("2023-01-09") };
    let person = Person::with(entry)
        .in_operation_until("2023-12-31")
        .under(choosing("running_operations", "completed_only"));
    assert!(person.left_out_at("2023-12-30").is_empty());
    assert!(person.left_out_at("2023-12-31").contains(&"EECO01"));
}

#[test]
fn closed_only_counts_results_from_day_28_on() {
    let person = leaver(Inactive)
        .outcome("2023-03-15", Qualification)
        .outcome("2023-04-05", Job)
        .outcome("2023-04-20", JobSearch)
        .under(choosing("open_result_window", "closed_only"));
    assert!(person.results_at("2023-04-27").is_empty());
    assert_eq!(person.results_at("2023-04-28"), ["EECR01", "EECR03"]);
}

#[test]
fn closed_only_knows_no_result_of_a_leaving_that_a_re_entry_undoes_in_time() {
    for (again_on, expected) in [("2023-04-28", &[][..]), ("2023-04-29", &["EECR04"])] {
        let person = leaver(Inactive)
            .and(stay(again_on))
            .outcome("2023-04-05", Job)
            .under(choosing("open_result_window", "closed_only"));
        assert_eq!(person.results_at("2023-04-28"), expected, "again on {again_on}");
        assert!(person.results_at("2023-04-29").is_empty(), "again on {again_on}");
    }
}

#[test]
fn within_six_months_counts_work_from_its_first_day_on() {
    let within = choosing("six_months", "within");
    for (occurred_on, kind, from) in [
        ("2023-03-20", Job, Some("2023-03-31")),
        ("2023-03-31", Job, Some("2023-03-31")),
        ("2023-04-10", SelfEmployment, Some("2023-04-10")),
        ("2023-06-15", Job, Some("2023-06-15")),
        ("2023-09-30", SelfEmployment, Some("2023-09-30")),
        ("2023-10-01", Job, None),
        ("2023-06-15", Unemployment, None),
        ("2023-01-08", Job, None),
    ] {
        let person = leaver(Unemployed).outcome(occurred_on, kind).under(within);
        let bit = person.rulebook.by_code("EECR05").expect("known").bit;
        let since = person.facts().spans.iter().find(|span| span.counted.contains(bit)).map(|span| span.from);
        assert_eq!(since, from.map(crate::builders::day), "{kind} on {occurred_on}");
        let point_in_time = person.under(Profile::default());
        assert!(!point_in_time.counts_for("EECR05"), "{kind} on {occurred_on}");
    }
}

#[test]
fn within_six_months_takes_nothing_back_but_by_re_entry() {
    let within = choosing("six_months", "within");
    let person = leaver(Unemployed).outcome("2023-06-15", Job).outcome("2023-07-15", Unemployment);
    let surveyed = person.clone().answered("2023-10-05", Unemployed, &[]).under(within);
    assert_eq!(surveyed.results_at("2024-01-31"), ["EECR05"]);
    let back = person.and(stay("2023-08-01")).under(within);
    assert_eq!(back.results_at("2023-07-31"), ["EECR05"]);
    assert!(back.results_at("2023-08-01").is_empty());
    let lost_before_leaving =
        leaver(Unemployed).outcome("2023-03-01", Job).outcome("2023-03-15", Unemployment).under(within);
    assert!(lost_before_leaving.results_at("2024-01-31").is_empty());
}

#[test]
fn within_six_months_never_counts_work_from_before_the_last_entry() {
    let exit_before_entry = |occurred_on| {
        Person::with(left("2023-03-31", stay_as(Unemployed, "2023-01-09")))
            .and(left("2023-05-20", stay("2023-06-01")))
            .outcome(occurred_on, Job)
            .under(choosing("six_months", "within"))
    };
    assert!(exit_before_entry("2023-05-25").results_at("2023-06-01").is_empty());
    assert!(exit_before_entry("2023-06-01").results_at("2023-06-01").contains(&"EECR05"));
}

#[test]
fn within_six_months_still_believes_the_survey_and_asks_who_had_work_for_it() {
    let within = choosing("six_months", "within");
    let surveyed = leaver(Unemployed).answered("2023-10-05", Employed, &[]).under(within);
    assert_eq!(surveyed.results_at("2023-09-30"), ["EECR05"]);
    assert!(surveyed.results_at("2023-09-29").is_empty());
    let had_work = leaver(Employed).outcome("2023-06-15", Job).under(within);
    assert!(had_work.results_at("2024-01-31").is_empty());
}

#[test]
fn any_start_of_education_ignores_the_answer_at_entry() {
    for in_education in [Some(Answer::No), Some(Answer::Yes), Some(Answer::Refused), None] {
        let entry = left("2023-03-31", Stay { in_education, ..stay("2023-01-09") });
        let person = Person::with(entry)
            .outcome("2023-04-12", Education)
            .under(choosing("education_result", "any_start"));
        assert_eq!(person.results_at("2023-06-30"), ["EECR02"], "{in_education:?}");
    }
}

#[test]
fn answers_only_counts_those_of_a_target_group_who_said_yes() {
    let entry = Stay { foreign_background: Some(Answer::Yes), ..stay("2023-01-09") };
    let person = Person::with(entry)
        .in_operation_for(&["EECO12", "EECO14"])
        .under(choosing("target_group", "answers_only"));
    assert_eq!(person.counted_at("2023-01-09"), ["EECO01", "EECO04", "EECO10", "EECO14"]);
}
