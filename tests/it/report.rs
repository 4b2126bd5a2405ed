//! Reports: from the request to the workbook, and what happens when the worker dies.

use calamine::{Data, Reader, Xlsx, open_workbook};
use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::harness::{Account, Backend, Client, Database, Row, eventually, on_each_database, participation};

const REQUEST: &str = r#"mutation { reportRequest(input: {period: "IQ-2023", cutOff: "2023-12-31"}) {
    reportRun { id } userErrors { code field } } }"#;

fn people() -> Vec<Row> {
    let mut rows: Vec<_> = (1..=4).map(|number| participation(&format!("P-{number}"), "SP-1")).collect();
    rows[0] = rows[0].clone().with("gender", "male");
    rows.push(participation("P-9", "SP-1").without("birth_date"));
    rows
}

async fn network(backend: Backend) -> Database {
    backend
        .migrated()
        .await
        .with_network()
        .with_account(Account::Administrator)
        .with_participations(&people())
}

/// Asks for the workbook of the whole period; the run's id.
async fn request(client: &Client) -> String {
    let answer = client.ask(REQUEST).await;
    let id = answer["data"]["reportRequest"]["reportRun"]["id"].as_str();
    id.unwrap_or_else(|| panic!("{answer}")).to_owned()
}

/// The run as it stands.
async fn run(client: &Client, id: &str) -> Value {
    let answer = client
        .ask(&format!(
            r#"{{ reportRun(id: "{id}") {{ state file {{ url sha256 size }} failure {{ code }} }} }}"#
        ))
        .await;
    answer["data"]["reportRun"].clone()
}

/// The run when it is done or failed.
async fn finished(client: &Client, id: &str) -> Value {
    eventually("a finished report", async || {
        let run = run(client, id).await;
        ["DONE", "FAILED"].contains(&run["state"].as_str().unwrap_or_default()).then_some(run)
    })
    .await
}

/// The cells of the row of a sheet in which `word` stands.
fn row_with(workbook: &mut Xlsx<std::io::BufReader<std::fs::File>>, sheet: &str, word: &str) -> Vec<Data> {
    let range = workbook.worksheet_range(sheet).expect(sheet);
    let found = range.rows().find(|row| row.iter().any(|cell| cell == word)).map(<[Data]>::to_vec);
    found.unwrap_or_else(|| panic!("{word} is not in {sheet}"))
}

fn numbers(row: &[Data]) -> Vec<f64> {
    row.iter()
        .filter_map(|cell| match cell {
            Data::Float(number) => Some(*number),
            Data::Int(number) => Some(*number as f64),
            _ => None,
        })
        .collect()
}

