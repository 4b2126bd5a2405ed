//! What a person counts for in a sub-project.

use chrono::NaiveDate;
use counting::Gender;
use counting::programme::{Activity, Count, Counted, Definition, Field, Source, Value, person_facts};

use super::{activity, definition, values};
use crate::builders::day;

fn facts(definitions: &[Definition], activities: &[Activity<'_>]) -> Vec<Counted> {
    let numbered: Vec<_> = (0u8..).zip(definitions).collect();
    person_facts(&numbered, activities)
}

/// What somebody counts for who counts in one gender column.
fn only(mut facts: Vec<Counted>) -> Counted {
    assert_eq!(facts.len(), 1, "{facts:?}");
    facts.remove(0)
}

/// The first day and the bits of each span.
fn told(facts: &Counted) -> Vec<(NaiveDate, Vec<u8>)> {
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
    let found = only(facts(&definitions, &activities));
    assert_eq!(told(&found), [(day("2023-03-01"), vec![0]), (day("2023-06-01"), vec![0, 1, 2])]);
    assert_eq!(found.spans[0].until, Some(day("2023-06-01")));
    assert_eq!(found.spans[1].until, None);
    assert!(found.missing.is_empty());
    assert!(found.spans.iter().all(|span| span.left_out.is_empty()));
}

#[test]
fn who_fulfils_no_definition_counts_for_nothing() {
    let definitions = [definition(Source::Participations, Count::Persons, &[])];
    assert_eq!(facts(&definitions, &[activity(Source::Consultations, "2023-03-01", &[])]), []);
    assert_eq!(facts(&definitions, &[]), []);
}

/// A contact with a person of a gender, as their record has it.
fn contact<'a>(on: &str, values: &'a [Value<'a>], gender: Option<Gender>) -> Activity<'a> {
    Activity { gender, ..activity(Source::Consultations, on, values) }
}

#[test]
fn gender_is_that_of_the_first_record_that_counts() {
    let definitions = [definition(Source::Consultations, Count::Persons, &[])];
    let contact = |on, gender| contact(on, &[], gender);
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
        assert_eq!(only(facts(&definitions, &activities)).gender, expected);
    }
}

#[test]
fn who_counts_as_a_woman_counts_among_the_women() {
    let of = |gender: Gender| values(&[(Field::Gender, gender.as_str())]);
    let (unstated, female) = (of(Gender::NotStated), of(Gender::Female));
    let activities = [
        contact("2023-03-01", &unstated, Some(Gender::NotStated)),
        contact("2023-06-01", &female, Some(Gender::Female)),
    ];
    let women = definition(Source::Consultations, Count::Persons, &[(Field::Gender, &["female"])]);
    let all = definition(Source::Consultations, Count::Persons, &[]);
    let found = facts(&[women, all], &activities);
    let by_gender: Vec<_> = found.iter().map(|counted| (counted.gender, told(counted))).collect();
    assert_eq!(
        by_gender,
        [
            (Some(Gender::Female), vec![(day("2023-06-01"), vec![0])]),
            (Some(Gender::NotStated), vec![(day("2023-03-01"), vec![1])]),
        ]
    );
}

#[test]
fn a_record_that_knows_no_gender_takes_the_first_one_recorded() {
    let definitions = [definition(Source::QualificationPlans, Count::Persons, &[])];
    let activities = [
        activity(Source::QualificationPlans, "2023-03-01", &[]),
        contact("2023-06-01", &[], Some(Gender::Male)),
        contact("2023-04-01", &[], Some(Gender::Female)),
    ];
    assert_eq!(only(facts(&definitions, &activities)).gender, Some(Gender::Female));
}

#[test]
fn a_person_stays_counted_when_the_activity_ends() {
    let open = definition(Source::QualificationPlans, Count::Persons, &[(Field::Status, &["open"])]);
    let closed = values(&[(Field::Status, "completed")]);
    let plan = Activity {
        until: Some(day("2023-12-01")),
        ..activity(Source::QualificationPlans, "2023-03-01", &closed)
    };
    assert_eq!(told(&only(facts(&[open], &[plan]))), [(day("2023-03-01"), vec![0])]);
}
