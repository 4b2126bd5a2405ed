//! `migranet withdraw`: records taken back, with their reason, and figures that follow.

use serde_json::{Value, json};

use crate::harness::{Backend, Database, Outcome, csv, on_each_database, participation};

fn withdraw(database: &Database, kind: &str, contents: &str) -> Outcome {
    let name = format!("{kind}.csv");
    database.file(&name, contents);
    database.run_command(&["withdraw", &name, "--reason", "doppelt erfasst", "--format", "json"])
}

/// How many were withdrawn and held back.
fn counts(outcome: &Outcome) -> [u64; 2] {
    let json = outcome.json();
    ["withdrawn", "held_back"].map(|key| json[key].as_u64().expect(key))
}

fn rules(outcome: &Outcome) -> Vec<String> {
    let json = outcome.json();
    let findings = json["findings"].as_array().expect("a list");
    findings.iter().map(|finding| finding["rule"].as_str().unwrap_or_default().to_owned()).collect()
}

fn total(database: &Database, indicator: &str, known_at: Option<&str>) -> u64 {
    let mut arguments = vec!["figures", "--period", "IQ-2023", "--cut-off", "2024-12-31"];
    arguments.extend(["--indicator", indicator, "--format", "json"]);
    arguments.extend(known_at.into_iter().flat_map(|at| ["--known-at", at]));
    let figures = database.run_command(&arguments).expect(0).json();
    figures.as_array().expect("a list").iter().filter_map(|figure| figure["total"].as_u64()).sum()
}

const PARTICIPATION: &str = "participant,sub_project,entered_on\nP-1,SP-1,2023-05-10\n";

/// Records of every kind that can be withdrawn: kind, file, and a file that names the first row only by its key.
const RECORDS: [(&str, &str, &str); 9] = [
    (
        "outcomes",
        "participant,sub_project,occurred_on,kind\nP-1,SP-1,2023-06-01,qualification\n",
        "participant,sub_project,occurred_on,kind\nP-1,SP-1,2023-06-01,qualification\n",
    ),
    (
        "follow_ups",
        "participant,sub_project,surveyed_on,employment,result\nP-1,SP-1,2023-12-05,employed,answered\n",
        "participant,sub_project,surveyed_on\nP-1,SP-1,2023-12-05\n",
    ),
    ("participations", "", PARTICIPATION),
    (
        "supported_entities",
        "entity,sub_project,supported_on,kind\nU-1,SP-1,2023-05-10,micro_enterprise\n",
        "entity,sub_project\nU-1,SP-1\n",
    ),
    ("trainers", "code,sub_project\nT-1,SP-1\n", "code\nT-1\n"),
    ("consultations", "ref,sub_project,held_on,contact\nB-1,SP-1,2023-05-10,first\n", "ref\nB-1\n"),
    ("trainings", "ref,sub_project,held_on,audience\nS-1,SP-1,2023-05-10,sme\n", "ref\nS-1\n"),
    ("qualification_plans", "ref,participant,sub_project,agreed_on\nQ-1,P-1,SP-1,2023-06-01\n", "ref\nQ-1\n"),
    (
        "targets",
        "period,indicator,value,sub_project,kind,year\nIQ-2023,EECO01,5,SP-1,per_year,2024\n",
        "period,indicator,sub_project,kind,year\nIQ-2023,EECO01,SP-1,per_year,2024\n",
    ),
];

async fn filled(backend: Backend) -> Database {
    let left = participation("P-1", "SP-1").with("left_on", "2023-06-01");
    let database = backend.migrated().await.with_network().with_participations(&[left]);
    for (kind, file, _) in RECORDS.into_iter().filter(|(_, file, _)| !file.is_empty()) {
        database.import(kind, file).expect(0);
    }
    database
}

