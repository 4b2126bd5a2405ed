//! Whoever is left out of some figure stands on the worklist as incomplete, and nobody else.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::harness::Database;

/// What is missing, by sub-project and person.
type Missing = BTreeMap<(String, String), BTreeSet<String>>;

/// Checks that both lists are the same at a cut-off.
pub fn check(database: &Database, cut_off: &str, about: &str) {
    let listed = listed(database, cut_off);
    assert!(!listed.is_empty(), "{about}: nobody is left out");
    let mut all = Missing::new();
    for ((indicator, sub_project), people) in left_out(database, cut_off) {
        for (person, missing) in people {
            let known = listed.get(&(sub_project.clone(), person.clone()));
            assert!(
                known.is_some_and(|known| missing.is_subset(known)),
                "{about}: {person} is left out of {indicator} in {sub_project} for {missing:?}, listed: {known:?}"
            );
            all.entry((sub_project.clone(), person)).or_default().extend(missing);
        }
    }
    assert_eq!(all, listed, "{about}");
}

/// Those on the worklist.
fn listed(database: &Database, cut_off: &str) -> Missing {
    let question = ["worklist", "--period", "IQ-2023", "--format", "json", "--cut-off", cut_off];
    let items = database.run_command(&question).expect(0).json();
    let incomplete = items.as_array().expect("a list").iter().filter(|item| item["reason"] == "incomplete");
    incomplete.map(|item| ((text(&item["subProject"]), text(&item["reference"])), missing(item))).collect()
}

type ByFigure = BTreeMap<(String, String), BTreeMap<String, BTreeSet<String>>>;

/// Those left out, by indicator and sub-project: every one of them is counted by the figure, too.
fn left_out(database: &Database, cut_off: &str) -> ByFigure {
    let question = ["figures", "--period", "IQ-2023", "--by", "sub-project", "--format", "json"];
    let question = [&question[..], &["--kind", "law,programme,activities", "--cut-off", cut_off]].concat();
    let cases = database.run_command(&[&question[..], &["--cases"]].concat()).expect(0).json();
    let mut all = ByFigure::new();
    let mut number: BTreeMap<(String, String), u64> = BTreeMap::new();
    for case in cases.as_array().expect("a list").iter().filter(|case| case["counted"] == false) {
        let reference = text(&case["reference"]);
        let person = reference.split('/').next().unwrap_or_default().to_owned();
        let figure = (text(&case["indicator"]), text(&case["subProject"]));
        *number.entry(figure.clone()).or_default() += 1;
        all.entry(figure).or_default().entry(person).or_default().extend(missing(case));
    }
    for figure in database.run_command(&question).expect(0).json().as_array().expect("a list") {
        let listed = number.get(&(text(&figure["indicator"]), text(&figure["code"]))).copied();
        assert_eq!(figure["excluded"].as_u64(), Some(listed.unwrap_or_default()), "{figure}");
    }
    all
}

fn missing(row: &Value) -> BTreeSet<String> {
    row["missing"].as_array().expect("fields").iter().map(text).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
