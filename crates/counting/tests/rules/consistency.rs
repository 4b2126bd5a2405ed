//! The figures of generated cases keep every rule between figures, V-21 to V-29 and V-31, and nobody
//! has a result who has not left (V-27).

use chrono::NaiveDate;
use counting::plausibility::{Columns, check_figures};
use counting::{ESF_2014, ESF_PLUS, Facts, Gender, Rulebook, Stay};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::builders::{Person, counted};
use crate::generated::{nth_day, person};

/// The figure of an indicator over some cases.
fn figure(cases: &[Facts], rulebook: &Rulebook, cut_off: NaiveDate, code: &str) -> Columns {
    let bit = rulebook.by_code(code).expect("a code of the rulebook").bit;
    let mut columns = Columns::default();
    for facts in cases {
        let counts = u64::from(counted(facts, cut_off).contains(bit));
        columns.total += counts;
        match facts.gender.filter(|gender| rulebook.genders.contains(gender)) {
            Some(Gender::Female) => columns.women += counts,
            Some(Gender::Male) => columns.men += counts,
            Some(Gender::NonBinary) => columns.non_binary += counts,
            Some(Gender::NotStated) | None => {}
        }
    }
    columns
}

fn has_left(person: &Person, cut_off: NaiveDate) -> bool {
    let gone = |stay: &&Stay| stay.left_on.is_some_and(|left_on| left_on <= cut_off);
    let mut stays =
        (person.stays.iter()).filter(|stay| person.profile.admits(stay) && stay.entered_on <= cut_off);
    stays.all(|stay| gone(&stay))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn figures_agree_with_each_other(
        people in vec(person(), 1..6),
        rulebook in select(vec![&ESF_PLUS, &ESF_2014]),
        number in 0i64..480,
    ) {
        let profile = people[0].profile;
        let cases: Vec<_> =
            people.into_iter().map(|person| person.counted_by(rulebook).under(profile).facts()).collect();
        let violations = check_figures(rulebook, &|code| figure(&cases, rulebook, nth_day(number), code));
        prop_assert!(violations.is_empty(), "{:?}", violations);
    }

    #[test]
    fn nobody_has_a_result_before_leaving(person in person()) {
        for span in person.facts().spans {
            let results = person.rulebook.members(span.counted).any(|indicator| indicator.is_result());
            prop_assert!(!results || has_left(&person, span.from));
        }
    }
}