on_each_database! {
    async fn each_kind_can_be_withdrawn_once_and_brought_again(backend) {
        let database = filled(backend).await;
        for (kind, _, key) in RECORDS {
            let before = database.run_command(&["export", kind, "--period", "IQ-2023"]).expect(0).stdout;

            let first = withdraw(&database, kind, key).expect(0);
            let again = withdraw(&database, kind, key).expect(1);
            let after = database.run_command(&["export", kind, "--period", "IQ-2023"]).expect(0).stdout;

            assert_eq!((counts(&first), rules(&first)), ([1, 0], vec![]), "{kind}");
            assert_eq!((counts(&again), rules(&again)), ([0, 1], vec!["I-23".to_owned()]), "{kind}");
            assert_eq!((before.lines().count(), after.lines().count()), (2, 1), "{kind}");
            if kind == "participations" {
                let whole = csv(&[participation("P-1", "SP-1").with("left_on", "2023-06-01")]);
                database.import(kind, &whole).expect(0);
            }
        }
        for (kind, file, _) in RECORDS.into_iter().filter(|(_, file, _)| !file.is_empty()) {
            let outcome = database.import(kind, file).expect(0);
            assert_eq!(outcome.json()["inserted"], 1, "{kind}");
        }
        assert_eq!(database.run_command(&["audit", "verify"]).status, Some(0));
    }

    async fn figures_follow_and_what_was_known_stays_known(backend) {
        let database = filled(backend).await;
        let figures = |at| ["EECO01", "EECR03", "EECO19"].map(|indicator| total(&database, indicator, at));
        let whole = figures(None);
        let before = database.run_command(&["audit", "list", "--limit", "1", "--format", "json"]).expect(0).json();
        let known_at = before[0]["at"].as_str().unwrap_or_else(|| panic!("{before}")).to_owned();

        withdraw(&database, "outcomes", RECORDS[0].2).expect(0);
        let without_outcome = figures(None);
        withdraw(&database, "participations", PARTICIPATION).expect(0);
        let without_person = figures(None);
        withdraw(&database, "supported_entities", RECORDS[3].2).expect(0);
        let without_entity = figures(None);

        assert_eq!(whole, [1, 1, 1]);
        assert_eq!(without_outcome, [1, 0, 1]);
        assert_eq!(without_person, [0, 0, 1]);
        assert_eq!(without_entity, [0, 0, 0]);
        assert_eq!(figures(Some(&known_at)), [1, 1, 1]);
    }
}

#[tokio::test]
async fn a_dry_run_tells_the_truth_and_keeps_everything() {
    let database = filled(Backend::Sqlite).await;
    database.file("participations.csv", PARTICIPATION);
    let arguments = ["withdraw", "participations.csv", "--reason", "x", "--format", "json", "--dry-run"];

    let predicted = database.run_command(&arguments).expect(0);

    assert_eq!(counts(&predicted), [1, 0]);
    assert_eq!(total(&database, "EECO01", None), 1);
    let happened = database.run_command(&arguments[..6]).expect(0);
    assert_eq!(counts(&happened), counts(&predicted));
    assert_eq!(total(&database, "EECO01", None), 0);
}

#[tokio::test]
async fn rows_that_name_nothing_are_held_back_and_the_others_take_effect() {
    let database = filled(Backend::Sqlite).await;
    let rows = "ref\nB-9\nB-1\n\nB-1\n";

    let outcome = withdraw(&database, "consultations", rows).expect(1);

    assert_eq!((counts(&outcome), rules(&outcome)), ([1, 1], vec!["I-23".to_owned()]));
    let finding = &outcome.json()["findings"][0];
    assert_eq!((finding["row"].as_u64(), finding["column"].as_str()), (Some(2), Some("ref")), "{finding}");
}

#[tokio::test]
async fn an_exported_file_names_what_it_holds() {
    let database = filled(Backend::Sqlite).await;
    let exported = database.run_command(&["export", "targets", "--period", "IQ-2023"]).expect(0).stdout;

    let outcome = withdraw(&database, "targets", &exported).expect(0);

    assert_eq!((counts(&outcome), rules(&outcome)), ([1, 0], vec![]));
}

#[tokio::test]
async fn a_file_that_cannot_name_records_is_refused_as_a_whole() {
    let database = filled(Backend::Sqlite).await;
    for (kind, contents, rule) in [
        ("outcomes", "participant,sub_project\nP-1,SP-1\n", "I-01"),
        ("sub_projects", "code\nSP-1\n", "I-24"),
        ("organisations", "code\nORG-A\n", "I-24"),
    ] {
        let outcome = withdraw(&database, kind, contents).expect(2);

        assert!(rules(&outcome).contains(&rule.to_owned()), "{kind}: {}", outcome.stdout);
    }
    database.file("outcomes.csv", RECORDS[0].2);
    let without_reason = database.run_command(&["withdraw", "outcomes.csv", "--reason", " "]).expect(2);
    assert!(without_reason.stderr.contains("reason"), "{}", without_reason.stderr);
    assert_eq!(total(&database, "EECR03", None), 1);
}

#[tokio::test]
async fn the_reason_is_in_the_audit_log() {
    let database = filled(Backend::Sqlite).await;

    withdraw(&database, "consultations", "ref\nB-1\n").expect(0);

    let list = database.run_command(&["audit", "list", "--limit", "1", "--format", "json"]).expect(0).json();
    let entry = &list[0];
    assert_eq!((&entry["action"], &entry["record_count"]), (&json!("withdraw"), &json!(1)), "{entry}");
    let after = match &entry["after"] {
        Value::String(text) => serde_json::from_str(text).expect("JSON"),
        after => after.clone(),
    };
    assert_eq!(after["reason"], "doppelt erfasst", "{entry}");
    assert_eq!(after["files"][0][0], "consultations.csv", "{entry}");
}
