//! The indicators of the programme that come with the software.

use std::collections::BTreeSet;

use counting::programme::{Activity, Count, Definition, Field, Source, record_facts};
use counting::{ACTIVITIES, Gender, Group, Indicator, Unit, rulebook};

use super::{activity, values};
use crate::builders::codes_of;

#[test]
fn every_indicator_is_a_definition_without_faults() {
    let definitions = ACTIVITIES.definitions();
    assert_eq!(definitions.len(), ACTIVITIES.indicators.len());
    for ((bit, definition), indicator) in definitions.iter().zip(ACTIVITIES.indicators) {
        assert_eq!(*bit, indicator.bit);
        assert_eq!(definition.faults(), [], "{}", indicator.code);
        assert_eq!(definition.count.unit(), indicator.unit(), "{}", indicator.code);
        assert_eq!(indicator.group, Group::Activities);
        assert!(!indicator.is_result());
    }
}

#[test]
fn codes_bits_names_and_definitions_are_one_each() {
    let indicators = ACTIVITIES.indicators;
    let bits: BTreeSet<_> = indicators.iter().map(|indicator| indicator.bit).collect();
    assert_eq!(bits.len(), indicators.len());
    assert!(bits.iter().all(|bit| *bit < 64));
    let texts: [fn(&Indicator) -> &'static str; 3] =
        [|indicator| indicator.code, |indicator| indicator.name_de, |indicator| indicator.name_en];
    for text in texts {
        let texts: BTreeSet<_> = indicators.iter().map(text).collect();
        assert_eq!(texts.len(), indicators.len());
    }
    let definitions: Vec<_> = ACTIVITIES.definitions().into_iter().map(|(_, of)| of).collect();
    for (place, definition) in definitions.iter().enumerate() {
        assert!(!definitions[..place].contains(definition), "{}", indicators[place].code);
    }
}

#[test]
fn names_say_what_is_counted() {
    for indicator in ACTIVITIES.indicators {
        let (german, english) = match indicator.unit() {
            Unit::Persons => ("Personen", "ersons"),
            Unit::Contacts => ("kontakte", "contacts"),
            Unit::Entries => ("Eintritte", "Entries"),
            Unit::Attendances => ("Anwesenheiten", "Attendances"),
            Unit::Minutes => ("Minuten", "Minutes"),
            Unit::Events => ("Schulungen", "Training events"),
            Unit::Plans => ("pläne", "plans"),
            Unit::Entities => ("nterstützte", "upported"),
            Unit::Trainers => ("Trainerinnen", "Trainers"),
            Unit::Projects | Unit::Value => panic!("no activity counts {}", indicator.unit()),
        };
        assert!(indicator.name_de.contains(german), "{}", indicator.name_de);
        assert!(indicator.name_en.contains(english), "{}", indicator.name_en);
    }
}

#[test]
fn every_subject_channel_audience_and_kind_has_its_indicator() {
    let total = |source, count| {
        let of =
            |(_, definition): &&(u8, Definition)| definition.source == source && definition.count == count;
        ACTIVITIES.definitions().iter().filter(of).count()
    };
    assert_eq!(total(Source::Consultations, Count::Contacts), 3 + 7 + 4);
    assert_eq!(total(Source::Consultations, Count::Persons), 1 + 7);
    assert_eq!(total(Source::Trainings, Count::Events), 1 + 5);
    assert_eq!(total(Source::Trainings, Count::Attendances), 1 + 5);
    assert_eq!(total(Source::SupportedEntities, Count::Entities), 1 + 6);
}

#[test]
fn a_contact_counts_for_its_kind_its_subject_and_its_channel() {
    let definitions = ACTIVITIES.definitions();
    let numbered: Vec<_> = definitions.iter().map(|(bit, definition)| (*bit, definition)).collect();
    let values = values(&[(Field::Contact, "first"), (Field::Subject, "both"), (Field::Channel, "video")]);
    let contact =
        Activity { gender: Some(Gender::Female), ..activity(Source::Consultations, "2023-05-10", &values) };
    let facts = record_facts(&numbered, &contact);
    assert_eq!(facts.len(), 1);
    assert_eq!((facts[0].gender, facts[0].quantity), (Some(Gender::Female), 1));
    let expected = ["CONTACTS", "FIRST_CONTACTS", "CONTACTS_BOTH", "CONTACTS_VIDEO"];
    assert_eq!(codes_of(facts[0].spans[0].counted, &ACTIVITIES), expected);
}

#[test]
fn the_activities_are_no_law_that_a_period_could_count_people_by() {
    assert!(rulebook(ACTIVITIES.code).is_none());
}
