//! What a person counts for in a sub-project.

use chrono::NaiveDate;
use counting::programme::{Activity, Count, Definition, Field, Source, person_facts};
use counting::{Facts, Gender};

use super::{activity, definition, values};
use crate::builders::day;

fn facts(definitions: &[Definition], activities: &[Activity<'_>]) -> Facts {
    let numbered: Vec<_> = (0u8..).zip(definitions).collect();
    person_facts(&numbered, activities)
}

/// The first day and the bits of each span.
fn told(facts: &Facts) -> Vec<(NaiveDate, Vec<u8>)> {
    facts.spans.iter().map(|span| (span.from, span.counted.iter().collect())).collect()
}

#[test]
fn a_person_counts_once_from_the_first_activity_that_fulfils_the_definition() {
    let definitions = [
        definition(Source::Consultations, Count::Persons, &[]),
        definition(Source::Consultations, Count::Persons, &[(Field::Subject, &["qualification"])]),
        definition(Source::Participations, Count::Persons, &[]),
        definition(Source::Consultations, Count::Contacts, &[]),
    ];
    let [recognition, qualification] =
        ["recognition", "qualification"].map(|subject| values(&[(Field::Subject, subject)]));
    let activities = [
        activity(Source::Consultations, "2023-09-01", &qualification),
        activity(Source::Consultations, "2023-03-01", &recognition),
        activity(Source::Consultations, "2023-06-01", &qualification),
        activity(Source::Participations, "2023-06-01", &[]),
    ];
    let found = facts(&definitions, &activities);
    assert_eq!(told(&found), [(day("2023-03-01"), vec![0]), (day("2023-06-01"), vec![0, 1, 2])]);
    assert_eq!(found.spans[0].until, Some(day("2023-06-01")));
    assert_eq!(found.spans[1].until, None);
    assert!(found.missing.is_empty());
    assert!(found.spans.iter().all(|span| span.left_out.is_empty()));
}

#[test]
fn who_fulfils_no_definition_has_no_spans() {
    let definitions = [definition(Source::Participations, Count::Persons, &[])];
    assert!(facts(&definitions, &[activity(Source::Consultations, "2023-03-01", &[])]).spans.is_empty());
    assert_eq!(facts(&definitions, &[]), Facts::default());
}

#[test]
fn gender_is_the_first_one_recorded() {
    let definitions = [definition(Source::Consultations, Count::Persons, &[])];
    let contact = |on, gender| Activity { gender, ..activity(Source::Consultations, on, &[]) };
    for (activities, expected) in [
        (vec![contact("2023-03-01", None), contact("2023-04-01", Some(Gender::Male))], Some(Gender::Male)),
        (
            vec![contact("2023-04-01", Some(Gender::Male)), contact("2023-03-01", Some(Gender::Female))],
            Some(Gender::Female),
        ),
        (
            vec![contact("2023-03-01", Some(Gender::NotStated)), contact("2023-04-01", Some(Gender::Male))],
            Some(Gender::NotStated),
        ),
        (vec![contact("2023-03-01", None)], None),
    ] {
        assert_eq!(facts(&definitions, &activities).gender, expected);
    }
}

#[test]
fn a_person_stays_counted_when_the_activity_ends() {
    let open = definition(Source::QualificationPlans, Count::Persons, &[(Field::Status, &["open"])]);
    let closed = values(&[(Field::Status, "completed")]);
    let plan = Activity {
        until: Some(day("2023-12-01")),
        ..activity(Source::QualificationPlans, "2023-03-01", &closed)
    };
    assert_eq!(told(&facts(&[open], &[plan])), [(day("2023-03-01"), vec![0])]);
}
