//! Runs of reports as people meet them: many clicks at once, cancelling, what failed, and asking again.

use std::collections::BTreeSet;

use futures::future::join_all;
use serde_json::{Value, json};

use crate::harness::{Account, Backend, Client, Database, eventually, on_each_database, participation};

const ASKED: &str = r#"mutation { reportRequest(input: {period: "IQ-2023", cutOff: "2023-12-31"}) {
    reportRun { id } userErrors { code } } }"#;

async fn network(backend: Backend) -> Database {
    let people = [participation("P-1", "SP-1"), participation("P-2", "SP-2")];
    backend.migrated().await.with_network().with_account(Account::Administrator).with_participations(&people)
}

/// Asks for the workbook of the whole period; the run's id.
async fn asked(client: &Client) -> String {
    let answer = client.ask(ASKED).await;
    answer["data"]["reportRequest"]["reportRun"]["id"]
        .as_str()
        .unwrap_or_else(|| panic!("{answer}"))
        .to_owned()
}

async fn run(client: &Client, id: &str) -> Value {
    let query =
        format!("{{ reportRun(id: \"{id}\") {{ state file {{ url sha256 }} failure {{ code message }} }} }}");
    client.ask(&query).await["data"]["reportRun"].clone()
}

async fn done(client: &Client, id: &str) -> Value {
    let ended = async || Some(run(client, id).await).filter(|run| run["state"] == "DONE");
    eventually("a finished report", ended).await
}

/// The runs in a state, by the API.
async fn in_state(client: &Client, state: &str) -> Vec<String> {
    let answer = client.ask(&format!("{{ reportRuns(states: [{state}]) {{ nodes {{ id }} }} }}")).await;
    let nodes =
        answer["data"]["reportRuns"]["nodes"].as_array().unwrap_or_else(|| panic!("{answer}")).clone();
    nodes.iter().filter_map(|node| node["id"].as_str().map(str::to_owned)).collect()
}

/// The address of the only run's page.
async fn page_of(client: &Client) -> String {
    let list = client.page("/reports").await;
    let address =
        list.split("href=\"/reports/").filter_map(|rest| rest.split('"').next()).find(|id| id.len() == 36);
    format!("/reports/{}", address.unwrap_or_else(|| panic!("{list}")))
}

