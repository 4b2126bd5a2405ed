//! Frozen editions are built again, with the same bytes, whatever has changed since and wherever it is done.

use serde_json::Value;

use crate::harness::{Account, Backend, Database, Outcome, Row, csv, on_each_database, participation};

const REPORT: [&str; 5] = ["report", "--period", "IQ-2023", "--cut-off", "2024-02-29"];

fn people() -> Vec<Row> {
    let mut people: Vec<Row> = (1..=6)
        .map(|number| participation(&format!("P-{number}"), "SP-1").with("left_on", "2023-08-31"))
        .collect();
    people[4] = people[4].clone().without("isced");
    people.push(participation("P-7", "SP-2").without("isced"));
    people.push(participation("P-8", "SP-3").with("unemployed_since", "2022-05-10"));
    people
}

/// A network with everything a workbook shows: records, targets, an estimate, a sample with answers, a note,
/// a waiver.
async fn network(backend: Backend) -> Database {
    let database = backend.migrated().await.with_network().with_participations(&people());
    let targets = "period,indicator,value,sub_project,network,region_category,gender,kind,year,valid_from,document\n\
        IQ-2023,EECO01,10,SP-1,,,,cumulative,,,\nIQ-2023,EECO01,20,,SOB,,,cumulative,,,\n";
    database.import("targets", targets).expect(0);
    estimate(&database, "0.5");
    sample(&database, "2026");
    survey(&database, &["P-1", "P-2"], "employed");
    note(&database, "Eine Stelle war unbesetzt");
    let database = database.with_account(Account::Administrator);
    waiver(&database, "findingWaive", ", cutOff: \"2024-02-29\", reason: \"Asked twice\"").await;
    database
}

fn note(database: &Database, text: &str) {
    let add = ["note", "add", "--period", "IQ-2023", "--indicator", "EECO01", "--text", text];
    database.run_command(&add).expect(0);
}

/// Waives a warning, or takes that back.
async fn waiver(database: &Database, field: &str, more: &str) {
    let server = database.serve();
    let administrator = server.visitor().with_token(&database.token(Account::Administrator));
    let finding = "V-01/SP-1/P-5/participation/2023-05-10/isced";
    let input = format!("{{period: \"IQ-2023\", finding: \"{finding}\"{more}}}");
    let change = format!("mutation {{ {field}(input: {input}) {{ userErrors {{ code }} }} }}");
    let answer = administrator.ask(&change).await;
    assert_eq!(answer["data"][field]["userErrors"], serde_json::json!([]), "{answer}");
}

fn estimate(database: &Database, share: &str) {
    let enter = ["estimate", "enter", "--period", "IQ-2023", "--method", "Survey", "--reason", "Erhebung"];
    let about = ["--indicator", "EECO16", "--valid-from", "2023-06-01", "--share", share];
    database.run_command(&[&enter[..], &about].concat()).expect(0);
}

fn sample(database: &Database, seed: &str) {
    let draw = ["sample", "draw", "--period", "IQ-2023", "--indicator", "EECR05", "--cut-off", "2024-02-29"];
    database.run_command(&[&draw[..], &["--seed", seed]].concat()).expect(0);
}

fn survey(database: &Database, participants: &[&str], employment: &str) {
    let row = |participant: &&str| {
        Row::of(&[
            ("participant", *participant),
            ("sub_project", "SP-1"),
            ("surveyed_on", "2024-03-01"),
            ("employment", employment),
            ("result", "answered"),
        ])
    };
    let rows: Vec<Row> = participants.iter().map(row).collect();
    database.file("follow_ups.csv", csv(&rows));
    database.run_command(&["import", "follow_ups.csv", "--reason", "nachgetragen"]).expect(0);
}

/// Hands the newest workbook in; the key of the edition.
fn submitted(database: &Database, more: &[&str]) -> String {
    database.run_command(&[&REPORT[..], more, &["--out", "report.xlsx"]].concat()).expect(0);
    let drafted = database.run_command(&["edition", "draft"]).expect(0).stdout;
    let key = drafted.split_whitespace().next().expect("a key").to_owned();
    database.run_command(&["edition", "submit", &key]).expect(0);
    key
}

