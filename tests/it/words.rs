//! What people read instead of codes and keys: on pages, in answers of the API and on the command line.

use serde_json::Value;

use crate::harness::{Account, Backend, Client, Database, on_each_database, participation};

const NOBODY: &str = "00000000-0000-7000-8000-000000000000";

async fn network(backend: Backend) -> Database {
    let database = backend.migrated().await.with_network().with_account(Account::Administrator);
    database.with_participations(&[participation("P-1", "SP-1"), participation("P-2", "SP-1")])
}

/// The edition of a new workbook of the whole period, as a draft, made on the command line.
fn drafted(database: &Database) -> String {
    let report = ["report", "--period", "IQ-2023", "--cut-off", "2023-12-31", "--out", "report.xlsx"];
    database.run_command(&report).expect(0);
    let draft = database.run_command(&["edition", "draft"]).expect(0).stdout;
    draft.split_whitespace().next().expect("a key").to_owned()
}

/// What was wrong with approving the newest edition, in German.
async fn refused_approval(client: &Client) -> String {
    let newest = client.ask("{ reportEditions(first: 1) { nodes { id } } }").await;
    let id = &newest["data"]["reportEditions"]["nodes"][0]["id"];
    let approve =
        format!("mutation {{ editionApprove(input: {{id: {id}}}) {{ userErrors {{ message }} }} }}");
    let answer = client.ask(&approve).await;
    let message = &answer["data"]["editionApprove"]["userErrors"][0]["message"];
    message.as_str().unwrap_or_else(|| panic!("{answer}")).to_owned()
}

/// The first message of an answer.
fn message(answer: &Value) -> &str {
    answer["errors"][0]["message"].as_str().unwrap_or_else(|| panic!("{answer}"))
}

on_each_database! {
    async fn a_step_that_is_not_possible_is_told_in_german(backend) {
        let database = network(backend).await;
        drafted(&database);
        let server = database.serve_alone();
        let client = server.signed_in(Account::Administrator).await;

        let told = refused_approval(&client).await;

        assert_eq!(told, "Dieser Schritt ist nicht möglich: Die Fassung ist noch ein Entwurf.");
    }

    async fn pages_and_notes_name_whoever_runs_the_system_in_german(backend) {
        let database = network(backend).await;
        let note = ["note", "add", "--period", "IQ-2023", "--indicator", "EECO01", "--text", "Zu wenige"];
        database.run_command(&note).expect(0);
        drafted(&database);
        let server = database.serve_alone();
        let client = server.signed_in(Account::Administrator).await;
        let list = client.page("/reports").await;
        let (_, after) = list.split_once("href=\"/reports/").expect("a run");
        let (run, _) = after.split_once('"').expect("its address");

        for page in [client.page("/reports").await, client.page(&format!("/reports/{run}")).await] {
            assert!(page.contains("Betrieb des Systems"), "{page}");
            assert!(!page.contains("local operator"), "{page}");
        }
        assert!(client.page("/reports?lang=en").await.contains("operator of the system"));
        let workbook = std::fs::read(database.folder().join("report.xlsx")).expect("the workbook");
        let comments = crate::verify::parts(&workbook, "xl/comments");
        assert!(comments.contains("Zu wenige (Betrieb des Systems"), "{comments}");
    }

    async fn what_is_not_there_is_named(backend) {
        let database = network(backend).await;
        for (command, words) in [
            (vec!["deadline", "list", "--period", "NONE"], "There is no such funding period."),
            (vec!["deadline", "check", "--period", "NONE"], "There is no such funding period."),
            (vec!["note", "withdraw", NOBODY], "There is no such note"),
            (vec!["edition", "submit", NOBODY], "There is no such edition"),
            (vec!["edition", "rebuild", NOBODY], "There is no such edition"),
            (vec!["edition", "draft", "--run", NOBODY], "There is no such report"),
        ] {
            let refused = database.run_command(&command).expect(2).stderr;
            assert!(refused.starts_with(&format!("error: {words}")), "{command:?}: {refused}");
        }
        let server = database.serve_alone();
        let client = server.signed_in(Account::Administrator).await;
        let answer = client.ask(r#"{ reportDeadlines(period: "NONE") { dueOn } }"#).await;
        assert_eq!(message(&answer), "Diese Förderperiode gibt es nicht.");
    }

    async fn a_note_of_many_lines_is_one_row_of_the_table(backend) {
        let database = network(backend).await;
        let text = format!("Erstens\nzweitens\r\n{}", "lang ".repeat(100));
        let note = ["note", "add", "--period", "IQ-2023", "--indicator", "EECO01", "--text", &text];
        database.run_command(&note).expect(0);
        let list = |more: &[&str]| {
            database.run_command(&[&["note", "list", "--period", "IQ-2023"], more].concat()).expect(0)
        };

        let table = list(&[]).stdout;

        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(lines.len(), 2, "{table}");
        assert!(lines[1].contains("Erstens zweitens lang") && lines[1].contains('…'), "{table}");
        assert_eq!(list(&["--format", "json"]).json()[0]["text"], text.replace("\r\n", "\n").trim(), "whole for programs");
    }

    async fn a_moment_that_leaves_out_what_came_later_is_remarked_on(backend) {
        let database = network(backend).await;
        let report = ["report", "--period", "IQ-2023", "--cut-off", "2023-12-31", "--out", "r.xlsx", "--known-at"];

        let of_now = database.run_command(&report[..7]).expect(0).stderr;
        let empty = database.run_command(&[&report[..], &["2023-06-30"]].concat()).expect(0).stderr;
        let server = database.serve_alone();
        let client = server.signed_in(Account::Administrator).await;
        database.tamper("UPDATE sub_project SET recorded_at = '2023-01-01 00:00:00+00:00'").await;
        let early = database.run_command(&[&report[..], &["2023-07-31"]].concat()).expect(0).stderr;

        assert!(!of_now.contains("warning"), "{of_now}");
        assert!(empty.contains("warning: Nothing of this funding period had been recorded by 2023-06-30"), "{empty}");
        assert!(early.contains("warning: The state of knowledge 2023-07-31 23:59 UTC lies before the cut-off 2023-12-31"), "{early}");
        let list = client.page("/reports").await;
        let (_, after) = list.split_once("href=\"/reports/").expect("a run");
        let (run, _) = after.split_once('"').expect("its address");
        let page = client.page(&format!("/reports/{run}")).await;
        assert!(page.contains("Der Kenntnisstand 31.07.2023 23:59 UTC liegt vor dem Stichtag 31.12.2023"), "{page}");
    }

    async fn reasons_beyond_measure_are_refused_with_the_limit(backend) {
        let database = network(backend).await;
        let endless = "x".repeat(1001);
        database.file("participations.csv", crate::harness::csv(&[participation("P-1", "SP-1")]));
        for command in [
            vec!["import", "participations.csv"],
            vec!["withdraw", "participations.csv"],
            vec!["profile", "set", "--period", "IQ-2023", "ltu=sgb3"],
            vec!["recount", "--period", "IQ-2023"],
        ] {
            let refused = database.run_command(&[&command[..], &["--reason", &endless]].concat()).expect(2);
            assert!(refused.stderr.contains("at most 1000 characters"), "{command:?}: {}", refused.stderr);
        }
    }
}
