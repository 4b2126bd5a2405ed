//! Art. 17(5): without all data of point 1.1 nothing about a person counts.

use counting::{Answer, Employment, Gender, Improvement, MissingField, OutcomeKind, Stay};

use crate::builders::{Codes, Person, left, stay, stay_as};

type Spoil = fn(&mut Stay);

/// What an unemployed leaver with a job and a certificate is left out of, by what is missing.
const EXAMPLES: [(MissingField, Spoil, &[&str]); 6] = [
    (
        MissingField::BirthDate,
        |stay| stay.birth_date = None,
        &["EECO01", "EECO02", "EECO06", "EECO07", "EECO08", "EECO10", "EECR03", "EECR04"],
    ),
    (MissingField::Gender, |stay| stay.gender = None, &["EECO01", "EECO02", "EECO10", "EECR03", "EECR04"]),
    (
        MissingField::GenderNotStated,
        |stay| stay.gender = Some(Gender::NotStated),
        &["EECO01", "EECO02", "EECO10", "EECR03", "EECR04"],
    ),
    (
        MissingField::Employment,
        |stay| stay.employment = None,
        &["EECO01", "EECO02", "EECO04", "EECO05", "EECO10", "EECR03", "EECR04"],
    ),
    (
        MissingField::UnemployedSince,
        |stay| stay.unemployed_since = None,
        &["EECO01", "EECO02", "EECO03", "EECO10", "EECR03", "EECR04"],
    ),
    (
        MissingField::Isced,
        |stay| stay.isced = None,
        &["EECO01", "EECO02", "EECO09", "EECO10", "EECO11", "EECR03", "EECR04"],
    ),
];

fn leaver(spoil: Spoil) -> Person {
    let mut entry = left("2023-03-31", stay_as(Employment::Unemployed, "2023-01-09"));
    spoil(&mut entry);
    Person::with(entry)
        .outcome("2023-03-30", OutcomeKind::Qualification)
        .outcome("2023-04-03", OutcomeKind::Job)
}

#[test]
fn one_missing_field_leaves_the_case_out_of_all_it_might_count_for() {
    for (field, spoil, expected) in EXAMPLES {
        let person = leaver(spoil);
        let missing: Vec<_> = person.facts().missing.iter().collect();
        assert_eq!(missing, [field]);
        assert!(person.counted_at("2023-12-31").is_empty(), "{field}");
        assert_eq!(person.left_out_at("2023-12-31"), expected, "{field}");
        assert!(person.left_out_at("2023-01-08").is_empty(), "{field}");
    }
}

#[test]
fn what_is_left_out_follows_the_cut_off_too() {
    let person = leaver(|stay| stay.gender = None);
    for (cut_off, expected) in [
        ("2023-03-30", &["EECO01", "EECO02", "EECO10"][..]),
        ("2023-03-31", &["EECO01", "EECO02", "EECO10", "EECR03"]),
        ("2023-04-03", &["EECO01", "EECO02", "EECO10", "EECR03", "EECR04"]),
    ] {
        assert_eq!(person.left_out_at(cut_off), expected, "at {cut_off}");
    }
}

#[test]
fn an_unknown_status_might_count_for_any_result_it_could_be_eligible_for() {
    let unknown = |entry: Stay| Person::with(Stay { employment: None, ..entry });
    let leaver = || unknown(left("2023-03-31", stay("2023-01-09")));
    let results = |person: Person| -> Codes {
        let mut codes = person.left_out_at("2023-12-31");
        codes.retain(|code| code.starts_with("EECR"));
        codes
    };
    let searching = leaver().outcome("2023-04-03", OutcomeKind::JobSearch);
    assert_eq!(results(searching), ["EECR01"]);
    let surveyed = leaver().answered("2023-10-05", Employment::Employed, &[Improvement::Promotion]);
    assert_eq!(results(surveyed), ["EECR05", "EECR06"]);
    let surveyed = leaver().answered("2023-10-05", Employment::Inactive, &[Improvement::PayOnly]);
    assert_eq!(results(surveyed), [""; 0]);
}

#[test]
fn long_term_unemployment_stays_open_only_where_the_missing_value_decides() {
    for (since, might_count) in [("2022-10-09", false), ("2022-06-09", true), ("2021-10-09", true)] {
        let entry = Stay {
            birth_date: None,
            unemployed_since: Some(crate::builders::day(since)),
            ..stay_as(Employment::Unemployed, "2023-01-09")
        };
        let left_out = Person::with(entry).left_out_at("2023-12-31");
        assert_eq!(left_out.contains(&"EECO03"), might_count, "since {since}");
    }
}

#[test]
fn a_complete_case_is_left_out_of_nothing() {
    let person = leaver(|_| {});
    assert!(person.facts().missing.is_empty());
    assert!(person.facts().spans.iter().all(|span| span.left_out.is_empty()));
}

#[test]
fn a_duration_is_asked_of_the_unemployed_only() {
    for employment in [Employment::Inactive, Employment::Employed] {
        let entry = Stay { unemployed_since: None, ..stay_as(employment, "2023-01-09") };
        assert!(Person::with(entry).facts().missing.is_empty());
    }
}

#[test]
fn several_missing_fields_are_all_named() {
    let person = Person::with(Stay::new(crate::builders::day("2023-01-09")));
    let missing: Vec<_> = person.facts().missing.iter().map(MissingField::as_str).collect();
    assert_eq!(missing, ["birth_date", "gender", "employment", "isced"]);
}

#[test]
fn an_unanswered_question_about_education_leaves_out_of_the_result_that_asks_for_it() {
    let learner = |in_education| {
        let entry = Stay { in_education, ..left("2023-03-31", stay("2023-01-09")) };
        Person::with(entry).outcome("2023-04-03", OutcomeKind::Education)
    };
    let unanswered = learner(None);
    assert!(unanswered.left_out_at("2023-04-02").is_empty(), "before there is anything to count");
    assert_eq!(unanswered.left_out_at("2023-04-03"), ["EECR02"]);
    assert!(unanswered.counted_at("2023-04-03").contains(&"EECO01"), "all else counts");
    let missing: Vec<_> = unanswered.facts().missing.iter().collect();
    assert_eq!(missing, [MissingField::InEducation]);
    for answer in [Answer::Yes, Answer::No, Answer::Refused] {
        let answered = learner(Some(answer));
        assert!(answered.facts().missing.is_empty(), "{answer}");
        assert_eq!(answered.counted_at("2023-04-03").contains(&"EECR02"), answer == Answer::No, "{answer}");
    }
}
