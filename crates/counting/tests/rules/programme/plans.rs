//! A plan counts by the status it had, not by the one it has now.

use counting::programme::{Activity, Count, Field, Source, record_facts};

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
