//! Annex I, point 1.2: characteristics that may stay unanswered.

use counting::{Answer, Country, Degurba, Stay};

use crate::builders::{Person, day, stay};

fn with_citizenships(codes: &[&str]) -> Stay {
    let country = |code: &&str| code.parse().expect("a country code");
    Stay { citizenships: codes.iter().map(country).collect(), ..stay("2023-05-10") }
}

#[test]
fn third_country_nationals_have_no_citizenship_of_the_union() {
    for (citizenships, counts) in [
        (&["SY"][..], true),
        (&["GB"], true),
        (&["CH"], true),
        (&["NO"], true),
        (&["IS"], true),
        (&["LI"], true),
        (&["XK"], true),
        (&["XX"], true),
        (&["SY", "TR"], true),
        (&["DE"], false),
        (&["HR"], false),
        (&["SY", "DE"], false),
        (&["XX", "FR"], false),
        (&[], false),
    ] {
        let person = Person::with(with_citizenships(citizenships));
        assert_eq!(person.counts_for("EECO13"), counts, "{citizenships:?}");
    }
}

#[test]
fn the_union_has_27_members() {
    assert_eq!(Country::all().filter(|state| state.is_union_member()).count(), 27);
}

#[test]
fn only_a_yes_counts() {
    type Ask = fn(&mut Stay) -> &mut Option<Answer>;
    let questions: [(&str, Ask); 4] = [
        ("EECO12", |stay| &mut stay.disability),
        ("EECO14", |stay| &mut stay.foreign_background),
        ("EECO15", |stay| &mut stay.minority),
        ("EECO16", |stay| &mut stay.housing_exclusion),
    ];
    for (code, ask) in questions {
        for (answer, counts) in [
            (Some(Answer::Yes), true),
            (Some(Answer::No), false),
            (Some(Answer::Refused), false),
            (None, false),
        ] {
            let mut entry = stay("2023-05-10");
            *ask(&mut entry) = answer;
            let person = Person::with(entry);
            assert_eq!(person.counts_for(code), counts, "{code} {answer:?}");
            assert!(person.counts_for("EECO01"), "{code} never blocks the record");
        }
    }
}

#[test]
fn rural_areas_are_thinly_populated() {
    for (degurba, counts) in [
        (Some(Degurba::Cities), false),
        (Some(Degurba::TownsAndSuburbs), false),
        (Some(Degurba::RuralAreas), true),
        (None, false),
    ] {
        let person = Person::with(Stay { degurba, ..stay("2023-05-10") });
        assert_eq!(person.counts_for("EECO17"), counts);
    }
}

#[test]
fn a_target_group_counts_every_participant_whatever_was_answered() {
    let german = Stay { foreign_background: Some(Answer::Refused), ..with_citizenships(&["DE"]) };
    let person = Person::with(german).in_operation_for(&["EECO13", "EECO14"]);
    assert_eq!(person.counted_at("2023-05-10"), ["EECO01", "EECO04", "EECO10", "EECO13", "EECO14"]);
}

#[test]
fn a_target_group_counts_nobody_for_anything_outside_point_1_2() {
    let person = Person::with(stay("2023-05-10")).in_operation_for(&["EECO02", "EECO18", "EECR03"]);
    assert_eq!(person.counted_at("2023-12-31"), ["EECO01", "EECO04", "EECO10"]);
}

#[test]
fn a_target_group_does_not_mend_an_incomplete_record() {
    let entry = Stay { isced: None, ..stay("2023-05-10") };
    let person = Person::with(entry).in_operation_for(&["EECO13"]);
    assert!(person.counted_at("2023-12-31").is_empty());
    assert!(person.left_out_at("2023-12-31").contains(&"EECO13"));
    assert_eq!(person.facts().spans[0].from, day("2023-05-10"));
}
