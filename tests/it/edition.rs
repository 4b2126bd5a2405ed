//! Editions: from the draft to the approved report, and what may still change behind it.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::harness::{
    Account, Backend, Client, Database, Row, csv, eventually, on_each_database, participation,
};

fn people() -> Vec<Row> {
    (1..=4).map(|number| participation(&format!("P-{number}"), "SP-1")).collect()
}

async fn network(backend: Backend) -> Database {
    backend
        .migrated()
        .await
        .with_network()
        .with_account(Account::Administrator)
        .with_account(Account::Coordinator)
        .with_account(Account::ProjectStaff)
        .with_account(Account::Auditor)
        .with_participations(&people())
}

/// Asks for the workbook of SP-1 and waits until it is there; the run.
async fn workbook(client: &Client) -> Value {
    let request = r#"mutation { reportRequest(input: {period: "IQ-2023", cutOff: "2023-12-31", subProject: "SP-1"}) {
        reportRun { id } userErrors { code } } }"#;
    let answer = client.ask(request).await;
    let id =
        answer["data"]["reportRequest"]["reportRun"]["id"].as_str().unwrap_or_else(|| panic!("{answer}"));
    let query =
        format!(r#"{{ reportRun(id: "{id}") {{ id state failure {{ message }} file {{ url sha256 }} }} }}"#);
    eventually("a finished report", async || {
        let run = client.ask(&query).await["data"]["reportRun"].clone();
        ["DONE", "FAILED"].contains(&run["state"].as_str().unwrap_or_default()).then_some(run)
    })
    .await
}

/// Takes a step; the edition, or the code of what was wrong.
async fn step(client: &Client, field: &str, input: Value) -> Result<Value, String> {
    let input_type = match field {
        "editionDraft" => "EditionDraftInput",
        "editionSubmit" => "EditionSubmitInput",
        "editionApprove" => "EditionApproveInput",
        _ => "EditionReturnInput",
    };
    let query = format!(
        "mutation ($input: {input_type}!) {{ {field}(input: $input) {{ edition {{ id number state changesSince \
         events {{ state by reason }} }} userErrors {{ code }} }} }}"
    );
    let answer = client.ask_with(&query, json!({ "input": input })).await;
    if let Some(code) = answer["errors"][0]["extensions"]["code"].as_str() {
        return Err(code.to_owned());
    }
    let payload = &answer["data"][field];
    match payload["userErrors"][0]["code"].as_str() {
        Some(code) => Err(code.to_owned()),
        None => Ok(payload["edition"].clone()),
    }
}

async fn drafted(client: &Client) -> Value {
    let run = workbook(client).await;
    step(client, "editionDraft", json!({ "reportRun": run["id"] })).await.expect("a draft")
}

fn by_id(edition: &Value) -> Value {
    json!({ "id": edition["id"] })
}

async fn now(client: &Client, edition: &Value) -> Value {
    let query = format!(
        r#"{{ reportEdition(id: {}) {{ number state changesSince events {{ state by reason }} }} }}"#,
        edition["id"]
    );
    client.ask(&query).await["data"]["reportEdition"].clone()
}

/// The participation of P-1 with another gender, imported.
fn correct(database: &Database, more: &[&str]) -> (i32, Value) {
    database.file("participations.csv", csv(&[participation("P-1", "SP-1").with("gender", "male")]));
    let mut arguments = vec!["import", "participations.csv", "--format", "json"];
    arguments.extend(more);
    let outcome = database.run_command(&arguments);
    (outcome.status.unwrap_or_default(), outcome.json())
}

