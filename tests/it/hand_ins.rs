//! Who has handed in before a deadline, and who has not.

use serde_json::{Value, json};

use crate::harness::{Account, Backend, Database, on_each_database, participation};

const DEADLINE: [&str; 4] = ["--period", "IQ-2023", "--cut-off", "2023-12-31"];

/// SP-1 and SP-2 of the network SOB, of which SP-1 alone has recorded something, and SP-3 of no network.
async fn network(backend: Backend) -> Database {
    backend.migrated().await.with_network().with_participations(&[participation("P-1", "SP-1")])
}

/// A draft of the report on SP-1; its key.
fn drafted(database: &Database) -> String {
    database
        .run_command(&[&["report"], &DEADLINE[..], &["--sub-project", "SP-1", "--out", "r.xlsx"]].concat())
        .expect(0);
    let told = database.run_command(&["edition", "draft"]).expect(0).stdout;
    told.split_whitespace().next().expect("a key").to_owned()
}

/// Unit, state, whether it is overdue, whether nothing is recorded.
fn listed(database: &Database) -> Vec<(String, String, bool, bool)> {
    let command = [&["deadline", "hand-ins"], &DEADLINE[..], &["--format", "json"]].concat();
    let list = database.run_command(&command).expect(0).json();
    let text = |row: &Value, column: &str| row[column].as_str().expect("a text").to_owned();
    let rows = list.as_array().expect("a list");
    rows.iter()
        .map(|row| (text(row, "unit"), text(row, "state"), row["overdue"] == true, row["silent"] == true))
        .collect()
}

fn told(unit: &str, state: &str, is_overdue: bool, is_silent: bool) -> (String, String, bool, bool) {
    (unit.to_owned(), state.to_owned(), is_overdue, is_silent)
}

on_each_database! {
    async fn who_has_handed_in_stands_beside_who_has_not(backend) {
        let database = network(backend).await;
        let key = drafted(&database);
        let before = listed(&database);
        assert_eq!(before[1], told("SP-1", "draft", true, false), "a draft is not handed in: {before:?}");

        database.run_command(&["edition", "submit", &key]).expect(0);

        let units: Vec<String> = listed(&database).into_iter().map(|(unit, ..)| unit).collect();
        assert_eq!(units, ["SOB", "SP-1", "SP-2", "SP-3", "IQ-2023"]);
        assert_eq!(
            listed(&database)[..3],
            [told("SOB", "none", true, false), told("SP-1", "submitted", false, false), told("SP-2", "none", true, true)]
        );
        let mut nowhere = DEADLINE;
        nowhere[3] = "2023-11-30";
        let refused = database.run_command(&[&["deadline", "hand-ins"], &nowhere[..]].concat()).expect(2);
        assert!(refused.stderr.contains("2023-11-30"), "{}", refused.stderr);
    }

    async fn a_newer_draft_leaves_what_was_handed_in_handed_in(backend) {
        let database = network(backend).await;
        let key = drafted(&database);
        database.run_command(&["edition", "submit", &key]).expect(0);
        let database = database.with_participations(&[participation("P-2", "SP-1")]);

        let newer = drafted(&database);

        assert_ne!(newer, key);
        assert_eq!(listed(&database)[1], told("SP-1", "submitted", false, false));
        database.run_command(&["edition", "return", &key, "--reason", "Es fehlt etwas"]).expect(0);
        assert_eq!(listed(&database)[1], told("SP-1", "returned", true, false));
        database.run_command(&["edition", "submit", &newer]).expect(0);
        assert_eq!(listed(&database)[1], told("SP-1", "submitted", false, false));
    }

    async fn everybody_sees_the_units_that_they_may_read_whole(backend) {
        let database = network(backend).await.with_accounts();
        let key = drafted(&database);
        database.run_command(&["edition", "submit", &key]).expect(0);
        let server = database.serve();
        let query = "{ reportHandIns(period: \"IQ-2023\", cutOff: \"2023-12-31\") \
            { unit { kind code } by isDone isOverdue isSilent edition { number state } } }";
        let units = async |account: Account| {
            let answer = server.visitor().with_token(&database.token(account)).ask(query).await;
            let list = answer["data"]["reportHandIns"].as_array().cloned().unwrap_or_else(|| panic!("{answer}"));
            let codes: Vec<Value> = list.iter().map(|one| one["unit"]["code"].clone()).collect();
            (codes, list)
        };

        let (all, list) = units(Account::Administrator).await;
        let (own, _) = units(Account::ProjectStaff).await;
        let (below, _) = units(Account::Coordinator).await;

        assert_eq!(all, ["SOB", "SP-1", "SP-2", "SP-3", "IQ-2023"]);
        assert_eq!(
            list[1],
            json!({
                "unit": { "kind": "SUB_PROJECT", "code": "SP-1" }, "by": "2024-01-17", "isDone": true, "isOverdue": false,
                "isSilent": false, "edition": { "number": 1, "state": "SUBMITTED" },
            })
        );
        assert_eq!(own, ["SP-1"]);
        assert_eq!(below, ["SOB", "SP-1", "SP-2"]);
        let stranger = server.visitor().ask(query).await;
        assert!(stranger["data"]["reportHandIns"].is_null(), "{stranger}");
    }

    async fn a_pre_check_names_whoever_recorded_nothing(backend) {
        let database = network(backend).await;
        let command = [&["deadline", "check"], &DEADLINE[..], &["--format", "json"]].concat();
        let found = database.run_command(&command).expect(0).json();
        let silent = found.as_array().expect("a list").iter().filter(|one| one["silent"] == true);
        let silent: Vec<&Value> = silent.map(|one| &one["subProject"]).collect();
        assert_eq!(silent, ["SP-2", "SP-3"], "{found}");
    }
}
