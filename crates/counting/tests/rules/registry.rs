//! The registry of indicators.

use counting::{ESF_PLUS, Group, IndicatorSet, Unit, rulebook};

#[test]
fn the_rulebook_has_the_indicators_of_annex_i_in_their_order() {
    let codes: Vec<_> = ESF_PLUS.indicators.iter().map(|indicator| indicator.code).collect();
    let outputs = (1..=19).map(|number| format!("EECO{number:02}"));
    let results = (1..=6).map(|number| format!("EECR{number:02}"));
    assert_eq!(codes, outputs.chain(results).collect::<Vec<_>>());
}

#[test]
fn bits_follow_the_order_and_are_never_shared() {
    let bits: Vec<_> = ESF_PLUS.indicators.iter().map(|indicator| indicator.bit).collect();
    assert_eq!(bits, (0..25).collect::<Vec<u8>>());
}

#[test]
fn groups_say_who_is_counted_and_how() {
    for (group, codes, unit, is_result) in [
        (Group::Participants, "EECO01 EECO11", Unit::Persons, false),
        (Group::ParticipantsVoluntary, "EECO12 EECO17", Unit::Persons, false),
        (Group::Entities, "EECO18 EECO19", Unit::Entities, false),
        (Group::ImmediateResults, "EECR01 EECR04", Unit::Persons, true),
        (Group::LongerTermResults, "EECR05 EECR06", Unit::Persons, true),
    ] {
        for code in codes.split(' ') {
            let indicator = ESF_PLUS.by_code(code).expect("a code of the rulebook");
            assert_eq!(indicator.group, group, "{code}");
            assert_eq!(indicator.unit(), unit, "{code}");
            assert_eq!(indicator.is_result(), is_result, "{code}");
            assert_eq!(indicator.is_personal(), unit == Unit::Persons, "{code}");
        }
    }
}

#[test]
fn every_indicator_has_its_texts() {
    for indicator in ESF_PLUS.indicators {
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
