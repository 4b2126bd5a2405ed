//! What an edition shows beside its figures: estimates, samples, and warnings that were waived.

use serde_json::json;

use super::{Database, REASON, counted, network, submitted};
use crate::harness::{Account, Backend, Client, Row, csv, on_each_database, participation};

const ESTIMATE: [&str; 12] = [
    "estimate",
    "enter",
    "--period",
    "IQ-2023",
    "--indicator",
    "EECO16",
    "--method",
    "Befragung",
    "--valid-from",
    "2023-12-31",
    "--share",
    "0.04",
];

/// Asks for a reason; how many estimates then differ behind the newest edition.
fn estimated(database: &Database, more: &[&str]) -> u64 {
    let command = [&ESTIMATE[..], more].concat();
    let before = counted(database, ["estimates"]);
    let silent = database.run_command(&command);
    assert_ne!(silent.status, Some(0), "{}", silent.stdout);
    assert!(silent.stderr.contains("changes only with a reason"), "{}", silent.stderr);
    assert_eq!(counted(database, ["estimates"]), before, "nothing changes without a reason");
    database.run_command(&[&command[..], &REASON].concat()).expect(0);
    let [after] = counted(database, ["estimates"]);
    after
}

/// Twelve who left, so that they can be surveyed.
async fn left(backend: Backend) -> Database {
    let left = |number| participation(&format!("L-{number}"), "SP-1").with("left_on", "2023-06-15");
    network(backend).await.with_participations(&(1..=12).map(left).collect::<Vec<Row>>())
}

fn drawn(database: &Database, seed: &str) {
    let draw = [
        "sample",
        "draw",
        "--period",
        "IQ-2023",
        "--indicator",
        "EECR05",
        "--cut-off",
        "2023-12-31",
        "--seed",
        seed,
    ];
    database.run_command(&draw).expect(0);
}

fn survey(database: &Database, employment: &str, more: &[&str]) -> Vec<String> {
    let answer = Row::of(&[
        ("participant", "L-1"),
        ("sub_project", "SP-1"),
        ("surveyed_on", "2024-01-10"),
        ("employment", employment),
        ("result", "answered"),
    ]);
    super::rules(&super::import(database, ("follow_ups", &csv(&[answer])), more))
}

/// The warning about somebody in SP-1, waived or no longer; what was wrong.
async fn decided(client: &Client, field: &str, input: &str) -> String {
    let query = format!(
        "mutation {{ {field}(input: {{period: \"IQ-2023\", {input}}}) {{ userErrors {{ code }} }} }}"
    );
    let answer = client.ask(&query).await;
    assert_eq!(answer["errors"], json!(null), "{answer}");
    answer["data"][field]["userErrors"][0]["code"].as_str().unwrap_or_default().to_owned()
}

