//! The registry of indicators.

use std::ops::RangeInclusive;

use counting::{ACTIVITIES, ESF_2014, ESF_PLUS, Group, IndicatorSet, Rulebook, Unit, rulebook};

fn codes(rulebook: &Rulebook) -> Vec<&'static str> {
    rulebook.indicators.iter().map(|indicator| indicator.code).collect()
}

#[test]
fn the_rulebooks_have_the_indicators_of_their_annex_in_its_order() {
    let numbered = |prefix: &'static str, numbers: RangeInclusive<u8>| {
        numbers.map(move |number| format!("{prefix}{number:02}"))
    };
    let plus: Vec<_> = numbered("EECO", 1..=19).chain(numbered("EECR", 1..=6)).collect();
    assert_eq!(codes(&ESF_PLUS), plus);
    let totals = ["CO_TOTAL", "CO_GRAND_TOTAL"].map(str::to_owned);
    let before: Vec<_> = (numbered("CO", 1..=19).chain(totals))
        .chain(numbered("CO", 20..=23))
        .chain(numbered("CR", 1..=9))
        .collect();
    assert_eq!(codes(&ESF_2014), before);
}

#[test]
fn bits_are_never_shared_and_never_move() {
    let bits = |rulebook: &Rulebook| -> Vec<(u8, &str)> {
        let mut bits: Vec<_> =
            rulebook.indicators.iter().map(|indicator| (indicator.bit, indicator.code)).collect();
        bits.sort_unstable();
        bits
    };
    for (rulebook, length, given_up) in
        [(&ESF_PLUS, 25, &[][..]), (&ESF_2014, 34, &[]), (&ACTIVITIES, 49, &[39])]
    {
        let places: Vec<_> = bits(rulebook).into_iter().map(|(bit, _)| bit).collect();
        let expected: Vec<u8> = (0..length).filter(|bit| !given_up.contains(bit)).collect();
        assert_eq!(places, expected, "{}", rulebook.code);
    }
    let plus: Vec<_> = bits(&ESF_PLUS).into_iter().map(|(_, code)| code).collect();
    assert_eq!(plus, codes(&ESF_PLUS));
    let before = bits(&ESF_2014);
    for place in
        [(0, "CO01"), (22, "CO23"), (23, "CO_TOTAL"), (24, "CO_GRAND_TOTAL"), (25, "CR01"), (33, "CR09")]
    {
        assert!(before.contains(&place), "{place:?}");
    }
    let own = bits(&ACTIVITIES);
    for place in [
        (0, "CONTACTS"),
        (3, "CONSULTED_PERSONS"),
        (22, "ENTRIES"),
        (26, "PLANS_COMPLETED"),
        (47, "TRAINERS"),
    ] {
        assert!(own.contains(&place), "{place:?}");
    }
}

#[test]
fn groups_say_who_is_counted_and_how() {
    for (rulebook, group, codes, unit, is_result) in [
        (&ESF_PLUS, Group::Participants, "EECO01 EECO11", Unit::Persons, false),
        (&ESF_PLUS, Group::ParticipantsVoluntary, "EECO12 EECO17", Unit::Persons, false),
        (&ESF_PLUS, Group::Entities, "EECO18 EECO19", Unit::Entities, false),
        (&ESF_PLUS, Group::ImmediateResults, "EECR01 EECR04", Unit::Persons, true),
        (&ESF_PLUS, Group::LongerTermResults, "EECR05 EECR06", Unit::Persons, true),
        (&ESF_2014, Group::Participants, "CO01 CO14 CO_TOTAL", Unit::Persons, false),
        (&ESF_2014, Group::ParticipantsVoluntary, "CO15 CO19", Unit::Persons, false),
        (&ESF_2014, Group::GrandTotal, "CO_GRAND_TOTAL", Unit::Persons, false),
        (&ESF_2014, Group::Projects, "CO20 CO22", Unit::Projects, false),
        (&ESF_2014, Group::Entities, "CO23", Unit::Entities, false),
        (&ESF_2014, Group::ImmediateResults, "CR01 CR05", Unit::Persons, true),
        (&ESF_2014, Group::LongerTermResults, "CR06 CR09", Unit::Persons, true),
        (&ACTIVITIES, Group::Activities, "CONTACTS CONTACTS_EMAIL", Unit::Contacts, false),
        (&ACTIVITIES, Group::Activities, "TRAINING_MINUTES", Unit::Minutes, false),
    ] {
        for code in codes.split(' ') {
            let indicator = rulebook.by_code(code).expect("a code of the rulebook");
            assert_eq!(indicator.group, group, "{code}");
            assert_eq!(indicator.unit(), unit, "{code}");
            assert_eq!(indicator.is_result(), is_result, "{code}");
            assert_eq!(indicator.is_personal(), unit.has_genders(), "{code}");
            assert_eq!(indicator.definition().is_some(), group == Group::Activities, "{code}");
        }
    }
}

#[test]
fn people_contacts_entries_and_attendances_have_genders() {
    let with: Vec<_> = Unit::ALL.into_iter().filter(|unit| unit.has_genders()).collect();
    assert_eq!(with, [Unit::Persons, Unit::Contacts, Unit::Entries, Unit::Attendances]);
}

#[test]
fn every_indicator_has_its_texts() {
    for indicator in [&ESF_PLUS, &ESF_2014, &ACTIVITIES].into_iter().flat_map(|rulebook| rulebook.indicators)
    {
        for text in [
            indicator.name_de,
            indicator.name_en,
            indicator.definition_de,
            indicator.definition_en,
            indicator.eligible_de,
            indicator.eligible_en,
            indicator.reference_de,
            indicator.reference_en,
            indicator.legal_source,
        ] {
            assert!(!text.is_empty(), "{}", indicator.code);
        }
        assert_eq!(indicator.version, 1, "{}", indicator.code);
    }
}

#[test]
fn rulebooks_and_indicators_are_found_by_code() {
    assert_eq!(rulebook("ESF_PLUS_2021").map(|found| found.code), Some("ESF_PLUS_2021"));
    assert_eq!(rulebook("ESF_2014").map(|found| found.name), Some("ESF 2014-2020"));
    assert!(rulebook("ESF_2007").is_none());
    assert!(ESF_PLUS.by_code("EECO20").is_none());
}

#[test]
fn a_set_is_a_number_with_a_digit_per_indicator() {
    let mut set = IndicatorSet::EMPTY;
    assert!(set.is_empty());
    set.insert(0);
    set.insert(24);
    assert_eq!(set.bits(), 1 << 24 | 1);
    assert_eq!(IndicatorSet::from_bits(set.bits()), set);
    assert_eq!(set.iter().collect::<Vec<_>>(), [0, 24]);
    assert!(set.contains(24) && !set.contains(23));
    let other: IndicatorSet = [1, 63].into_iter().collect();
    assert_eq!(set.union(other).iter().collect::<Vec<_>>(), [0, 1, 24, 63]);
    let codes: Vec<_> = ESF_PLUS.members(set).map(|indicator| indicator.code).collect();
    assert_eq!(codes, ["EECO01", "EECR06"]);
}