/// Whatever may change after an edition was handed in.
async fn change_everything(database: &Database) {
    let corrected = participation("P-1", "SP-1").with("left_on", "2023-08-31").with("gender", "male");
    database.file("corrected.csv", csv(&[corrected]));
    let import = ["import", "corrected.csv", "--kind", "participations", "--reason", "falsch abgeschrieben"];
    database.run_command(&import).expect(0);
    database
        .import("participations", &csv(&[participation("P-9", "SP-1"), participation("P-10", "SP-2")]))
        .expect(0);
    database.file("doubles.csv", "participant,sub_project,entered_on\nP-6,SP-1,2023-05-10\n");
    let withdraw = ["withdraw", "doubles.csv", "--kind", "participations", "--reason", "doppelt erfasst"];
    database.run_command(&withdraw).expect(0);
    waiver(database, "findingWaiverRevoke", ", reason: \"doch nicht\"").await;
    let moved = "code,name,period,organisation,network,region_category,starts_on,ends_on,valid_from\n\
        SP-2,Leiter Franken,IQ-2023,ORG-A,FRA,MORE_DEVELOPED,2023-01-01,2025-12-31,2023-07-01\n";
    database.file("moved.csv", moved);
    let import = ["import", "moved.csv", "--kind", "sub_projects", "--reason", "Umzug"];
    database.run_command(&import).expect(0);
    let notes =
        database.run_command(&["note", "list", "--period", "IQ-2023", "--format", "json"]).expect(0).json();
    database.run_command(&["note", "withdraw", notes[0]["key"].as_str().expect("a key")]).expect(0);
    note(database, "Doch nicht");
    estimate(database, "0.9");
    sample(database, "another");
    survey(database, &["P-3", "P-4"], "employed");
    let profile = ["profile", "set", "--period", "IQ-2023", "ltu=sgb3", "--reason", "a decision"];
    database.run_command(&profile).expect(0);
    database.run_command(&["recount", "--period", "IQ-2023"]).expect(0);
    database.run_command(&[&REPORT[..], &["--out", "later.xlsx"]].concat()).expect(0);
}

/// Builds an edition again on a machine with other habits.
fn rebuilt(database: &Database, key: &str, more: &[&str]) -> Outcome {
    let arguments = [&["edition", "rebuild", key], more].concat();
    let mut command = database.command();
    command
        .args(arguments)
        .env("TZ", "Pacific/Kiritimati")
        .env("LC_ALL", "tr_TR.UTF-8")
        .env("LANG", "tr_TR.UTF-8");
    let output = command.output().expect("the binary starts");
    Outcome {
        status: output.status.code(),
        stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

fn hash_of(database: &Database, key: &str) -> String {
    let editions = database.run_command(&["edition", "list", "--format", "json"]).expect(0).json();
    let edition = editions.as_array().expect("a list").iter().find(|edition| edition["key"] == key);
    edition.map(|edition| &edition["fileSha256"]).and_then(Value::as_str).expect("a hash").to_owned()
}

on_each_database! {
    async fn a_frozen_edition_has_the_same_bytes_whatever_changed_since(backend) {
        let database = network(backend).await;
        let whole = submitted(&database, &[]);
        let english = submitted(&database, &["--sub-project", "SP-1", "--lang", "en"]);

        change_everything(&database).await;

        for key in [whole, english] {
            let outcome = rebuilt(&database, &key, &["--out", "again.xlsx"]).expect(0);
            assert!(outcome.stdout.contains(&format!("same bytes, SHA-256 {}", hash_of(&database, &key))), "{}", outcome.stdout);
            let verified = database.run_command(&["verify", "again.xlsx"]).expect(0).stdout;
            assert!(verified.contains("submitted, unmodified"), "{verified}");
        }
    }

    async fn an_edition_that_cannot_be_made_again_says_what_differs(backend) {
        let database = backend.migrated().await.with_network().with_participations(&people());
        let key = submitted(&database, &[]);
        // somebody rewrote the past behind the software's back
        database.tamper("UPDATE fact SET known_until = known_from WHERE known_until IS NULL").await;

        let outcome = rebuilt(&database, &key, &[]).expect(1);

        assert!(outcome.stdout.contains("OTHER BYTES"), "{}", outcome.stdout);
        assert!(!outcome.stdout.contains("made by template"), "{}", outcome.stdout);
        assert!(outcome.stdout.contains("Indikatoren!"), "{}", outcome.stdout);
    }

    async fn an_edition_of_another_form_is_compared_by_no_cell(backend) {
        let database = backend.migrated().await.with_network().with_participations(&people());
        let key = submitted(&database, &[]);
        database.tamper("UPDATE fact SET known_until = known_from WHERE known_until IS NULL").await;
        database.tamper("UPDATE report_edition SET template_version = '0'").await;

        let outcome = rebuilt(&database, &key, &[]).expect(1);

        assert!(outcome.stdout.contains("OTHER BYTES"), "{}", outcome.stdout);
        assert!(outcome.stdout.contains("made by template 0"), "{}", outcome.stdout);
        assert!(outcome.stdout.contains("no cells are compared"), "{}", outcome.stdout);
        assert_eq!(outcome.stdout.lines().count(), 2, "{}", outcome.stdout);
    }
}

#[tokio::test]
async fn an_unknown_edition_is_not_built() {
    let database = Backend::Sqlite.migrated().await.with_account(Account::Administrator);

    let outcome = rebuilt(&database, "00000000-0000-7000-8000-000000000000", &[]).expect(2);

    assert!(outcome.stderr.contains("There is no such edition"), "{}", outcome.stderr);
}
