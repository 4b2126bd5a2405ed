//! What nobody can see in words that people write: refused wherever they are taken, and told in a sentence.

use serde_json::{Value, json};

use crate::harness::{Account, Backend, Database, csv, on_each_database, participation};

/// A bell, an escape, the end of a string, and what turns the direction of the words after it.
const UNSEEN: [(&str, &str); 4] =
    [("a\u{7}b", "U+0007"), ("\u{1b}[31mrot", "U+001B"), ("a\0b", "U+0000"), ("nie\u{202e}nebo", "U+202E")];

async fn network(backend: Backend) -> Database {
    let database = backend.migrated().await.with_network().with_account(Account::Administrator);
    database.import("participations", &csv(&[participation("P-1", "SP-1").without("isced")])).expect(0);
    database
}

/// The mistakes of an answer of the API: as payload, or as the error of the request.
fn told(answer: &Value) -> String {
    let payload = answer["data"].as_object().and_then(|fields| fields.values().next());
    match payload.map(|payload| &payload["userErrors"][0]) {
        Some(mistake) if mistake.is_object() => format!("{} {}", mistake["code"], mistake["message"]),
        _ => answer["errors"][0]["message"].to_string(),
    }
}

on_each_database! {
    async fn forms_refuse_what_nobody_can_see(backend) {
        let database = network(backend).await;
        let server = database.serve_alone();
        let administrator = server.signed_in(Account::Administrator).await;
        let findings = "/findings?period=IQ-2023&unit=sub_project:SP-1&cut_off=2025-12-31&state=warning";
        for (text, named) in UNSEEN {
            let note = [("unit", "sub_project:SP-1"), ("indicator", "EECO01"), ("gender", ""), ("text", text)];
            let deadline = [("cut_off", "2025-12-31"), ("due_on", "2026-02-15"), ("reason", text)];
            for (page, action, fields) in [
                ("/notes?period=IQ-2023", "/notes", &note[..]),
                ("/deadlines?period=IQ-2023", "/deadlines/set", &deadline[..]),
                (findings, "/findings/waive", &[("reason", text)][..]),
            ] {
                let answer = administrator.submit(page, action, fields).await;

                assert_eq!(answer.status(), 422, "{action} {named}");
                let page = answer.text().await.expect("a page");
                assert!(page.contains(&format!("das niemand sehen kann ({named})")), "{action} {named}: {page}");
            }
        }
    }

    async fn the_api_refuses_what_nobody_can_see(backend) {
        let database = network(backend).await;
        let server = database.serve_alone();
        let administrator = server.signed_in(Account::Administrator).await;
        let estimate = json!({ "period": "IQ-2023", "indicator": "EECO16", "count": 1, "validFrom": "2024-01-01", "method": "Befragung" });
        for (text, named) in UNSEEN {
            let with = |base: &Value, name: &str| {
                let mut input = base.clone();
                input[name] = json!(text);
                input
            };
            let note = json!({ "period": "IQ-2023", "indicator": "EECO01" });
            let profile = json!({ "period": "IQ-2023", "choices": [{ "key": "ltu", "value": "sgb3" }] });
            for (field, kind, input) in [
                ("estimateEnter", "EstimateEnterInput", with(&estimate, "method")),
                ("estimateEnter", "EstimateEnterInput", with(&estimate, "document")),
                ("estimateEnter", "EstimateEnterInput", with(&estimate, "reason")),
                ("figureNoteAdd", "FigureNoteAddInput", with(&note, "text")),
                ("countingProfileSet", "CountingProfileSetInput", with(&profile, "reason")),
            ] {
                let query = format!("mutation ($input: {kind}!) {{ {field}(input: $input) {{ userErrors {{ code message }} }} }}");

                let answer = administrator.ask_with(&query, json!({ "input": input })).await;

                assert!(told(&answer).contains(named), "{field} {named}: {answer}");
            }
        }
    }

    async fn the_command_line_refuses_what_nobody_can_see_and_puts_right_what_was_pasted(backend) {
        let database = network(backend).await;
        let corrected = csv(&[participation("P-1", "SP-1").with("gender", "male")]);
        database.file("participations.csv", &corrected);
        let note = ["note", "add", "--period", "IQ-2023", "--indicator", "EECO01", "--text"];
        for command in [
            &["import", "participations.csv", "--reason"][..],
            &["withdraw", "participations.csv", "--reason"],
            &["profile", "set", "--period", "IQ-2023", "ltu=sgb3", "--reason"],
            &["recount", "--period", "IQ-2023", "--reason"],
            &note,
        ] {
            let refused = database.run_command(&[command, &["nie\u{202e}nebo"]].concat()).expect(2);
            assert!(refused.stderr.contains("that nobody can see (U+202E)"), "{command:?}: {}", refused.stderr);
        }

        database.run_command(&[&note[..], &["Erstens\r\nzweitens\t2\r\n"]].concat()).expect(0);

        let listed = database.run_command(&["note", "list", "--period", "IQ-2023", "--format", "json"]).expect(0).json();
        assert_eq!(listed[0]["text"], "Erstens\nzweitens\t2");
    }
}
