//! A plan counts by the status it had, not by the one it has now.

use counting::MissingField;
use counting::programme::{Activity, Count, Definition, Field, Source, person_facts, record_facts};

use super::{activity, definition, values};
use crate::builders::day;

type Stretch = (&'static str, Option<&'static str>, Vec<u8>);

/// Agreed, open, completed, completed or abandoned, open or completed.
const ASKED: [&[&str]; 4] = [&["open"], &["completed"], &["completed", "abandoned"], &["open", "completed"]];

fn check(status: &'static str, closed_on: Option<&str>, expected: &[Stretch]) {
    let mut definitions = vec![definition(Source::QualificationPlans, Count::Plans, &[])];
    definitions.extend(
        ASKED.map(|any_of| definition(Source::QualificationPlans, Count::Plans, &[(Field::Status, any_of)])),
    );
    let numbered: Vec<_> = (0u8..).zip(&definitions).collect();
    let values = values(&[(Field::Status, status)]);
    let plan =
        Activity { until: closed_on.map(day), ..activity(Source::QualificationPlans, "2023-03-01", &values) };
    let facts = record_facts(&numbered, &plan);
    assert_eq!(facts.len(), 1);
    assert_eq!((facts[0].gender, facts[0].quantity), (None, 1));
    let found: Vec<_> = (facts[0].spans.iter())
        .map(|span| (span.from, span.until, span.counted.iter().collect::<Vec<_>>()))
        .collect();
    let expected: Vec<_> =
        expected.iter().map(|(from, until, bits)| (day(from), until.map(day), bits.clone())).collect();
    assert_eq!(found, expected, "{status} {closed_on:?}");
}

#[test]
fn an_open_plan_counts_as_open_from_its_agreement_on() {
    check("open", None, &[("2023-03-01", None, vec![0, 1, 4])]);
}

#[test]
fn a_closed_plan_was_open_until_the_day_it_was_closed() {
    check(
        "completed",
        Some("2023-12-01"),
        &[("2023-03-01", Some("2023-12-01"), vec![0, 1, 4]), ("2023-12-01", None, vec![0, 2, 3, 4])],
    );
    check(
        "abandoned",
        Some("2023-12-01"),
        &[("2023-03-01", Some("2023-12-01"), vec![0, 1, 4]), ("2023-12-01", None, vec![0, 3])],
    );
}

#[test]
fn a_plan_closed_on_the_day_of_its_agreement_was_never_open() {
    check("completed", Some("2023-03-01"), &[("2023-03-01", None, vec![0, 2, 3, 4])]);
}

#[test]
fn nothing_counts_before_the_agreement() {
    check("completed", Some("2023-02-01"), &[("2023-03-01", None, vec![0, 2, 3, 4])]);
}

#[test]
fn a_closed_plan_without_the_day_counts_only_where_that_day_does_not_matter() {
    check("completed", None, &[("2023-03-01", None, vec![0, 4])]);
    check("abandoned", None, &[("2023-03-01", None, vec![0])]);
}

#[test]
fn a_closed_plan_without_the_day_is_left_out_of_what_asks_for_it() {
    let definitions =
        ASKED.map(|any_of| definition(Source::QualificationPlans, Count::Plans, &[(Field::Status, any_of)]));
    let numbered: Vec<_> = (0u8..).zip(&definitions).collect();
    let values = values(&[(Field::Status, "completed")]);
    let facts = record_facts(&numbered, &activity(Source::QualificationPlans, "2023-03-01", &values));
    let left_out: Vec<Vec<_>> = facts[0].spans.iter().map(|span| span.left_out.iter().collect()).collect();
    assert_eq!(left_out, [[0, 1, 2]]);
    assert_eq!(facts[0].missing.iter().collect::<Vec<_>>(), [MissingField::ClosedOn]);
}

#[test]
fn a_person_with_an_open_plan_counts_until_the_last_one_is_closed() {
    let open = definition(Source::QualificationPlans, Count::Persons, &[(Field::Status, &["open"])]);
    let closed = values(&[(Field::Status, "completed")]);
    let plan = |from: &'static str, until: &str| Activity {
        until: Some(day(until)),
        ..activity(Source::QualificationPlans, from, &closed)
    };
    let plans = [plan("2023-01-09", "2023-03-01"), plan("2023-02-01", "2023-06-01")];
    let facts = person_facts(&[(0, &open)], &plans);
    let found: Vec<_> = facts[0].spans.iter().map(|span| (span.from, span.until)).collect();
    assert_eq!(found, [(day("2023-01-09"), Some(day("2023-06-01")))]);
}

#[test]
fn what_happened_before_a_definition_is_valid_does_not_count_but_what_lasts_does() {
    let since = |status: &[&str]| Definition {
        valid_from: Some(day("2023-06-01")),
        ..definition(Source::QualificationPlans, Count::Plans, &[(Field::Status, status)])
    };
    let agreed = Definition { conditions: Vec::new(), ..since(&[]) };
    let completed = values(&[(Field::Status, "completed")]);
    for (definition, closed_on, expected) in [
        (agreed, "2023-12-01", None),
        (since(&["open"]), "2023-12-01", Some(("2023-06-01", Some("2023-12-01")))),
        (since(&["open"]), "2023-05-01", None),
        (since(&["completed"]), "2023-12-01", Some(("2023-12-01", None))),
        (since(&["completed"]), "2023-05-01", None),
    ] {
        let plan = Activity {
            until: Some(day(closed_on)),
            ..activity(Source::QualificationPlans, "2023-03-01", &completed)
        };
        let facts = record_facts(&[(0, &definition)], &plan);
        let found = facts.first().map(|facts| (facts.spans[0].from, facts.spans[0].until));
        assert_eq!(found, expected.map(|(from, until)| (day(from), until.map(day))), "{definition:?}");
    }
}
