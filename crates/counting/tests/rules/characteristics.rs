//! Annex I, point 1.1: entry, age, status, education.

use counting::{Employment, Gender, Isced, Stay, completed_years};

use crate::builders::{Person, day, stay, stay_as};

#[test]
fn a_participant_counts_from_the_day_of_entry() {
    let person = Person::with(stay("2023-05-10"));
    assert!(person.counted_at("2023-05-09").is_empty());
    assert_eq!(person.counted_at("2023-05-10"), ["EECO01", "EECO04", "EECO10"]);
    assert_eq!(person.counted_at("2030-01-31"), ["EECO01", "EECO04", "EECO10"]);
}

#[test]
fn a_participant_counts_in_the_column_of_the_recorded_gender() {
    for gender in [Gender::Female, Gender::Male, Gender::NonBinary] {
        let entry = Stay { gender: Some(gender), ..stay("2023-05-10") };
        let facts = Person::with(entry).facts();
        assert_eq!(facts.gender, Some(gender));
        assert!(facts.missing.is_empty());
    }
}

#[test]
fn each_status_has_its_indicator() {
    for (employment, expected) in [
        (Employment::Unemployed, "EECO02"),
        (Employment::Inactive, "EECO04"),
        (Employment::Employed, "EECO05"),
    ] {
        let person = Person::with(stay_as(employment, "2023-05-10"));
        assert_eq!(person.counted_at("2023-05-10"), ["EECO01", expected, "EECO10"]);
    }
}

#[test]
fn age_bands_begin_and_end_with_the_birthday() {
    let entered_on = "2023-05-10";
    for (birth_date, expected) in [
        ("2023-05-10", Some("EECO06")),
        ("2005-05-11", Some("EECO06")),
        ("2005-05-10", Some("EECO07")),
        ("1993-05-11", Some("EECO07")),
        ("1993-05-10", None),
        ("1968-05-11", None),
        ("1968-05-10", Some("EECO08")),
        ("1923-05-10", Some("EECO08")),
    ] {
        let birth_date = Some(day(birth_date));
        let person = Person::with(Stay { birth_date, ..stay(entered_on) });
        let bands: Vec<_> =
            ["EECO06", "EECO07", "EECO08"].into_iter().filter(|code| person.counts_for(code)).collect();
        assert_eq!(bands, Vec::from_iter(expected), "entered {entered_on}");
    }
}

#[test]
fn a_leap_day_birthday_falls_on_the_first_of_march_in_common_years() {
    let leap_day = day("2004-02-29");
    for (on, years) in [
        ("2004-02-28", 0),
        ("2004-02-29", 0),
        ("2005-02-28", 0),
        ("2005-03-01", 1),
        ("2022-02-28", 17),
        ("2022-03-01", 18),
        ("2024-02-28", 19),
        ("2024-02-29", 20),
    ] {
        assert_eq!(completed_years(leap_day, day(on)), years, "on {on}");
    }
}

#[test]
fn each_level_of_education_has_its_indicator() {
    for (level, expected) in [
        (0, "EECO09"),
        (1, "EECO09"),
        (2, "EECO09"),
        (3, "EECO10"),
        (4, "EECO10"),
        (5, "EECO11"),
        (6, "EECO11"),
        (7, "EECO11"),
        (8, "EECO11"),
    ] {
        let isced = Isced::from_level(level);
        let person = Person::with(Stay { isced, ..stay("2023-05-10") });
        assert_eq!(person.counted_at("2023-05-10"), ["EECO01", "EECO04", expected]);
    }
}
