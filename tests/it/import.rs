//! `migranet import` and `migranet export`: records in and out, by file.

use serde_json::Value;

use crate::harness::{Backend, Database, Outcome, Row, csv, on_each_database, participation};

/// How many rows went in, were changed, were the same, were held back.
fn counts(outcome: &Outcome) -> [u64; 4] {
    let json = outcome.json();
    ["inserted", "changed", "unchanged", "held_back"].map(|key| json[key].as_u64().expect(key))
}

fn findings(outcome: &Outcome) -> Vec<Value> {
    outcome.json()["findings"].as_array().expect("a list of findings").clone()
}

fn three_people() -> Vec<Row> {
    ["P-1", "P-2", "P-3"].map(|reference| participation(reference, "SP-1")).to_vec()
}

fn total(database: &Database) -> u64 {
    let figures = database.run_command(&[
        "figures",
        "--period",
        "IQ-2023",
        "--cut-off",
        "2024-12-31",
        "--indicator",
        "EECO01",
        "--format",
        "json",
    ]);
    let figures = figures.expect(0).json();
    figures.as_array().expect("a list").iter().filter_map(|figure| figure["total"].as_u64()).sum()
}

on_each_database! {
    async fn the_same_file_again_changes_nothing(backend) {
        let database = backend.migrated().await.with_network();
        let file = csv(&three_people());

        let first = database.import("participations", &file).expect(0);
        let second = database.import("participations", &file).expect(0);

        assert_eq!(counts(&first), [3, 0, 0, 0]);
        assert_eq!(counts(&second), [0, 0, 3, 0]);
        assert_eq!(total(&database), 3);
    }

    async fn a_changed_row_is_a_correction(backend) {
        let database = backend.migrated().await.with_network().with_participations(&three_people());
        let mut rows = three_people();
        rows[1] = rows[1].clone().with("gender", "male");

        let outcome = database.import("participations", &csv(&rows)).expect(0);

        assert_eq!(counts(&outcome), [0, 1, 2, 0]);
        let again = database.import("participations", &csv(&rows)).expect(0);
        assert_eq!(counts(&again), [0, 0, 3, 0]);
    }

    async fn a_dry_run_tells_the_truth_and_keeps_nothing(backend) {
        let database = backend.migrated().await.with_network().with_participations(&three_people());
        let rows = [
            participation("P-1", "SP-1"),
            participation("P-2", "SP-1").with("isced", "5"),
            participation("P-4", "SP-2"),
            participation("P-5", "SP-2").with("entered_on", "gestern"),
        ];
        database.file("participations.csv", csv(&rows));
        let arguments = ["import", "participations.csv", "--format", "json", "--dry-run"];

        let predicted = database.run_command(&arguments).expect(1);
        let kept = total(&database);
        let happened = database.run_command(&arguments[..4]).expect(1);

        assert_eq!(kept, 3);
        assert_eq!(counts(&predicted), [1, 1, 1, 1]);
        assert_eq!(counts(&happened), counts(&predicted));
        assert_eq!(findings(&happened), findings(&predicted));
    }

    async fn an_export_brings_in_nothing_new(backend) {
        let database = backend.migrated().await.with_network().with_participations(&three_people());
        for kind in ["organisations", "sub_projects", "participations"] {
            let exported = database.run_command(&["export", kind, "--period", "IQ-2023"]).expect(0);
            let rows = exported.stdout.lines().count() as u64 - 1;

            let outcome = database.import(kind, &exported.stdout).expect(0);

            assert!(rows > 0, "{kind}");
            assert_eq!(counts(&outcome), [0, 0, rows, 0], "{kind}");
        }
    }
}

#[tokio::test]
async fn the_exit_status_says_what_became_of_the_rows() {
    let good = participation("P-1", "SP-1");
    let bad = participation("P-2", "SP-1").with("gender", "unbekannt");
    let cases: [(&str, &str, String, i32); 6] = [
        ("all rows in", "participations.csv", csv(std::slice::from_ref(&good)), 0),
        ("some held back", "participations.csv", csv(&[good.clone(), bad.clone()]), 1),
        ("all held back", "participations.csv", csv(&[bad]), 1),
        (
            "a required column missing",
            "participations.csv",
            "participant,entered_on\nP-1,2023-05-10\n".into(),
            2,
        ),
        ("an unknown kind", "something.csv", csv(&[good]), 2),
        ("no table", "participations.xlsx", "not a workbook".into(), 2),
    ];
    for (name, file, contents, status) in cases {
        let database = Backend::Sqlite.migrated().await.with_network();
        database.file(file, contents);

        let outcome = database.run_command(&["import", file]);

        assert_eq!(outcome.status, Some(status), "{name}: {outcome:?}");
        assert_eq!(total(&database), u64::from(status < 2 && name != "all held back"), "{name}");
    }
}

#[tokio::test]
async fn every_mistake_of_every_row_is_found_in_one_run() {
    let database = Backend::Sqlite.migrated().await.with_network();
    let rows = [
        participation("P-1", "SP-1").with("entered_on", "2023-13-45").with("isced", "11"),
        participation("P-2", "NO-SUCH"),
        participation("P-3", "SP-1").with("left_on", "2023-01-01"),
    ];

    let outcome = database.import("participations", &csv(&rows)).expect(1);

    assert_eq!(counts(&outcome), [0, 0, 0, 3]);
    let places: Vec<_> = findings(&outcome)
        .iter()
        .filter(|finding| finding["severity"] == "E")
        .map(|finding| (finding["row"].as_u64(), finding["column"].as_str().unwrap_or_default().to_owned()))
        .collect();
    for expected in [(2, "entered_on"), (2, "isced"), (3, "sub_project"), (4, "left_on")] {
        assert!(
            places.contains(&(Some(expected.0), expected.1.to_owned())),
            "{expected:?} is not in {places:?}"
        );
    }
}

#[tokio::test]
async fn a_finding_says_what_where_why_and_how_to_mend_it() {
    let database = Backend::Sqlite.migrated().await.with_network();
    let rows = [participation("P-1", "SP-1").with("gender", "unbekannt")];

    let outcome = database.import("participations", &csv(&rows)).expect(1);

    let found = findings(&outcome);
    let finding = found.iter().find(|finding| finding["severity"] == "E").expect("an error");
    assert_eq!(finding["file"], "participations.csv");
    assert_eq!(finding["row"], 2);
    assert_eq!(finding["column"], "gender");
    assert_eq!(finding["value"], "unbekannt");
    assert_eq!(finding["severity"], "E");
    for text in [&finding["message"], &finding["remedy"]] {
        for language in ["de", "en"] {
            let words = text[language].as_str().expect("words");
            assert!(words.contains(' '), "{words} is a key and not a sentence");
        }
    }
}

#[tokio::test]
async fn german_spreadsheets_are_read_as_they_come() {
    let database = Backend::Sqlite.migrated().await.with_network();
    let contents = "\u{feff}participant;sub_project;entered_on;gender;in_education;citizenships\r\n\
                    P-1;SP-1;10.05.2023;female;nein;UA|SY\r\n";

    let outcome = database.import("participations", contents).expect(0);

    assert_eq!(counts(&outcome), [1, 0, 0, 0]);
    let exported = database.run_command(&["export", "participations", "--period", "IQ-2023"]).expect(0);
    assert!(exported.stdout.contains("2023-05-10"), "{}", exported.stdout);
}