on_each_database! {
    async fn an_estimate_behind_an_edition_changes_only_with_a_reason_and_is_counted(backend) {
        let database = network(backend).await;
        database.run_command(&[&ESTIMATE[..], &["--sub-project", "SP-2"]].concat()).expect(0);
        submitted(&database, &["--sub-project", "SP-1"]);
        submitted(&database, &[]);

        assert_eq!(estimated(&database, &["--network", "SOB"]), 1, "a new one");
        assert_eq!(estimated(&database, &["--sub-project", "SP-2", "--document", "Vermerk 2"]), 2, "a corrected one");
        assert_eq!(estimated(&database, &["--sub-project", "SP-2", "--document", "Vermerk 3"]), 2, "the same estimate");
        database.run_command(&[&ESTIMATE[..], &["--sub-project", "SP-2", "--document", "Vermerk 3"]].concat()).expect(0);
        database.run_command(&[&ESTIMATE[..], &["--sub-project", "SP-2"], &REASON].concat()).expect(0);
        assert_eq!(counted(&database, ["estimates"]), [1], "what is as it was is no change");
        let later = ESTIMATE.map(|word| if word == "2023-12-31" { "2024-01-01" } else { word });
        database.run_command(&later).expect(0);
        assert_eq!(counted(&database, ["estimates", "cases"]), [1, 0], "behind the cut-off it is free");
    }

    async fn notes_and_definitions_behind_an_edition_are_counted(backend) {
        let database = network(backend).await;
        submitted(&database, &["--sub-project", "SP-1"]);
        let note = ["note", "add", "--period", "IQ-2023", "--indicator", "EECO01", "--text", "Umzug im Mai", "--sub-project"];

        database.run_command(&[&note[..], &["SP-2"]].concat()).expect(0);
        assert_eq!(counted(&database, ["notes"]), [0], "on another unit");
        database.run_command(&[&note[..], &["SP-1"]].concat()).expect(0);
        assert_eq!(counted(&database, ["notes"]), [1]);
        database.run_command(&["profile", "set", "--period", "IQ-2023", "ltu=sgb3", "--reason", "Erlass"]).expect(0);
        assert_eq!(counted(&database, ["definitions"]), [1]);
    }

    async fn what_an_edition_prints_of_the_programmes_indicators_is_counted_from_whichever_day_they_hold(backend) {
        let database = network(backend).await;
        let define = |name: &str, command: &[&str]| {
            let indicator = json!({
                "code": "BMAS-01", "nameDe": name, "nameEn": name, "definitionDe": name, "definitionEn": name,
                "source": "participations", "count": "persons", "legalSource": "Erlass", "validFrom": "2024-03-01",
                "conditions": [{ "field": "gender", "anyOf": ["female"] }],
            });
            database.file("indicator.json", indicator.to_string());
            database.run_command(&[command, &["--period", "IQ-2023", "indicator.json"]].concat()).expect(0);
        };
        define("Frauen", &["indicator", "define"]);
        submitted(&database, &[]);
        assert_eq!(counted(&database, ["definitions"]), [0]);

        define("Teilnehmerinnen", &["indicator", "change", "--reason", "Erlass 2"]);

        assert_eq!(counted(&database, ["definitions"]), [1]);
    }

    async fn samples_behind_an_edition_are_counted_and_their_answers_change_only_with_a_reason(backend) {
        let database = left(backend).await;
        drawn(&database, "1");
        assert_eq!(survey(&database, "employed", &[]), [""; 0]);
        submitted(&database, &[]);
        assert_eq!(counted(&database, ["samples", "cases"]), [0, 0]);

        assert_eq!(survey(&database, "inactive", &[]), ["I-25"]);
        assert_eq!(survey(&database, "inactive", &REASON), [""; 0]);
        assert_eq!(counted(&database, ["samples"]), [1]);
        assert_eq!(survey(&database, "employed", &REASON), [""; 0]);
        assert_eq!(counted(&database, ["samples"]), [0], "what is as it was is no change");
        drawn(&database, "2");
        assert_eq!(counted(&database, ["samples"]), [1], "drawn anew");
    }

    async fn a_waiver_behind_an_edition_is_taken_back_only_with_a_reason_and_is_counted(backend) {
        let database = network(backend).await.with_account(Account::Administrator).with_participations(&[participation("P-9", "SP-1").without("isced")]);
        let server = database.serve();
        let administrator = server.signed_in(Account::Administrator).await;
        let found = administrator.ask("{ findings(period: \"IQ-2023\", cutOff: \"2023-12-31\") { nodes { key severity } } }").await;
        let nodes = found["data"]["findings"]["nodes"].as_array().unwrap_or_else(|| panic!("{found}")).clone();
        let warning = nodes.iter().find(|finding| finding["severity"] == "WARNING").unwrap_or_else(|| panic!("{found}"));
        let key = format!("finding: {}", warning["key"]);
        let waive = format!("{key}, reason: \"nachgefragt\", cutOff: \"2023-12-31\"");
        assert_eq!(decided(&administrator, "findingWaive", &waive).await, "");
        submitted(&database, &[]);

        let silent = decided(&administrator, "findingWaiverRevoke", &key).await;
        assert_eq!((silent.as_str(), counted(&database, ["waivers"])), ("edition-needs-reason", [0]));
        assert_eq!(decided(&administrator, "findingWaiverRevoke", &format!("{key}, reason: \"doch falsch\"")).await, "");
        assert_eq!(counted(&database, ["waivers"]), [1], "no longer waived");
        assert_eq!(decided(&administrator, "findingWaive", &waive).await, "");
        assert_eq!(counted(&database, ["waivers"]), [2], "one gone, another come");
    }
}
