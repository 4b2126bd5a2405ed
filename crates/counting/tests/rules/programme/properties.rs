//! What holds for every definition and record.

use counting::programme::{Count, Definition, DefinitionRule, person_facts, record_facts};
use counting::{Gender, IndicatorSet, Span};
use proptest::prelude::*;

use super::generated::definitions_and_records;
use crate::generated::nth_day;
use crate::oracle::programme::{amount, counts_person, gender_of_person, is_left_out};

const COLUMNS: [Option<Gender>; 5] =
    [Some(Gender::Female), Some(Gender::Male), Some(Gender::NonBinary), Some(Gender::NotStated), None];

fn borrowed(definitions: &[(u8, Definition)]) -> Vec<(u8, &Definition)> {
    definitions.iter().map(|(bit, definition)| (*bit, definition)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(768) })]

    #[test]
    fn records_count_as_an_independent_reading_counts_them(
        (definitions, records) in definitions_and_records(),
        number in -2i64..70,
    ) {
        let cut_off = nth_day(number);
        for record in &records {
            let facts = record_facts(&borrowed(&definitions), &record.activity());
            for (bit, definition) in &definitions {
                let expected = amount(definition, &record.activity(), cut_off);
                let left_out = (facts.iter())
                    .flat_map(|counted| &counted.spans)
                    .any(|span| span.covers(cut_off) && span.left_out.contains(*bit));
                let lacks_day = is_left_out(definition, &record.activity(), cut_off);
                prop_assert_eq!(left_out, lacks_day && definition.count == Count::Plans, "{:?}", definition);
                for column in COLUMNS {
                    let found: u32 = (facts.iter())
                        .filter(|counted| counted.gender == column)
                        .filter(|counted| {
                            counted.spans.iter().any(|span| span.covers(cut_off) && span.counted.contains(*bit))
                        })
                        .map(|counted| counted.quantity)
                        .sum();
                    prop_assert_eq!(found, expected(column), "{:?} in {:?}", definition, column);
                }
            }
        }
    }

    #[test]
    fn persons_count_as_an_independent_reading_counts_them(
        (definitions, records) in definitions_and_records(),
        number in -2i64..70,
    ) {
        let cut_off = nth_day(number);
        let activities: Vec<_> = records.iter().map(|record| record.activity()).collect();
        let facts = person_facts(&borrowed(&definitions), &activities);
        let holding = facts.iter().flat_map(|counted| counted.spans.iter().map(move |span| (counted.gender, span)));
        let holding: Vec<_> = holding.filter(|(_, span)| span.covers(cut_off)).collect();
        for (bit, definition) in &definitions {
            let of = |of: fn(&Span) -> IndicatorSet| -> Vec<_> {
                let genders = holding.iter().filter(|(_, span)| of(span).contains(*bit));
                genders.map(|(gender, _)| *gender).collect()
            };
            let (counted, out) = (of(|span| span.counted), of(|span| span.left_out));
            let left_out = !out.is_empty();
            let lacks_day = activities.iter().any(|activity| is_left_out(definition, activity, cut_off));
            let counts = counts_person(definition, &activities, cut_off);
            let expected = lacks_day && !counts && definition.count == Count::Persons;
            prop_assert_eq!(left_out, expected, "left out of {:?}", definition);
            prop_assert_eq!(!counted.is_empty(), counts, "{:?}", definition);
            let gender = gender_of_person(definition, &activities, cut_off);
            let genders: Vec<_> = counted.into_iter().chain(out).collect();
            let expected: Vec<_> = (counts || expected).then_some(gender).into_iter().collect();
            prop_assert_eq!(genders, expected, "one gender column of {:?}", definition);
        }
    }

}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn facts_of_records_are_few_and_never_empty((definitions, records) in definitions_and_records()) {
        for record in &records {
            let facts = record_facts(&borrowed(&definitions), &record.activity());
            for (place, counted) in facts.iter().enumerate() {
                prop_assert!(counted.quantity > 0 && !counted.spans.is_empty());
                let again = facts[..place].iter().any(|other| {
                    (other.gender, other.quantity) == (counted.gender, counted.quantity)
                });
                prop_assert!(!again, "one fact per gender and quantity");
                for pair in counted.spans.windows(2) {
                    prop_assert!(pair[0].until.is_some_and(|until| until <= pair[1].from));
                    let same = (pair[0].counted, pair[0].left_out) == (pair[1].counted, pair[1].left_out)
                        && pair[0].until == Some(pair[1].from);
                    prop_assert!(!same, "neighbours differ");
                }
                prop_assert!(counted.spans.iter().all(|span| !span.counted.is_empty() || !span.left_out.is_empty()));
            }
        }
    }

    #[test]
    fn contradictory_definitions_count_nothing((definitions, records) in definitions_and_records()) {
        let contradictory = |definition: &Definition| {
            definition.faults().iter().any(|fault| fault.rule == DefinitionRule::CountsNothing)
        };
        let hopeless: Vec<_> =
            definitions.into_iter().filter(|(_, definition)| contradictory(definition)).collect();
        let activities: Vec<_> = records.iter().map(|record| record.activity()).collect();
        prop_assert!(person_facts(&borrowed(&hopeless), &activities).is_empty());
        for activity in &activities {
            prop_assert!(record_facts(&borrowed(&hopeless), activity).is_empty());
        }
    }
}
