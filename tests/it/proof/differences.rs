//! A difference between two points begins and ends with the figures of these points, and its causes add up to it.

use serde_json::Value;

use super::surfaces::{Moment, Numbers};
use crate::harness::Database;

/// Checks every figure of a level between two points, whose figures are given.
pub fn check(
    database: &Database,
    level: &str,
    ((from, before), (to, after)): ((Moment<'_>, &Numbers), (Moment<'_>, &Numbers)),
) {
    let mut arguments = vec!["difference", "--period", "IQ-2023", "--by", level, "--format", "json"];
    arguments.extend(["--from-cut-off", from.cut_off, "--to-cut-off", to.cut_off]);
    arguments.extend(from.known_at.iter().flat_map(|at| ["--from-known-at", at]));
    arguments.extend(to.known_at.iter().flat_map(|at| ["--to-known-at", at]));
    let differences = database.run_command(&arguments).expect(0).json();
    let differences = differences.as_array().expect("a list");
    assert!(!differences.is_empty());
    for difference in differences {
        for (name, column) in
            [("women", "women"), ("men", "men"), ("nonBinary", "non_binary"), ("total", "total")]
        {
            let (first, second) = (difference["from"][name].as_i64(), difference["to"][name].as_i64());
            let causes = difference["causes"].as_array().expect("causes").iter();
            let changed: i64 = causes.map(|cause| cause[name].as_i64().unwrap_or_default()).sum();
            let about = format!("{name} of {difference}");
            assert_eq!(first.unwrap_or_default() + changed, second.unwrap_or_default(), "{about}");
            for (told, numbers) in [(first, before), (second, after)] {
                let told = told.and_then(|number| u64::try_from(number).ok());
                assert_eq!(told, figure(numbers, difference, column), "{about}");
            }
        }
    }
}

fn figure(numbers: &Numbers, difference: &Value, column: &str) -> Option<u64> {
    let text = |key: &str| difference[key].as_str().unwrap_or_default().to_owned();
    numbers.count(&(text("unit"), text("code"), text("regionCategory")), &text("indicator"), column)
}
