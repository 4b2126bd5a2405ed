//! Annex I, point 4: results six months after leaving.

use counting::{Employment, FollowUp, FollowUpResult, Improvement};

use crate::builders::{Person, day, left, stay_as};
use Employment::{Employed, Inactive, Unemployed};
use Improvement::{FullEmployment, HigherSkill, PayOnly, Promotion, StableContract};

fn leaver(employment: Employment) -> Person {
    Person::with(left("2023-03-31", stay_as(employment, "2023-01-09")))
}

#[test]
fn a_longer_term_result_counts_for_those_who_could_achieve_it() {
    for (at_entry, later, better, expected) in [
        (Unemployed, Employed, &[][..], &["EECR05"][..]),
        (Inactive, Employed, &[], &["EECR05"]),
        (Employed, Employed, &[], &[]),
        (Unemployed, Unemployed, &[], &[]),
        (Inactive, Inactive, &[], &[]),
        (Employed, Employed, &[StableContract], &["EECR06"]),
        (Employed, Employed, &[FullEmployment], &["EECR06"]),
        (Employed, Employed, &[HigherSkill], &["EECR06"]),
        (Employed, Employed, &[Promotion], &["EECR06"]),
        (Employed, Employed, &[PayOnly], &[]),
        (Employed, Employed, &[PayOnly, Promotion], &["EECR06"]),
        (Unemployed, Employed, &[Promotion], &["EECR05"]),
        (Inactive, Unemployed, &[Promotion], &[]),
    ] {
        let person = leaver(at_entry).answered("2023-10-05", later, better);
        assert_eq!(person.results_at("2023-12-31"), expected, "{at_entry}, {later}, {better:?}");
    }
}

#[test]
fn six_months_end_on_the_same_day_or_the_last_of_the_month() {
    for (left_on, reached_on) in [
        ("2023-03-15", "2023-09-15"),
        ("2023-03-31", "2023-09-30"),
        ("2023-08-31", "2024-02-29"),
        ("2022-08-29", "2023-02-28"),
        ("2023-02-28", "2023-08-28"),
        ("2024-02-29", "2024-08-29"),
    ] {
        let stay = left(left_on, stay_as(Unemployed, "2022-01-10"));
        let surveyed = Person::with(stay).answered(reached_on, Employed, &[]);
        let facts = surveyed.facts();
        let last = facts.spans.last().expect("a complete case has spans");
        assert_eq!(last.from, day(reached_on), "left on {left_on}");
        assert_eq!(surveyed.results_at(reached_on), ["EECR05"], "left on {left_on}");
    }
}

#[test]
fn a_survey_before_the_six_months_are_over_does_not_count() {
    for (surveyed_on, counts) in [("2023-09-29", false), ("2023-09-30", true), ("2024-02-01", true)] {
        let person = leaver(Unemployed).answered(surveyed_on, Employed, &[]);
        assert_eq!(person.counts_for("EECR05"), counts, "surveyed on {surveyed_on}");
    }
}

#[test]
fn the_result_describes_the_day_six_months_later_whenever_the_survey_was_made() {
    let person = leaver(Unemployed).answered("2023-11-20", Employed, &[]);
    assert!(person.results_at("2023-09-29").is_empty());
    assert_eq!(person.results_at("2023-09-30"), ["EECR05"]);
}

#[test]
fn the_latest_answered_survey_decides() {
    let survey = |surveyed_on, result, employment| FollowUp {
        surveyed_on: day(surveyed_on),
        result,
        employment,
        improvements: Vec::new(),
    };
    let answered = Some(FollowUpResult::Answered);
    let work = Some(Employed);
    for (second, counts) in [
        (survey("2023-10-20", answered, Some(Unemployed)), false),
        (survey("2023-10-01", answered, Some(Unemployed)), true),
        (survey("2023-10-20", Some(FollowUpResult::Refused), None), true),
        (survey("2023-10-20", Some(FollowUpResult::NotReached), None), true),
        (survey("2023-10-20", None, None), true),
        (survey("2023-10-20", None, Some(Inactive)), false),
    ] {
        let person =
            leaver(Unemployed).surveyed(survey("2023-10-05", answered, work)).surveyed(second.clone());
        assert_eq!(person.counts_for("EECR05"), counts, "{second:?}");
    }
    for result in [FollowUpResult::Refused, FollowUpResult::NotReached] {
        let person = leaver(Unemployed).surveyed(survey("2023-10-05", Some(result), work));
        assert!(!person.counts_for("EECR05"), "{result}");
    }
}

#[test]
fn without_leaving_there_is_no_longer_term_result() {
    let person = Person::with(stay_as(Unemployed, "2023-01-09")).answered("2024-10-05", Employed, &[]);
    assert!(person.results_at("2025-12-31").is_empty());
}
