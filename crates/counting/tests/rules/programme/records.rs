//! What single records count for, and how much.

use counting::programme::{
    Activity, Attendances, Count, Definition, Field, Quantity, Source, record_facts, stay_values,
};
use counting::{Answer, Employment, Gender, Isced, Stay};

use super::{activity, definition, values};
use crate::builders::{day, stay_as};

/// Gender, quantity and the bits counted from the first day on.
type Told = (Option<Gender>, u32, Vec<u8>);

fn told(definitions: &[Definition], activity: &Activity<'_>) -> Vec<Told> {
    let numbered: Vec<_> = (0u8..).zip(definitions).collect();
    let facts = record_facts(&numbered, activity).into_iter();
    facts
        .map(|counted| {
            assert_eq!(counted.spans.len(), 1);
            let span = counted.spans[0];
            assert_eq!((span.from, span.until), (activity.from, activity.until));
            assert!(span.left_out.is_empty());
            (counted.gender, counted.quantity, span.counted.iter().collect())
        })
        .collect()
}

#[test]
fn a_contact_counts_once_for_each_definition_it_fulfils_in_its_gender() {
    let definitions = [
        definition(Source::Consultations, Count::Contacts, &[]),
        definition(Source::Consultations, Count::Contacts, &[(Field::Contact, &["first"])]),
        definition(Source::Consultations, Count::Contacts, &[(Field::Contact, &["follow_up"])]),
        definition(
            Source::Consultations,
            Count::Contacts,
            &[(Field::Contact, &["first"]), (Field::Subject, &["both", "recognition"])],
        ),
        definition(Source::Consultations, Count::Contacts, &[(Field::Nationality, &["SY"])]),
        definition(Source::Consultations, Count::Persons, &[]),
        definition(Source::Trainings, Count::Events, &[]),
    ];
    let values = values(&[(Field::Contact, "first"), (Field::Subject, "recognition")]);
    let contact = activity(Source::Consultations, "2023-05-10", &values);
    assert_eq!(told(&definitions, &contact), [(None, 1, vec![0, 1, 3])]);
    let of_a_man = Activity { gender: Some(Gender::Male), ..contact };
    assert_eq!(told(&definitions, &of_a_man), [(Some(Gender::Male), 1, vec![0, 1, 3])]);
}

fn training(hours: Option<f64>, attendances: Attendances) -> Activity<'static> {
    let quantity = Quantity::Training { hours, attendances };
    Activity { quantity, ..activity(Source::Trainings, "2023-05-10", &[]) }
}

fn of_a_training() -> [Definition; 3] {
    [Count::Events, Count::Attendances, Count::Hours].map(|count| definition(Source::Trainings, count, &[]))
}

#[test]
fn attendances_count_by_gender_and_the_rest_beside_them() {
    let attendances = Attendances { total: Some(20), female: Some(9), male: Some(6), non_binary: Some(1) };
    assert_eq!(
        told(&of_a_training(), &training(Some(3.0), attendances)),
        [
            (None, 1, vec![0]),
            (Some(Gender::Female), 9, vec![1]),
            (Some(Gender::Male), 6, vec![1]),
            (Some(Gender::NonBinary), 1, vec![1]),
            (None, 4, vec![1]),
            (None, 180, vec![2]),
        ]
    );
}

#[test]
fn what_is_not_recorded_adds_nothing() {
    let only_event = [(None, 1, vec![0])];
    assert_eq!(told(&of_a_training(), &training(None, Attendances::default())), only_event);
    let no_length = activity(Source::Trainings, "2023-05-10", &[]);
    assert_eq!(told(&of_a_training(), &no_length), only_event);
    let without_total = Attendances { female: Some(2), ..Attendances::default() };
    assert_eq!(told(&of_a_training(), &training(None, without_total))[1], (Some(Gender::Female), 2, vec![1]));
    let total_too_small = Attendances { total: Some(1), female: Some(2), ..Attendances::default() };
    assert_eq!(told(&of_a_training(), &training(None, total_too_small)).len(), 2);
}

#[test]
fn hours_are_counted_in_minutes_so_that_nothing_is_lost() {
    for (hours, minutes) in
        [(0.0, None), (0.25, Some(15)), (1.33, Some(80)), (1.5, Some(90)), (1000.0, Some(60_000))]
    {
        let hours_of_it = [definition(Source::Trainings, Count::Hours, &[])];
        let found = told(&hours_of_it, &training(Some(hours), Attendances::default()));
        assert_eq!(found.first().map(|told| told.1), minutes, "{hours}");
    }
}

#[test]
fn quantities_that_are_the_same_share_a_fact() {
    let one_person = Attendances { total: Some(1), ..Attendances::default() };
    assert_eq!(told(&of_a_training(), &training(Some(1.0 / 60.0), one_person)), [(None, 1, vec![0, 1, 2])]);
}

#[test]
fn a_value_by_hand_counts_as_it_was_entered() {
    let by_hand = [definition(Source::ByHand, Count::Value, &[])];
    let value = Activity {
        quantity: Quantity::Value(250),
        gender: Some(Gender::Female),
        ..activity(Source::ByHand, "2023-06-30", &[])
    };
    assert_eq!(told(&by_hand, &value), [(Some(Gender::Female), 250, vec![0])]);
    let nothing = Activity { quantity: Quantity::Value(0), ..value };
    assert!(told(&by_hand, &nothing).is_empty());
}

#[test]
fn a_trainer_counts_while_in_the_pool() {
    let pool = [definition(Source::Trainers, Count::Trainers, &[(Field::Topic, &["recognition"])])];
    let topics = values(&[(Field::Topic, "diversity"), (Field::Topic, "recognition")]);
    let trainer = activity(Source::Trainers, "2023-01-01", &topics);
    let left = Activity { until: Some(day("2024-01-01")), ..trainer.clone() };
    assert_eq!(told(&pool, &left), [(None, 1, vec![0])]);
    let never = Activity { until: Some(day("2023-01-01")), ..trainer };
    assert!(told(&pool, &never).is_empty());
}

#[test]
fn the_answers_of_a_stay_are_values() {
    let entry = Stay {
        birth_date: Some(day("1993-05-11")),
        gender: Some(Gender::Female),
        isced: Some(Isced::Bachelor),
        citizenships: vec!["SY".parse().expect("a country"), "TR".parse().expect("a country")],
        disability: Some(Answer::Refused),
        ..stay_as(Employment::Unemployed, "2023-05-10")
    };
    let answers = stay_values(&entry);
    let texts: Vec<_> = answers.iter().map(|(field, text)| (field.as_str(), text.as_ref())).collect();
    assert_eq!(
        texts,
        [
            ("gender", "female"),
            ("employment", "unemployed"),
            ("in_education", "no"),
            ("isced", "6"),
            ("third_country", "yes"),
            ("disability", "refused"),
            ("citizenship", "SY"),
            ("citizenship", "TR"),
            ("age", "29"),
        ]
    );
    for (field, any_of, counts) in [
        (Field::Age, "18-29", true),
        (Field::Age, "30-", false),
        (Field::Citizenship, "TR", true),
        (Field::Citizenship, "DE", false),
        (Field::ThirdCountry, "yes", true),
        (Field::Disability, "yes", false),
        (Field::Minority, "no", false),
    ] {
        let entries = [definition(Source::Participations, Count::Entries, &[(field, &[any_of])])];
        let found = told(&entries, &activity(Source::Participations, "2023-05-10", &answers));
        assert_eq!(found.len(), usize::from(counts), "{field} {any_of}");
    }
    assert!(stay_values(&Stay::new(day("2023-05-10"))).is_empty());
}
