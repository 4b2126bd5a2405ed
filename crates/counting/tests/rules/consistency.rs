//! The checks between figures, V-21 to V-28 and V-31. A figure is a sum over cases, so what holds
//! for every case at every cut-off holds for every total and every gender column.

use chrono::NaiveDate;
use counting::{IndicatorSet, Stay};
use proptest::prelude::*;

use crate::builders::{Person, set_of};
use crate::generated::person;

/// One case in one figure: 1 or 0.
fn figure(counted: IndicatorSet, code: &str) -> u8 {
    let member = set_of(&[code], &counting::ESF_PLUS);
    u8::from(counted.union(member) == counted)
}

fn has_left(person: &Person, cut_off: NaiveDate) -> bool {
    let gone = |stay: &&Stay| stay.left_on.is_some_and(|left_on| left_on <= cut_off);
    let mut stays =
        (person.stays.iter()).filter(|stay| person.profile.admits(stay) && stay.entered_on <= cut_off);
    stays.all(|stay| gone(&stay))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1024) })]

    #[test]
    fn figures_agree_with_each_other(person in person()) {
        for span in person.facts().spans {
            let n = |code: &str| figure(span.counted, code);
            let out_of_work = n("EECO02") + n("EECO04");
            prop_assert_eq!(n("EECO01"), out_of_work + n("EECO05"), "V-21");
            prop_assert!(n("EECO03") <= n("EECO02"), "V-22");
            prop_assert_eq!(n("EECO09") + n("EECO10") + n("EECO11"), n("EECO01"), "V-23");
            prop_assert!(n("EECO06") + n("EECO07") + n("EECO08") <= n("EECO01"), "V-24");
            prop_assert!(n("EECR01") <= n("EECO04"), "V-25");
            prop_assert!(n("EECR01") + n("EECR04") <= out_of_work, "V-26");
            prop_assert!(n("EECR05") <= out_of_work, "V-28");
            prop_assert!(n("EECR06") <= n("EECO05"), "V-28");
            let leavers = u8::from(has_left(&person, span.from)).min(n("EECO01"));
            for code in ["EECR01", "EECR02", "EECR03", "EECR04"] {
                prop_assert!(n(code) <= leavers, "V-27 {}", code);
            }
            for code in ["EECO12", "EECO13", "EECO14", "EECO15", "EECO16", "EECO17"] {
                prop_assert!(n(code) <= n("EECO01"), "V-31 {}", code);
            }
        }
    }
}
