//! Who sees what, over HTTP: what is hidden is not found, never forbidden.

use serde_json::Value;

use crate::harness::{Account, Client, Database, Row, Server, on_each_database, participation};

/// What came of a question.
#[derive(Debug, PartialEq, Eq)]
enum Answer {
    /// A number.
    Total(u64),
    /// The code of the error.
    Refused(String),
}

fn refused(code: &str) -> Answer {
    Answer::Refused(code.to_owned())
}

/// Eight people in SP-1, one in SP-3.
fn people() -> Vec<Row> {
    let mut rows: Vec<_> = (1..=8).map(|number| participation(&format!("P-{number}"), "SP-1")).collect();
    rows.push(participation("P-9", "SP-3"));
    rows
}

/// How many people took part in a sub-project, as somebody sees it.
async fn total(client: &Client, sub_project: &str) -> Answer {
    let question = format!(
        r#"{{ figures(period: "IQ-2023", cutOff: "2023-12-31", subProject: "{sub_project}", indicators: ["EECO01"]) {{ total }} }}"#
    );
    let answer = client.ask(&question).await;
    match &answer["errors"][0]["extensions"]["code"] {
        Value::String(code) => Answer::Refused(code.clone()),
        _ => Answer::Total(
            answer["data"]["figures"][0]["total"].as_u64().unwrap_or_else(|| panic!("{answer}")),
        ),
    }
}

async fn client(server: &Server, account: Option<Account>) -> Client {
    match account {
        Some(account) => server.signed_in(account).await,
        None => server.visitor(),
    }
}

async fn network(backend: crate::harness::Backend) -> Database {
    backend.migrated().await.with_network().with_accounts().with_participations(&people())
}

on_each_database! {
    async fn each_role_sees_the_figures_of_its_scope(backend) {
        use Account::{Administrator, Auditor, Coordinator, Nobody, ProjectStaff};
        let database = network(backend).await;
        let server = database.serve();
        // who, what they learn of SP-1, of SP-3, of a sub-project that does not exist
        let matrix = [
            (Some(Administrator), Answer::Total(8), Answer::Total(1), refused("BAD_INPUT")),
            (Some(Auditor), Answer::Total(8), Answer::Total(1), refused("BAD_INPUT")),
            (Some(Coordinator), Answer::Total(8), refused("BAD_INPUT"), refused("BAD_INPUT")),
            (Some(ProjectStaff), Answer::Total(8), refused("BAD_INPUT"), refused("BAD_INPUT")),
            (Some(Nobody), refused("FORBIDDEN"), refused("FORBIDDEN"), refused("FORBIDDEN")),
            (None, refused("UNAUTHENTICATED"), refused("UNAUTHENTICATED"), refused("UNAUTHENTICATED")),
        ];
        for (account, own, other, unknown) in matrix {
            let client = client(&server, account).await;
            let learnt = [total(&client, "SP-1").await, total(&client, "SP-3").await, total(&client, "NO-SUCH").await];
            assert_eq!(learnt, [own, other, unknown], "{account:?}");
        }
    }

    async fn a_report_of_others_is_not_found(backend) {
        let database = network(backend).await;
        let server = database.serve();
        let administrator = server.signed_in(Account::Administrator).await;
        let run = administrator.ask(r#"mutation { reportRequest(input: {period: "IQ-2023", cutOff: "2023-12-31", subProject: "SP-3"}) { reportRun { id } } }"#).await;
        let id = run["data"]["reportRequest"]["reportRun"]["id"].as_str().unwrap_or_else(|| panic!("{run}")).to_owned();
        let question = format!(r#"{{ reportRun(id: "{id}") {{ id }} }}"#);

        for account in [Account::Coordinator, Account::ProjectStaff] {
            let client = server.signed_in(account).await;
            let answer = client.ask(&question).await;
            assert!(answer["data"]["reportRun"].is_null(), "{account:?}: {answer}");
            assert!(!answer.to_string().contains("FORBIDDEN"), "{account:?}: {answer}");
        }
        let answer = administrator.ask(&question).await;
        assert_eq!(answer["data"]["reportRun"]["id"], id.as_str());
    }
}

#[tokio::test]
async fn the_public_learns_rounded_figures_of_networks_only() {
    let database = network(crate::harness::Backend::Sqlite).await;
    let server = database.serve();

    let answer = server.visitor().ask(
        r#"{ figures(period: "IQ-2023", cutOff: "2023-12-31", network: "SOB", indicators: ["EECO01"]) { total persons excluded rounded } }"#,
    ).await;

    let figure = &answer["data"]["figures"][0];
    assert_eq!(figure["total"], 10, "{answer}");
    assert_eq!(figure["rounded"], true);
    assert!(figure["persons"].is_null() && figure["excluded"].is_null(), "{figure}");
}

#[tokio::test]
async fn pages_of_staff_ask_for_a_sign_in() {
    let database = network(crate::harness::Backend::Sqlite).await;
    let server = database.serve();
    for path in [
        "/reports",
        "/reports/0199b2d0-0000-7000-8000-000000000000",
        "/reports/0199b2d0-0000-7000-8000-000000000000/file",
    ] {
        let answer = server.visitor().get(path).await;
        let location =
            answer.headers().get("location").and_then(|value| value.to_str().ok()).unwrap_or_default();
        assert!(
            answer.status().is_redirection() && location.starts_with("/sign-in"),
            "{path}: {} {location}",
            answer.status()
        );
    }
}
