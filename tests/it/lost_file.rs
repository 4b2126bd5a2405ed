//! Files of reports that somebody removed from the store by hand: told in words everywhere, and made again when asked for.

use reqwest::{Response, StatusCode};
use serde_json::Value;

use crate::harness::{Account, Backend, Client, Database, eventually, on_each_database, participation};

const REQUEST: &str = r#"mutation { reportRequest(input: {period: "IQ-2023", cutOff: "2023-12-31"}) {
    reportRun { id } userErrors { code } } }"#;
const REPORT: [&str; 7] =
    ["report", "--period", "IQ-2023", "--cut-off", "2023-12-31", "--out", "report.xlsx"];

async fn network(backend: Backend) -> Database {
    let database = backend.migrated().await.with_network().with_account(Account::Administrator);
    database.with_participations(&[participation("P-1", "SP-1"), participation("P-2", "SP-1")])
}

/// Asks for the workbook of the whole period and waits until it is there; the run.
async fn workbook(client: &Client) -> Value {
    let answer = client.ask(REQUEST).await;
    let id = answer["data"]["reportRequest"]["reportRun"]["id"].as_str();
    let id = id.unwrap_or_else(|| panic!("{answer}")).to_owned();
    eventually("a finished report", async || {
        let run = run(client, &id).await;
        ["DONE", "FAILED"].contains(&run["state"].as_str().unwrap_or_default()).then_some(run)
    })
    .await
}

async fn run(client: &Client, id: &str) -> Value {
    let query =
        format!(r#"{{ reportRun(id: "{id}") {{ id state file {{ url sha256 removedAt removed }} }} }}"#);
    client.ask(&query).await["data"]["reportRun"].clone()
}

async fn download(client: &Client, run: &Value, language: &str) -> Response {
    client.get(&format!("{}{language}", run["file"]["url"].as_str().expect("a file"))).await
}

/// Empties the store, as somebody does who tidies up a disk.
fn lose_files(database: &Database) {
    std::fs::remove_dir_all(database.folder().join("files/reports")).expect("the files were there");
}

on_each_database! {
    async fn a_download_of_a_lost_file_says_what_to_do(backend) {
        let database = network(backend).await;
        let server = database.serve();
        let client = server.signed_in(Account::Administrator).await;
        let before = workbook(&client).await;
        assert_eq!(download(&client, &before, "").await.status(), StatusCode::OK);
        lose_files(&database);

        let german = download(&client, &before, "").await;
        let told = run(&client, before["id"].as_str().expect("an id")).await;
        let english = download(&client, &before, "?lang=en").await;

        assert_eq!([german.status(), english.status()], [StatusCode::GONE; 2]);
        let (german, english) = (german.text().await.expect("a page"), english.text().await.expect("a page"));
        assert!(german.contains("liegt nicht mehr in der Dateiablage") && german.contains("Erneut anfordern"), "{german}");
        assert!(english.contains("The file is no longer in the store"), "{english}");
        assert!(told["file"]["removedAt"].is_string(), "{told}");
        assert!(told["file"]["removed"].as_str().is_some_and(|words| words.contains("Dateiablage")), "{told}");
        assert_eq!(told["file"]["sha256"], before["file"]["sha256"], "its hash stays");
        database.run_command(&["audit", "verify"]).expect(0);
    }

    async fn whoever_asks_again_for_what_is_lost_gets_a_new_file(backend) {
        let database = network(backend).await;
        let server = database.serve();
        let client = server.signed_in(Account::Administrator).await;
        let before = workbook(&client).await;
        assert_eq!(workbook(&client).await["id"], before["id"], "nothing has changed");
        lose_files(&database);

        let after = workbook(&client).await;

        assert_ne!(after["id"], before["id"]);
        assert_eq!(download(&client, &after, "").await.status(), StatusCode::OK);
        assert_eq!(workbook(&client).await["id"], after["id"], "it is at hand");
        lose_files(&database);
        database.run_command(&REPORT).expect(0);
    }

    async fn a_modified_copy_is_told_as_such_without_its_original(backend) {
        let database = network(backend).await;
        database.run_command(&REPORT).expect(0);
        let mut copy = std::fs::read(database.folder().join("report.xlsx")).expect("the workbook");
        copy.push(0);
        database.file("copy.xlsx", &copy);
        let server = database.serve();
        let client = server.signed_in(Account::Administrator).await;
        lose_files(&database);

        let answer = client.upload("/reports", "/reports/verify", ("copy.xlsx", &copy)).await;
        let by_command = database.run_command(&["verify", "copy.xlsx"]).expect(1);

        assert_eq!(answer.status(), StatusCode::OK);
        let page = answer.text().await.expect("a page");
        assert!(page.contains("Verändert") && page.contains("Das Original ist nicht mehr gespeichert"), "{page}");
        assert!(by_command.stdout.contains("MODIFIED") && by_command.stdout.contains("no longer stored"), "{by_command:?}");
    }

    async fn what_was_handed_in_can_be_made_again(backend) {
        let database = network(backend).await;
        database.run_command(&REPORT).expect(0);
        let draft = database.run_command(&["edition", "draft"]).expect(0).stdout;
        let edition = draft.split_whitespace().next().expect("a key");
        database.run_command(&["edition", "submit", edition]).expect(0);
        let server = database.serve();
        let client = server.signed_in(Account::Administrator).await;
        let run = workbook(&client).await;
        lose_files(&database);

        let answer = download(&client, &run, "").await;

        assert_eq!(answer.status(), StatusCode::GONE);
        let page = answer.text().await.expect("a page");
        let command = format!("migranet edition rebuild {edition} --out bericht.xlsx");
        assert!(page.contains(&command), "{page}");
        let arguments: Vec<&str> = command.split(' ').skip(1).collect();
        let rebuilt = database.run_command(&arguments).expect(0);
        assert!(rebuilt.stdout.contains("same bytes"), "{rebuilt:?}");
    }
}
