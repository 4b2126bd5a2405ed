//! EECO03 under both rules, on the days where they begin to hold.

use counting::{Employment, LongTermUnemployment, Profile, Stay};

use crate::builders::{Person, day, stay_as};

struct Example {
    rule: LongTermUnemployment,
    birth_date: &'static str,
    since: &'static str,
    entered_on: &'static str,
    counts: bool,
}

fn is_counted(example: &Example) -> bool {
    let entry = Stay {
        birth_date: Some(day(example.birth_date)),
        unemployed_since: Some(day(example.since)),
        ..stay_as(Employment::Unemployed, example.entered_on)
    };
    let profile = Profile { long_term_unemployment: example.rule, ..Profile::default() };
    let person = Person::with(entry).under(profile);
    assert!(person.counts_for("EECO02"));
    person.counts_for("EECO03")
}

fn check(rule: LongTermUnemployment, examples: &[(&'static str, &'static str, &'static str, bool)]) {
    for &(birth_date, since, entered_on, counts) in examples {
        let example = Example { rule, birth_date, since, entered_on, counts };
        assert_eq!(is_counted(&example), example.counts, "{since} to {entered_on}");
    }
}

const ADULT: &str = "1985-01-01";
const YOUTH: &str = "2000-01-01";

#[test]
fn the_commission_asks_for_more_than_twelve_months_from_25_on() {
    check(
        LongTermUnemployment::Ec,
        &[
            (ADULT, "2022-05-10", "2023-05-09", false),
            (ADULT, "2022-05-10", "2023-05-10", false),
            (ADULT, "2022-05-10", "2023-05-11", true),
            (ADULT, "2023-02-28", "2024-02-28", false),
            (ADULT, "2023-02-28", "2024-02-29", true),
            (ADULT, "2020-02-29", "2021-02-28", false),
            (ADULT, "2020-02-29", "2021-03-01", true),
        ],
    );
}

#[test]
fn the_commission_asks_for_more_than_six_months_below_25() {
    check(
        LongTermUnemployment::Ec,
        &[
            (YOUTH, "2022-11-10", "2023-05-10", false),
            (YOUTH, "2022-11-10", "2023-05-11", true),
            (YOUTH, "2022-08-31", "2023-02-28", false),
            (YOUTH, "2022-08-31", "2023-03-01", true),
            ("1998-05-12", "2022-11-10", "2023-05-11", true),
            ("1998-05-11", "2022-11-10", "2023-05-11", false),
        ],
    );
}

#[test]
fn the_social_code_asks_for_twelve_months_at_any_age() {
    check(
        LongTermUnemployment::Sgb3,
        &[
            (ADULT, "2022-05-10", "2023-05-09", false),
            (ADULT, "2022-05-10", "2023-05-10", true),
            (YOUTH, "2022-11-10", "2023-05-11", false),
            (YOUTH, "2022-05-10", "2023-05-09", false),
            (YOUTH, "2022-05-10", "2023-05-10", true),
            (ADULT, "2020-02-29", "2021-02-27", false),
            (ADULT, "2020-02-29", "2021-02-28", true),
        ],
    );
}

#[test]
fn only_the_unemployed_are_long_term_unemployed() {
    for employment in [Employment::Inactive, Employment::Employed] {
        let entry = Stay { unemployed_since: Some(day("2010-01-01")), ..stay_as(employment, "2023-05-10") };
        assert!(!Person::with(entry).counts_for("EECO03"));
    }
}