on_each_database! {
    async fn ten_clicks_at_once_are_one_run_one_file_and_ten_links(backend) {
        let database = network(backend).await;
        let server = database.serve();
        let client = server.signed_in(Account::Administrator).await;

        let ids: BTreeSet<String> = join_all((0..10).map(|_| asked(&client))).await.into_iter().collect();
        let id = ids.first().expect("a run").clone();
        let files = join_all((0..10).map(|_| done(&client, &id))).await;

        assert_eq!(ids.len(), 1, "{ids:?}");
        assert_eq!(in_state(&client, "DONE").await, [id]);
        let links: BTreeSet<String> = files.iter().map(|run| run["file"].to_string()).collect();
        assert_eq!(links.len(), 1, "{links:?}");
        let path = files[0]["file"]["url"].as_str().expect("a link").to_owned();
        let hashes = join_all((0..10).map(|_| async { client.get(&path).await.bytes().await.expect("a file").len() })).await;
        assert!(hashes.iter().all(|size| *size > 0 && size == &hashes[0]), "{hashes:?}");
    }

    async fn a_report_is_cancelled_and_asked_for_again_by_buttons(backend) {
        let database = network(backend).await;
        let server = database.serve_alone();
        let client = server.signed_in(Account::Administrator).await;
        let id = asked(&client).await;
        let page = page_of(&client).await;

        let cancelled = client.submit(&page, &format!("{page}/cancel"), &[]).await;
        let told = (cancelled.status().as_u16(), run(&client, &id).await["state"].clone(), in_state(&client, "CANCELLED").await);
        let again = client.submit(&page, &format!("{page}/retry"), &[]).await;

        assert_eq!(told, (303, json!("CANCELLED"), vec![id]));
        assert_eq!((again.status().as_u16(), in_state(&client, "WAITING").await.len()), (303, 1));
    }

    async fn what_failed_is_listed_with_its_cause_in_words_and_asked_for_again_by_one_call(backend) {
        let database = network(backend).await;
        let server = database.serve();
        let client = server.signed_in(Account::Administrator).await;
        let id = asked(&client).await;
        done(&client, &id).await;
        database.tamper("UPDATE report_run SET state = 'failed', file_key = NULL, failure = 'text_too_long', failure_place = 'Nachweis, Kennung'").await;

        let (listed, failed) = (in_state(&client, "FAILED").await, run(&client, &id).await);
        let page = client.page(&page_of(&client).await).await;
        let list = client.page("/reports?runs=failed").await;
        let retry = format!("mutation {{ reportRetry(input: {{id: \"{id}\"}}) {{ reportRun {{ id }} userErrors {{ code }} }} }}");
        let again = client.ask(&retry).await;

        assert_eq!(listed, [id]);
        let message = failed["failure"]["message"].as_str().expect("words");
        assert!(message.contains("Nachweis, Kennung") && message.contains("32.767"), "{message}");
        assert!(page.contains("Nachweis, Kennung"), "{page}");
        assert!(list.contains("Nachweis, Kennung"), "{list}");
        let new = again["data"]["reportRetry"]["reportRun"]["id"].as_str().unwrap_or_else(|| panic!("{again}"));
        done(&client, new).await;
        assert!(client.page("/reports?runs=failed").await.contains("Nachweis, Kennung"), "the run that failed stays listed");
    }

    async fn a_report_is_listed_cancelled_and_asked_for_again_by_the_command_line(backend) {
        let database = network(backend).await;
        let server = database.serve_alone();
        let client = server.signed_in(Account::Administrator).await;
        asked(&client).await;
        let listed = |state: &str| database.run_command(&["report", "list", "--state", state, "--format", "json"]).expect(0).json();
        let waiting = listed("waiting");
        let key = waiting[0]["key"].as_str().unwrap_or_else(|| panic!("{waiting}"));

        let early = database.run_command(&["report", "retry", key]).expect(2).stderr;
        let cancelled = database.run_command(&["report", "cancel", key]).expect(0).stdout;
        let twice = database.run_command(&["report", "cancel", key]).expect(2).stderr;
        let again = database.run_command(&["report", "retry", key, "--out", "again.xlsx"]).expect(0).stdout;

        assert_eq!((&waiting[0]["period"], &waiting[0]["cutOff"]), (&json!("IQ-2023"), &json!("2023-12-31")));
        assert_eq!(cancelled, format!("run {key}, cancelled: period IQ-2023, the whole network, cut-off 2023-12-31\n"));
        assert!(early.starts_with("error: ") && twice.starts_with("error: "), "{early}{twice}");
        assert_eq!(listed("cancelled")[0]["key"], key);
        let done = listed("done,failed");
        assert!(done[0]["key"] != key && again.contains(done[0]["fileSha256"].as_str().expect("a hash")), "{done}: {again}");
        assert!(database.folder().join("again.xlsx").exists());
        let nothing = database.run_command(&["report"]).expect(2).stderr;
        assert!(nothing.contains("--period"), "{nothing}");
    }
}

#[tokio::test]
async fn as_many_notes_as_a_cell_holds_make_a_report_and_one_more_is_refused() {
    let database = network(Backend::Sqlite).await;
    let text = format!("ü{}", "🦉".repeat(999));
    let note = [
        "note",
        "add",
        "--period",
        "IQ-2023",
        "--sub-project",
        "SP-1",
        "--indicator",
        "EECO01",
        "--text",
        &text,
    ];
    for _ in 0..12 {
        database.run_command(&note).expect(0);
    }

    let refused = database.run_command(&note);
    let elsewhere = note.map(|word| if word == "EECO01" { "EECO02" } else { word });

    assert!(refused.stderr.contains("12 notes already"), "{}", refused.stderr);
    database.run_command(&elsewhere).expect(0);
    let report = ["report", "--period", "IQ-2023", "--cut-off", "2023-12-31", "--out", "report.xlsx"];
    database.run_command(&report).expect(0);
}
