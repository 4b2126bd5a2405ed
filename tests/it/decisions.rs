//! Decisions that are refused: because somebody was faster, because of what was written, because of the address they came from.

use futures::future::join_all;
use serde_json::json;

use crate::harness::{Account, Backend, Client, Database, csv, on_each_database, participation};

const LIST: &str = "/findings?period=IQ-2023&unit=sub_project:SP-1&cut_off=2025-12-31&state=warning";

/// An edition of SP-1, submitted by project staff; the address of its run.
async fn submitted(database: &Database, staff: &Client) -> String {
    let report = ["report", "--period", "IQ-2023", "--cut-off", "2023-12-31", "--sub-project", "SP-1"];
    let told = database.run_command(&[&report[..], &["--out", "report.xlsx"]].concat()).expect(0).stdout;
    let (_, run) = told.split_once("\nrun ").unwrap_or_else(|| panic!("{told}"));
    let run = format!("/reports/{}", run.split(':').next().expect("a key"));
    for step in ["draft", "submit"] {
        let answer = staff.submit(&run, &format!("{run}/edition"), &[("step", step)]).await;
        assert_eq!(answer.status(), 303, "{step}");
    }
    run
}

async fn network(backend: Backend) -> Database {
    let people = [participation("P-1", "SP-1"), participation("P-2", "SP-1").without("isced")];
    let database = backend.migrated().await.with_network();
    database.import("participations", &csv(&people)).expect(0);
    Account::ALL.into_iter().fold(database, Database::with_account)
}

/// What stands beside a field.
fn beside<'a>(page: &'a str, field: &str) -> &'a str {
    let (_, said) =
        page.split_once(&format!("id=\"{field}-error\"")).unwrap_or_else(|| panic!("{field}: {page}"));
    said.split("</p>").next().unwrap_or_default()
}

on_each_database! {
    async fn whoever_was_slower_is_told_what_the_edition_is_now(backend) {
        let database = network(backend).await;
        let server = database.serve();
        let staff = server.signed_in(Account::ProjectStaff).await;
        let coordinator = server.signed_in(Account::Coordinator).await;
        submitted(&database, &staff).await;
        let newest = coordinator.ask("{ reportEditions(first: 1) { nodes { id } } }").await;
        let id = &newest["data"]["reportEditions"]["nodes"][0]["id"];
        let decide = |number: usize| {
            let (field, kind, input) = match number % 2 {
                0 => ("editionApprove", "EditionApproveInput", json!({ "id": id })),
                _ => ("editionReturn", "EditionReturnInput", json!({ "id": id, "reason": "Ziele fehlen" })),
            };
            let query = format!("mutation ($input: {kind}!) {{ {field}(input: $input) {{ edition {{ state }} userErrors {{ code message }} }} }}");
            let coordinator = coordinator.clone();
            async move { coordinator.ask_with(&query, json!({ "input": input })).await["data"][field].clone() }
        };

        let outcomes = join_all((0..8).map(decide)).await;

        let taken: Vec<_> = outcomes.iter().filter(|outcome| outcome["edition"].is_object()).collect();
        assert_eq!(taken.len(), 1, "{outcomes:?}");
        let now = if taken[0]["edition"]["state"] == "APPROVED" { "freigegeben" } else { "zurückgegeben" };
        for outcome in outcomes.iter().filter(|outcome| outcome["edition"].is_null()) {
            let mistake = &outcome["userErrors"][0];
            assert!(["edition-state", "edition-moved-on"].contains(&mistake["code"].as_str().unwrap_or_default()), "{outcome}");
            assert!(mistake["message"].as_str().is_some_and(|words| words.contains(now)), "{now}: {outcome}");
        }
    }

    async fn an_answer_is_refused_beside_its_field_in_words_about_an_answer(backend) {
        let database = network(backend).await;
        let server = database.serve();
        let staff = server.signed_in(Account::ProjectStaff).await;
        let coordinator = server.signed_in(Account::Coordinator).await;
        let run = submitted(&database, &staff).await;
        let action = format!("{run}/edition");
        let endless = "x".repeat(1001);
        let returned = coordinator.submit(&run, &action, &[("step", "return"), ("reason", "Ziele fehlen:\r\n2023\r\n")]).await;
        assert_eq!(returned.status(), 303);
        for (answer, words) in [
            (endless.as_str(), "Eine Antwort hat höchstens 1000 Zeichen"),
            (" ", "was auf die Rückgabe zu antworten ist"),
            ("2023 gab es\u{202e} keine", "das niemand sehen kann (U+202E)"),
        ] {
            let refused = staff.submit(&run, &action, &[("step", "submit"), ("reason", answer)]).await;

            assert_eq!(refused.status(), 422);
            let page = refused.text().await.expect("a page");
            assert!(beside(&page, "answer").contains(words), "{words}: {page}");
            assert!(page.contains("href=\"#answer\"") && page.contains(&format!(" required>{answer}</textarea>")), "what was typed stays: {page}");
            assert!(!page.contains("Grund von höchstens"), "{page}");
        }
        assert!(staff.page(&run).await.contains("<q class=\"words\">Ziele fehlen:\n2023</q>"), "lines stay, the end of the last does not");
        let filled = format!("{}\r\n{}", "x".repeat(500), "y".repeat(499));
        let answered = staff.submit(&run, &action, &[("step", "submit"), ("reason", &filled)]).await;
        assert_eq!(answered.status(), 303, "the end of a line is one character, as the browser counts");
        let remark = coordinator.submit(&run, &action, &[("step", "approve"), ("reason", &endless)]).await;
        assert_eq!(remark.status(), 422);
        let page = remark.text().await.expect("a page");
        assert!(beside(&page, "reason").contains("Eine Bemerkung hat höchstens 1000 Zeichen"), "{page}");
    }

    async fn a_decision_from_an_address_that_cannot_be_read_changes_nothing(backend) {
        let database = network(backend).await;
        let server = database.serve_alone();
        let staff = server.signed_in(Account::ProjectStaff).await;
        let list = staff.page(LIST).await;
        let (_, key) = list.split_once("name=\"finding\" value=\"").expect("a finding");
        let key = key.split('"').next().expect("its key");
        let fields = |cut_off, unit, state| {
            [("finding", key), ("reason", "geprüft"), ("period", "IQ-2023"), ("unit", unit), ("cut_off", cut_off), ("state", state)]
        };
        let whole = fields("2025-12-31", "sub_project:SP-1", "warning");
        let broken = [
            (fields("31.12.2025", "sub_project:SP-1", "warning"), "31.12.2025"),
            (fields("2025-12-31", "sub_project", "warning"), "„sub_project“"),
            (fields("2025-12-31", "sub_project:SP-1", "odd"), "„odd“"),
        ];
        for (fields, words) in &broken {
            let answer = staff.submit_with_token("/findings/waive", fields).await;

            assert_eq!(answer.status(), 422, "{fields:?}");
            let page = answer.text().await.expect("a page");
            assert!(page.contains("role=\"alert\"") && page.contains(words), "{page}");
            assert!(staff.page(LIST).await.contains(key), "nothing was waived: {fields:?}");
        }

        assert_eq!(staff.submit_with_token("/findings/waive", &whole).await.status(), 303);
        for (fields, words) in &broken {
            let answer = staff.submit_with_token("/findings/revoke", fields).await;

            assert_eq!(answer.status(), 422, "{fields:?}");
            assert!(answer.text().await.expect("a page").contains(words), "{fields:?}");
            assert!(!staff.page(LIST).await.contains(key), "it stays waived: {fields:?}");
        }
    }

    async fn a_note_is_not_withdrawn_for_a_list_there_is_none_of(backend) {
        let database = network(backend).await;
        let note = ["note", "add", "--period", "IQ-2023", "--sub-project", "SP-1", "--indicator", "EECO01", "--text", "Zu wenige"];
        let key = database.run_command(&note).expect(0).stdout.trim().to_owned();
        let server = database.serve_alone();
        let staff = server.signed_in(Account::ProjectStaff).await;

        let nowhere = staff.submit_with_token(&format!("/notes/{key}/withdraw"), &[("period", "NONE")]).await;

        assert_eq!(nowhere.status(), 404);
        assert!(staff.page("/notes?period=IQ-2023").await.contains("Zu wenige"));
    }
}

