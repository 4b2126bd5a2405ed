//! Lists of editions: which ones are shown and counted, and what somebody may do with each.

use serde_json::{Value, json};

use crate::harness::{Account, Backend, Client, Database, on_each_database, participation};

const STRAND: &str = "code,name,period,organisation,network,strand,region_category,starts_on,ends_on\n\
    SP-1,Brücke,IQ-2023,ORG-A,SOB,P23-RIN,MORE_DEVELOPED,2023-01-01,2025-12-31\n";

async fn network(backend: Backend) -> Database {
    let people = [participation("P-1", "SP-1"), participation("P-2", "SP-2")];
    let database = backend.migrated().await.with_network();
    database.import("sub_projects", STRAND).expect(0);
    Account::ALL.into_iter().fold(database.with_participations(&people), Database::with_account)
}

/// A draft of a report; its key.
fn drafted(database: &Database, cut_off: &str, unit: &[&str]) -> String {
    let report = ["report", "--period", "IQ-2023", "--cut-off", cut_off, "--out", "report.xlsx"];
    database.run_command(&[&report[..], unit].concat()).expect(0);
    let told = database.run_command(&["edition", "draft"]).expect(0).stdout;
    told.split_whitespace().next().expect("a key").to_owned()
}

/// How many editions fulfil some conditions, and the units and cut-offs of those listed.
async fn listed(client: &Client, conditions: &str) -> (Value, Vec<String>) {
    let query = format!(
        "{{ reportEditions(first: 10{conditions}) {{ totalCount nodes {{ cutOff reportRun {{ unit {{ code }} }} }} }} }}"
    );
    let answer = client.ask(&query).await;
    let list = &answer["data"]["reportEditions"];
    let nodes = list["nodes"].as_array().unwrap_or_else(|| panic!("{answer}"));
    let told = |node: &Value| {
        let code = node["reportRun"]["unit"]["code"].as_str().unwrap_or("-");
        format!("{code} {}", node["cutOff"].as_str().unwrap_or_default())
    };
    (list["totalCount"].clone(), nodes.iter().map(told).collect())
}

/// What somebody may do with the only edition: submit, approve, return, answer.
async fn may(client: &Client) -> [bool; 4] {
    let answer = client.ask("{ reportEditions { nodes { may { submit approve return answer } } } }").await;
    let may = &answer["data"]["reportEditions"]["nodes"][0]["may"];
    ["submit", "approve", "return", "answer"]
        .map(|step| may[step].as_bool().unwrap_or_else(|| panic!("{answer}")))
}

