//! Rules V-21 to V-31 that hold among the figures of every unit, in the total and in every gender column.

use super::surfaces::{Line, Numbers};

/// Left-hand indicators that together must equal, or not exceed, the right-hand ones.
const RULES: &[(&str, &[&str], Relation, &[&str])] = &[
    ("V-21", &["EECO02", "EECO04", "EECO05"], Relation::Equal, &["EECO01"]),
    ("V-22", &["EECO03"], Relation::AtMost, &["EECO02"]),
    ("V-23", &["EECO09", "EECO10", "EECO11"], Relation::Equal, &["EECO01"]),
    ("V-24", &["EECO06", "EECO07", "EECO08"], Relation::AtMost, &["EECO01"]),
    ("V-25", &["EECR01"], Relation::AtMost, &["EECO04"]),
    ("V-26", &["EECR01", "EECR04"], Relation::AtMost, &["EECO02", "EECO04"]),
    ("V-27", &["EECR02"], Relation::AtMost, &["EECO01"]),
    ("V-27", &["EECR03"], Relation::AtMost, &["EECO01"]),
    ("V-28", &["EECR05"], Relation::AtMost, &["EECO02", "EECO04"]),
    ("V-28", &["EECR06"], Relation::AtMost, &["EECO05"]),
    ("V-31", &["EECO12"], Relation::AtMost, &["EECO01"]),
    ("V-31", &["EECO13"], Relation::AtMost, &["EECO01"]),
    ("V-31", &["EECO14"], Relation::AtMost, &["EECO01"]),
    ("V-31", &["EECO15"], Relation::AtMost, &["EECO01"]),
    ("V-31", &["EECO16"], Relation::AtMost, &["EECO01"]),
    ("V-31", &["EECO17"], Relation::AtMost, &["EECO01"]),
];

enum Relation {
    Equal,
    AtMost,
}

/// Checks every rule in every unit and column.
pub fn check(numbers: &Numbers, about: &str) {
    for unit in numbers.units() {
        for (rule, left, relation, right) in RULES {
            for column in Line::COUNTS {
                let sum = |codes: &[&str]| -> u64 {
                    codes.iter().map(|code| numbers.count(&unit, code, column).unwrap_or_default()).sum()
                };
                let (left, right) = (sum(left), sum(right));
                let holds = match relation {
                    Relation::Equal => left == right,
                    Relation::AtMost => left <= right,
                };
                assert!(holds, "{about}: {rule} in {unit:?}, column {column}: {left} and {right}");
            }
        }
        for line in numbers.lines(&unit).filter(|line| line.women.is_some()) {
            let genders = [line.women, line.men, line.non_binary].into_iter().flatten().sum::<u64>();
            assert_eq!(Some(genders), line.total, "{about}: V-29 in {unit:?}");
        }
    }
}