on_each_database! {
    async fn a_click_becomes_a_workbook(backend) {
        let database = network(backend).await;
        let server = database.serve();
        let client = server.signed_in(Account::Administrator).await;

        let id = request(&client).await;
        let run = finished(&client, &id).await;
        let url = run["file"]["url"].as_str().unwrap_or_else(|| panic!("no file: {run}"));
        let file = client.get(url).await;

        assert_eq!(file.status(), StatusCode::OK);
        let bytes = file.bytes().await.expect("a file");
        assert_eq!(run["file"]["size"].as_u64(), Some(bytes.len() as u64));
        assert!(bytes.starts_with(b"PK"), "a workbook is a zip file");
    }

    async fn the_command_writes_a_workbook_with_the_figures(backend) {
        let database = network(backend).await;

        let outcome = database.run_command(&["report", "--period", "IQ-2023", "--cut-off", "2023-12-31", "--out", "report.xlsx"]).expect(0);

        let mut workbook: Xlsx<_> = open_workbook(database.folder().join("report.xlsx")).expect("a workbook");
        let row = row_with(&mut workbook, "Indikatoren", "EECO01");
        let counted = numbers(&row);
        assert!([3.0, 1.0, 0.0, 4.0].iter().all(|count| counted.contains(count)), "women, men, non-binary, total: {counted:?}");
        assert!(row_with(&mut workbook, "Nicht gezählt", "P-9").len() > 1);
        assert!(outcome.stdout.split_whitespace().any(|word| word.len() == 64), "its SHA-256: {}", outcome.stdout);
    }

    async fn the_next_edition_tells_what_has_changed_since(backend) {
        let database = network(backend).await;
        let report = ["report", "--period", "IQ-2023", "--cut-off", "2023-12-31", "--out"];
        database.run_command(&[&report[..], &["first.xlsx"]].concat()).expect(0);
        let database = database.with_participations(&[participation("P-20", "SP-1")]);
        database.run_command(&[&report[..], &["second.xlsx"]].concat()).expect(0);

        let mut first: Xlsx<_> = open_workbook(database.folder().join("first.xlsx")).expect("a workbook");
        let mut second: Xlsx<_> = open_workbook(database.folder().join("second.xlsx")).expect("a workbook");
        let told = first.worksheet_range("Änderungen").expect("the sheet");
        assert!(told.rows().any(|row| row[0].to_string().starts_with("Erster Bericht")), "the first report says so");
        let late_entries = 1.0;
        let row = row_with(&mut second, "Änderungen", "EECO01");
        assert_eq!(numbers(&row), [4.0, 5.0, 1.0, 1.0, 0.0, 0.0, 0.0, late_entries, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    }

    async fn changes_are_told_since_the_last_edition_handed_in_and_the_sheet_says_so(backend) {
        // given an edition that was handed in, and after it a report that was not, each with one person more
        let database = network(backend).await;
        let report = ["report", "--period", "IQ-2023", "--cut-off", "2023-12-31", "--out"];
        database.run_command(&[&report[..], &["first.xlsx"]].concat()).expect(0);
        let draft = database.run_command(&["edition", "draft"]).expect(0);
        let edition = draft.stdout.split_whitespace().next().expect("a key");
        database.run_command(&["edition", "submit", edition]).expect(0);
        let database = database.with_participations(&[participation("P-20", "SP-1")]);
        database.run_command(&[&report[..], &["second.xlsx"]].concat()).expect(0);
        let database = database.with_participations(&[participation("P-21", "SP-1")]);

        database.run_command(&[&report[..], &["third.xlsx"]].concat()).expect(0);

        let mut third: Xlsx<_> = open_workbook(database.folder().join("third.xlsx")).expect("a workbook");
        let told = third.worksheet_range("Änderungen").expect("the sheet");
        let says = |words: &str| told.rows().any(|row| row[0].to_string().starts_with(words));
        assert!(says("Verglichen mit der eingereichten Fassung 1: Stichtag 31.12.2023"), "{told:?}");
        assert_eq!(numbers(&row_with(&mut third, "Änderungen", "EECO01"))[..3], [4.0, 6.0, 2.0]);

        // when that edition is sent back, it is no longer what the next report is compared with
        database.run_command(&["edition", "return", edition, "--reason", "Ziele fehlen"]).expect(0);
        let database = database.with_participations(&[participation("P-22", "SP-1")]);
        database.run_command(&[&report[..], &["fourth.xlsx"]].concat()).expect(0);

        let mut fourth: Xlsx<_> = open_workbook(database.folder().join("fourth.xlsx")).expect("a workbook");
        let told = fourth.worksheet_range("Änderungen").expect("the sheet");
        assert!(told.rows().any(|row| row[0].to_string().contains("noch keine Fassung eingereicht")), "{told:?}");
        assert_eq!(numbers(&row_with(&mut fourth, "Änderungen", "EECO01"))[..3], [6.0, 7.0, 1.0]);
    }

    async fn a_run_whose_worker_died_is_taken_over(backend) {
        let database = network(backend).await;
        let server = database.serve();
        let client = server.signed_in(Account::Administrator).await;
        let id = request(&client).await;
        finished(&client, &id).await;
        server.kill();
        database.tamper("UPDATE report_run SET state = 'running', stage = 'counting', attempt = 1, finished_at = NULL, \
            file_key = NULL, file_name = NULL, file_size = NULL, file_sha256 = NULL, heartbeat_at = '2020-01-01 00:00:00+00:00'").await;

        let server = database.serve();
        let client = server.signed_in(Account::Administrator).await;

        assert_eq!(finished(&client, &id).await["state"], "DONE");
    }

    async fn a_server_killed_while_building_loses_nothing(backend) {
        let database = network(backend).await;
        let server = database.serve();
        let client = server.signed_in(Account::Administrator).await;
        let mut ids = Vec::new();
        for _ in 0..3 {
            ids.push(request(&client).await);
        }

        server.kill();
        let server = database.serve();
        let client = server.signed_in(Account::Administrator).await;

        for id in ids {
            let run = finished(&client, &id).await;
            assert_eq!(run["state"], "DONE", "{run}");
        }
    }
}

#[tokio::test]
async fn a_file_of_others_is_not_found() {
    let database = network(Backend::Sqlite).await.with_account(Account::ProjectStaff);
    let server = database.serve();
    let administrator = server.signed_in(Account::Administrator).await;
    let id = request(&administrator).await;
    let run = finished(&administrator, &id).await;
    let url = run["file"]["url"].as_str().unwrap_or_else(|| panic!("no file: {run}"));

    let staff = server.signed_in(Account::ProjectStaff).await.get(url).await;
    let visitor = server.visitor().get(url).await;

    assert_eq!(staff.status(), StatusCode::NOT_FOUND);
    assert!(visitor.status().is_redirection(), "{}", visitor.status());
}

#[tokio::test]
async fn mistakes_in_a_request_come_all_at_once() {
    let database = network(Backend::Sqlite).await;
    let server = database.serve();
    let client = server.signed_in(Account::Administrator).await;

    let answer = client.ask(
        r#"mutation { reportRequest(input: {period: "IQ-2023", cutOff: "1999-12-31", network: "NO-SUCH", subProject: "SP-1"}) {
            reportRun { id } userErrors { code field message } } }"#,
    ).await;

    let payload = &answer["data"]["reportRequest"];
    assert!(payload["reportRun"].is_null(), "{answer}");
    assert!(payload["userErrors"].as_array().is_some_and(|errors| errors.len() >= 2), "{answer}");
}

#[tokio::test]
async fn a_visitor_asks_for_no_report() {
    let database = network(Backend::Sqlite).await;
    let server = database.serve();

    let answer = server.visitor().ask(REQUEST).await;

    assert_eq!(answer["errors"][0]["extensions"]["code"], "UNAUTHENTICATED", "{answer}");
}

#[tokio::test]
async fn a_cancelled_run_is_in_no_stage() {
    let database = network(Backend::Sqlite).await;
    let server = database.serve_alone();
    let client = server.signed_in(Account::Administrator).await;
    let id = request(&client).await;
    let stage = format!("{{ reportRun(id: \"{id}\") {{ state stage }} }}");
    let waiting = client.ask(&stage).await;

    client
        .ask(&format!("mutation {{ reportCancel(input: {{id: \"{id}\"}}) {{ reportRun {{ id }} }} }}"))
        .await;

    let cancelled = client.ask(&stage).await;
    assert_eq!(waiting["data"]["reportRun"], json!({"state": "WAITING", "stage": "QUEUED"}));
    assert_eq!(cancelled["data"]["reportRun"], json!({"state": "CANCELLED", "stage": null}));
}
