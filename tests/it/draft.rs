//! Which report a draft is made of on the command line.

use crate::harness::{Account, Backend, Client, Database, eventually, on_each_database, participation};

async fn network(backend: Backend) -> Database {
    let people = [participation("P-1", "SP-1"), participation("P-2", "SP-2")];
    backend.migrated().await.with_network().with_account(Account::Administrator).with_participations(&people)
}

/// Asks for a report on the command line; the key of its run.
fn reported(database: &Database, unit: &[&str]) -> String {
    let report = ["report", "--period", "IQ-2023", "--cut-off", "2023-12-31", "--out", "report.xlsx"];
    let told = database.run_command(&[&report[..], unit].concat()).expect(0).stdout;
    let (_, after) = told.split_once("\nrun ").unwrap_or_else(|| panic!("{told}"));
    after.split(':').next().expect("a key").to_owned()
}

/// Asks for a report on the page and waits for it; the key of its run.
async fn requested(client: &Client, unit: &str) -> String {
    let fields = [("unit", unit), ("cut_off", "2023-12-31"), ("known_at", ""), ("language", "de")];
    let answer = client.submit("/reports?period=IQ-2023", "/reports", &fields).await;
    let run = answer.headers()["location"].to_str().expect("an address").to_owned();
    eventually("a finished report", async || client.page(&run).await.contains("SHA-256").then_some(())).await;
    run.trim_start_matches("/reports/").to_owned()
}

on_each_database! {
    async fn a_draft_is_of_the_report_asked_for_last_also_when_it_was_there_already(backend) {
        let database = network(backend).await;
        let first = reported(&database, &["--sub-project", "SP-1"]);
        let whole = reported(&database, &[]);
        let again = reported(&database, &["--sub-project", "SP-1"]);

        let draft = database.run_command(&["edition", "draft"]).expect(0).stdout;
        let named = database.run_command(&["edition", "draft", "--run", &whole]).expect(0).stdout;
        let twice = database.run_command(&["edition", "draft"]).expect(2).stderr;

        assert_eq!((&again, first == whole), (&first, false));
        assert!(draft.contains("edition 1, draft: period IQ-2023, sub-project SP-1, cut-off 2023-12-31"), "{draft}");
        assert!(named.contains("edition 1, draft: period IQ-2023, the whole network, cut-off 2023-12-31"), "{named}");
        assert!(twice.contains("already"), "{twice}");
        assert_eq!(draft.split_whitespace().next().map(str::len), Some(36), "the first word is the key: {draft}");
        database.run_command(&["audit", "verify"]).expect(0);
    }

    async fn whom_the_command_line_asked_for_nothing_it_asks_which_report_is_meant(backend) {
        let database = network(backend).await;
        let nothing = database.run_command(&["edition", "draft"]).expect(2).stderr;
        let server = database.serve();
        let client = server.signed_in(Account::Administrator).await;
        requested(&client, "sub_project:SP-1").await;
        let whole = requested(&client, "whole").await;

        let unclear = database.run_command(&["edition", "draft"]).expect(2).stderr;
        let named = database.run_command(&["edition", "draft", "--run", &whole]).expect(0).stdout;

        assert!(nothing.contains("no workbook has been made yet"), "{nothing}");
        assert!(unclear.contains("--run"), "{unclear}");
        assert!(named.contains("the whole network"), "{named}");
    }
}

#[tokio::test]
async fn a_day_written_otherwise_is_refused_with_how_it_is_written() {
    let database = Backend::Sqlite.migrated().await;
    for command in [
        vec!["report", "--period", "IQ-2023", "--out", "r.xlsx", "--cut-off", "31.12.2023"],
        vec!["figures", "--period", "IQ-2023", "--cut-off", "31.12.2023"],
        vec!["figures", "--period", "IQ-2023", "--cut-off", "2023-12-31", "--known-at", "31.12.2023"],
        vec!["worklist", "--period", "IQ-2023", "--cut-off", "2023-13-31"],
        vec!["account", "grant", "a@example.org", "auditor", "--from", "heute"],
    ] {
        let refused = database.run_command(&command).expect(2).stderr;
        assert!(refused.contains("YYYY-MM-DD") && refused.contains("e.g. 20"), "{command:?}: {refused}");
    }
}