on_each_database! {
    async fn two_drafts_at_once_are_one_edition_and_the_second_is_told_so(backend) {
        let database = network(backend).await;
        let server = database.serve();
        let staff = server.signed_in(Account::ProjectStaff).await;
        let run = workbook(&staff).await;

        let draft = || step(&staff, "editionDraft", json!({ "reportRun": run["id"] }));
        let drafts: [Result<Value, String>; 4] = tokio::join!(draft(), draft(), draft(), draft()).into();

        let refused = drafts.iter().filter(|draft| **draft == Err("edition-exists".to_owned()));
        assert_eq!(refused.count(), 3, "{drafts:?}");
        let editions = staff.ask("{ reportEditions { totalCount } }").await;
        assert_eq!(editions["data"]["reportEditions"]["totalCount"], 1, "{editions}");
    }

    async fn a_draft_tells_the_form_its_workbook_was_built_in(backend) {
        let database = network(backend).await;
        let server = database.serve();
        let staff = server.signed_in(Account::ProjectStaff).await;
        let run = workbook(&staff).await;
        database.tamper("UPDATE report_run SET template_version = '1'").await;

        let draft = step(&staff, "editionDraft", json!({ "reportRun": run["id"] })).await.expect("a draft");

        let query = format!("{{ reportEdition(id: {}) {{ templateVersion }} }}", draft["id"]);
        assert_eq!(staff.ask(&query).await["data"]["reportEdition"]["templateVersion"], "1");
    }

    async fn an_edition_goes_up_the_chain(backend) {
        let database = network(backend).await;
        let server = database.serve();
        let staff = server.signed_in(Account::ProjectStaff).await;
        let coordinator = server.signed_in(Account::Coordinator).await;

        let draft = drafted(&staff).await;
        let early = step(&coordinator, "editionApprove", by_id(&draft)).await;
        let submitted = step(&staff, "editionSubmit", by_id(&draft)).await.expect("a submission");
        let own = step(&staff, "editionApprove", by_id(&draft)).await;
        let auditor = step(&server.signed_in(Account::Auditor).await, "editionApprove", by_id(&draft)).await;
        let silent = step(&coordinator, "editionReturn", json!({ "id": draft["id"], "reason": " " })).await;
        let returned =
            step(&coordinator, "editionReturn", json!({ "id": draft["id"], "reason": "Ziele fehlen" })).await.expect("a return");

        assert_eq!(early, Err("edition-state".to_owned()));
        assert_eq!((&submitted["number"], &submitted["state"]), (&json!(1), &json!("SUBMITTED")));
        assert_eq!((own, auditor), (Err("FORBIDDEN".to_owned()), Err("FORBIDDEN".to_owned())));
        assert_eq!(silent, Err("edition-reason".to_owned()));
        assert_eq!(returned["state"], "RETURNED");
        let events: Vec<_> = returned["events"].as_array().expect("events").iter().map(|event| (event["state"].as_str(), event["reason"].as_str())).collect();
        assert_eq!(events, [(Some("DRAFT"), None), (Some("SUBMITTED"), None), (Some("RETURNED"), Some("Ziele fehlen"))]);

        // the next edition answers it
        correct(&database, &[]);
        let second = drafted(&staff).await;
        step(&staff, "editionSubmit", by_id(&second)).await.expect("a submission");
        let approved = step(&coordinator, "editionApprove", by_id(&second)).await.expect("an approval");
        assert_eq!((&approved["number"], &approved["state"]), (&json!(2), &json!("APPROVED")));
        assert_eq!(now(&staff, &draft).await["state"], "SUPERSEDED");
    }

    async fn what_was_handed_in_changes_only_with_a_reason_and_the_change_is_counted(backend) {
        let database = network(backend).await;
        let server = database.serve();
        let staff = server.signed_in(Account::ProjectStaff).await;
        let draft = drafted(&staff).await;
        step(&staff, "editionSubmit", by_id(&draft)).await.expect("a submission");
        assert_eq!(now(&staff, &draft).await["changesSince"], 0);

        let (status, refused) = correct(&database, &[]);
        assert_eq!((status, &refused["held_back"]), (1, &json!(1)), "{refused}");
        assert_eq!(refused["findings"][0]["rule"], "I-25", "{refused}");
        assert_eq!(now(&staff, &draft).await["changesSince"], 0);

        let (status, corrected) = correct(&database, &["--reason", "falsch abgeschrieben"]);
        assert_eq!((status, &corrected["changed"]), (0, &json!(1)), "{corrected}");
        database.import("participations", &csv(&[participation("P-9", "SP-1")])).expect(0);
        assert_eq!(now(&staff, &draft).await["changesSince"], 2, "a correction and a late entry");
    }
}

#[tokio::test]
async fn whoever_submits_does_not_approve_unless_four_eyes_are_waived() {
    let database = network(Backend::Sqlite).await;
    let server = database.serve();
    let administrator = server.signed_in(Account::Administrator).await;
    let draft = drafted(&administrator).await;
    step(&administrator, "editionSubmit", by_id(&draft)).await.expect("a submission");

    let alone = step(&administrator, "editionApprove", by_id(&draft)).await;
    database.run_command(&["edition", "four-eyes", "--period", "IQ-2023", "off"]).expect(0);
    let waived = step(&administrator, "editionApprove", by_id(&draft)).await;

    assert_eq!(alone, Err("edition-four-eyes".to_owned()));
    assert_eq!(waived.expect("an approval")["state"], "APPROVED");
}

#[tokio::test]
async fn a_workbook_tells_whether_it_was_modified() {
    let database = network(Backend::Sqlite).await;
    let report = ["report", "--period", "IQ-2023", "--cut-off", "2023-12-31", "--out", "report.xlsx"];
    database.run_command(&report).expect(0);
    database.run_command(&["edition", "draft"]).expect(0);
    let path: PathBuf = database.folder().join("report.xlsx");
    let original = std::fs::read(&path).expect("the workbook");

    let whole = database.run_command(&["verify", "report.xlsx"]).expect(0);
    std::fs::write(&path, forged(&original)).expect("a file");
    let modified = database.run_command(&["verify", "report.xlsx"]).expect(1);
    database.file("other.xlsx", b"no workbook");
    let none = database.run_command(&["verify", "other.xlsx"]).expect(2);

    assert!(
        whole.stdout.contains("edition 1 of report IQ-2023 as of 2023-12-31, draft, unmodified"),
        "{}",
        whole.stdout
    );
    assert!(modified.stdout.contains("MODIFIED"), "{}", modified.stdout);
    assert!(modified.stdout.contains("forged"), "{}", modified.stdout);
    assert!(!none.stderr.is_empty());
}

/// The workbook with one text changed in the parts of its sheets.
fn forged(original: &[u8]) -> Vec<u8> {
    use std::io::{Cursor, Read, Write};
    let mut parts = zip::ZipArchive::new(Cursor::new(original)).expect("a workbook");
    let mut forged = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..parts.len() {
        let mut part = parts.by_index(index).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut text = Vec::new();
        part.read_to_end(&mut text).expect("its contents");
        let text = match String::from_utf8(text) {
            Ok(text) => text.replace(">EECO01<", ">forged<").into_bytes(),
            Err(other) => other.into_bytes(),
        };
        forged.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        forged.write_all(&text).expect("its contents");
    }
    forged.finish().expect("a workbook").into_inner()
}