on_each_database! {
    async fn editions_are_chosen_by_unit_state_and_cut_off_and_counted_so(backend) {
        let database = network(backend).await;
        let submitted = drafted(&database, "2023-12-31", &["--sub-project", "SP-1"]);
        database.run_command(&["edition", "submit", &submitted]).expect(0);
        drafted(&database, "2024-06-30", &["--sub-project", "SP-1"]);
        drafted(&database, "2023-12-31", &["--network", "SOB"]);
        drafted(&database, "2023-12-31", &["--strand", "P23-RIN"]);
        let server = database.serve_alone();
        let administrator = server.signed_in(Account::Administrator).await;
        let staff = server.signed_in(Account::ProjectStaff).await;

        for (conditions, options, expected) in [
            (", period: \"IQ-2026\"", vec!["--period", "IQ-2026"], vec![]),
            (", period: \"IQ-2023\", network: \"SOB\"", vec!["--period", "IQ-2023", "--network", "SOB"], vec!["SOB 2023-12-31"]),
            (", period: \"IQ-2023\", strand: \"P23-RIN\"", vec!["--period", "IQ-2023", "--strand", "P23-RIN"], vec!["P23-RIN 2023-12-31"]),
            (", subProject: \"SP-1\"", vec!["--sub-project", "SP-1"], vec!["SP-1 2024-06-30", "SP-1 2023-12-31"]),
            (", states: [SUBMITTED, APPROVED]", vec!["--state", "submitted,approved"], vec!["SP-1 2023-12-31"]),
            (", states: [DRAFT], cutOff: \"2024-06-30\"", vec!["--state", "draft", "--cut-off", "2024-06-30"], vec!["SP-1 2024-06-30"]),
        ] {
            let (count, chosen) = listed(&administrator, conditions).await;
            let by_command = database.run_command(&[&["edition", "list", "--format", "json"], &options[..]].concat()).expect(0).json();

            assert_eq!((&count, &chosen), (&json!(expected.len()), &expected.iter().map(|told| (*told).to_owned()).collect()), "{conditions}");
            let rows = by_command.as_array().expect("a list").iter();
            let rows: Vec<_> = rows.map(|row| format!("{} {}", row["report"].as_str().unwrap_or_default(), row["cutOff"].as_str().unwrap_or_default())).collect();
            assert_eq!(rows, expected, "{options:?}");
        }
        assert_eq!(listed(&administrator, "").await.0, 4);
        assert_eq!(listed(&staff, "").await.0, 2, "of what they may see");
        assert_eq!(listed(&staff, ", period: \"IQ-2023\", network: \"SOB\"").await, (json!(0), vec![]));
    }

    async fn the_api_tells_everybody_what_they_may_do_next(backend) {
        let database = network(backend).await;
        let edition = drafted(&database, "2023-12-31", &["--sub-project", "SP-1"]);
        let server = database.serve_alone();
        let [administrator, coordinator, staff, auditor] = [
            server.signed_in(Account::Administrator).await,
            server.signed_in(Account::Coordinator).await,
            server.signed_in(Account::ProjectStaff).await,
            server.signed_in(Account::Auditor).await,
        ];
        let everybody = async || [may(&administrator).await, may(&coordinator).await, may(&staff).await, may(&auditor).await];
        let nothing = [false; 4];
        let (submit, decide, give_back, answer) =
            ([true, false, false, false], [false, true, true, false], [false, false, true, false], [false, false, false, true]);

        let drafted = everybody().await;
        let newest = administrator.ask("{ reportEditions { nodes { id } } }").await;
        let id = &newest["data"]["reportEditions"]["nodes"][0]["id"];
        let step = format!("mutation {{ editionSubmit(input: {{id: {id}}}) {{ edition {{ may {{ submit approve return answer }} }} }} }}");
        let told = administrator.ask(&step).await["data"]["editionSubmit"]["edition"]["may"].clone();
        let submitted = everybody().await;
        database.run_command(&["edition", "return", &edition, "--reason", "Ziele fehlen"]).expect(0);
        let returned = everybody().await;

        assert_eq!(drafted, [submit, submit, submit, nothing]);
        assert_eq!(told, json!({ "submit": false, "approve": false, "return": true, "answer": false }), "four eyes");
        assert_eq!(submitted, [give_back, decide, nothing, nothing]);
        assert_eq!(returned, [nothing, nothing, answer, nothing]);
    }
}

#[tokio::test]
async fn mistakes_in_what_is_asked_of_the_list_come_all_at_once() {
    let database = network(Backend::Sqlite).await;
    let server = database.serve_alone();
    let client = server.signed_in(Account::Administrator).await;
    for (conditions, expected) in [
        ("period: \"NONE\", subProject: \"NONE\"", vec!["unknown-code period", "unknown-code subProject"]),
        ("network: \"SOB\", strand: \"P23-RIN\"", vec!["needs-period network", "needs-period strand"]),
        ("period: \"IQ-2023\", network: \"NONE\"", vec!["unknown-code network"]),
    ] {
        let answer = client.ask(&format!("{{ reportEditions({conditions}) {{ totalCount }} }}")).await;

        let told = &answer["errors"][0]["extensions"];
        assert_eq!(told["code"], "BAD_INPUT", "{answer}");
        let mistakes = told["userErrors"].as_array().expect("mistakes").iter();
        let mistakes: Vec<_> = mistakes
            .map(|one| {
                format!(
                    "{} {}",
                    one["code"].as_str().unwrap_or_default(),
                    one["field"].as_str().unwrap_or_default()
                )
            })
            .collect();
        assert_eq!(mistakes, expected, "{conditions}");
    }
    let refused = database.run_command(&["edition", "list", "--network", "SOB"]).expect(2).stderr;
    assert!(refused.contains("--period"), "{refused}");
    let refused = database.run_command(&["edition", "list", "--state", "odd"]).expect(2).stderr;
    assert!(refused.contains("submitted"), "{refused}");
}