#[tokio::test]
async fn a_report_in_a_language_that_nobody_speaks_here_is_refused_beside_its_field() {
    let database = network(Backend::Sqlite).await;
    let server = database.serve_alone();
    let staff = server.signed_in(Account::ProjectStaff).await;
    for language in ["fr", ""] {
        let fields = [
            ("unit", "sub_project:SP-1"),
            ("cut_off", "2023-12-31"),
            ("known_at", ""),
            ("language", language),
        ];

        let answer = staff.submit("/reports?period=IQ-2023", "/reports", &fields).await;

        assert_eq!(answer.status(), 422);
        let page = answer.text().await.expect("a page");
        assert!(beside(&page, "language").contains("Bitte Deutsch oder Englisch wählen"), "{page}");
        assert!(!page.contains("<li class=\"run\">"), "nothing was asked for: {page}");
    }
    let lang =
        ["report", "--period", "IQ-2023", "--cut-off", "2023-12-31", "--out", "r.xlsx", "--lang", "fr"];
    assert!(database.run_command(&lang).expect(2).stderr.contains("use de or en"));
}

#[tokio::test]
async fn whose_role_is_not_enough_is_told_which_one_is() {
    let database = network(Backend::Sqlite).await;
    let server = database.serve();
    let staff = server.signed_in(Account::ProjectStaff).await;
    let run = submitted(&database, &staff).await;
    let step = [("step", "approve"), ("reason", "")];
    let period = [("period", "IQ-2023")];
    for (account, path, fields, words) in [
        (Account::Nobody, None, &[][..], "Heute hat es keine"),
        (Account::ProjectStaff, Some("/deadlines/check"), &period[..], "die Rolle Administration."),
        (Account::Auditor, Some("/deadlines/check"), &period[..], "die Rolle Administration."),
        (Account::Auditor, Some(&*format!("{run}/edition")), &step[..], "Wer prüft, liest nur"),
        (Account::ProjectStaff, Some(&*format!("{run}/edition")), &step[..], "entscheidet die Koordination"),
    ] {
        let client = server.signed_in(account).await;

        let answer = match path {
            Some(path) => client.submit_with_token(path, fields).await,
            None => client.get("/deadlines").await,
        };

        assert_eq!(answer.status(), 403, "{account:?} {path:?}");
        let page = answer.text().await.expect("a page");
        assert!(page.contains("Dazu reicht Ihre Rolle nicht") && page.contains(words), "{page}");
    }
    let hidden = "/reports/00000000-0000-7000-8000-000000000000";
    assert_eq!(staff.get(hidden).await.status(), 404, "what is hidden is not there");
}
