//! Editions: from the draft to the approved report, and what may still change behind it.

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
        "mutation ($input: {input_type}!) {{ {field}(input: $input) {{ edition {{ id number state changesSince {{ total }} \
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
        r#"{{ reportEdition(id: {}) {{ number state changesSince {{ total }} events {{ state by reason }} }} }}"#,
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

/// The key of the newest run that somebody may see, and its page.
async fn newest_run(client: &Client) -> (String, String) {
    let list = client.page("/reports").await;
    let mut links = list.split("href=\"/reports/").filter_map(|rest| rest.split('"').next());
    let run = links.find(|id| id.len() == 36).expect("a run").to_owned();
    let page = client.page(&format!("/reports/{run}")).await;
    (run, page)
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

    async fn a_run_leads_to_the_edition_that_its_workbook_became(backend) {
        let database = network(backend).await;
        let server = database.serve();
        let staff = server.signed_in(Account::ProjectStaff).await;
        let run = workbook(&staff).await;
        let query = "{ reportRuns(first: 1) { nodes { edition { id number } } } }";

        let before = staff.ask(query).await;
        let draft = step(&staff, "editionDraft", json!({ "reportRun": run["id"] })).await.expect("a draft");
        let after = staff.ask(query).await;

        let edition = |answer: &Value| answer["data"]["reportRuns"]["nodes"][0]["edition"].clone();
        assert_eq!((edition(&before), edition(&after)), (json!(null), json!({ "id": draft["id"], "number": 1 })));
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

        // the next edition answers it: what it was sent back for is a reason, too
        let (_, silent) = correct(&database, &[]);
        assert_eq!(silent["findings"][0]["rule"], "I-25", "{silent}");
        correct(&database, &["--reason", "Rückgabe: falsch abgeschrieben"]);
        let second = drafted(&staff).await;
        step(&staff, "editionSubmit", by_id(&second)).await.expect("a submission");
        let approved = step(&coordinator, "editionApprove", by_id(&second)).await.expect("an approval");
        assert_eq!((&approved["number"], &approved["state"]), (&json!(2), &json!("APPROVED")));
        assert_eq!(now(&staff, &draft).await["state"], "SUPERSEDED");
    }

    async fn a_returned_edition_is_handed_in_again_with_an_answer_when_nothing_is_to_be_corrected(backend) {
        let database = network(backend).await;
        let server = database.serve();
        let staff = server.signed_in(Account::ProjectStaff).await;
        let coordinator = server.signed_in(Account::Coordinator).await;
        let draft = drafted(&staff).await;
        let again = |answer: &str| json!({ "id": draft["id"], "answer": answer });
        step(&staff, "editionSubmit", by_id(&draft)).await.expect("a submission");
        let twice = step(&staff, "editionSubmit", again("doppelt")).await;
        step(&coordinator, "editionReturn", json!({ "id": draft["id"], "reason": "Ziele fehlen" })).await.expect("a return");

        let silent = step(&staff, "editionSubmit", again(" ")).await;
        let above = step(&server.signed_in(Account::Auditor).await, "editionSubmit", again("nein")).await;
        let submitted = step(&staff, "editionSubmit", again("2023 gab es keine Ziele")).await.expect("a submission");
        let (_, held) = correct(&database, &[]);
        let approved = step(&coordinator, "editionApprove", by_id(&draft)).await.expect("an approval");

        assert_eq!((twice, silent, above), (Err("edition-state".to_owned()), Err("edition-answer".to_owned()), Err("FORBIDDEN".to_owned())));
        assert_eq!((&submitted["number"], &submitted["state"]), (&json!(1), &json!("SUBMITTED")));
        let last = submitted["events"].as_array().and_then(|events| events.last()).cloned().unwrap_or_default();
        assert_eq!((&last["state"], &last["reason"]), (&json!("SUBMITTED"), &json!("2023 gab es keine Ziele")));
        assert_eq!(held["findings"][0]["rule"], "I-25", "frozen again: {held}");
        assert_eq!(approved["state"], "APPROVED");
    }

    async fn a_returned_edition_that_a_later_one_answers_is_not_handed_in_again(backend) {
        let database = network(backend).await;
        let server = database.serve();
        let staff = server.signed_in(Account::ProjectStaff).await;
        let coordinator = server.signed_in(Account::Coordinator).await;
        let draft = drafted(&staff).await;
        step(&staff, "editionSubmit", by_id(&draft)).await.expect("a submission");
        step(&coordinator, "editionReturn", json!({ "id": draft["id"], "reason": "Ziele fehlen" })).await.expect("a return");
        correct(&database, &["--reason", "Rückgabe"]);
        drafted(&staff).await;

        let again = step(&staff, "editionSubmit", json!({ "id": draft["id"], "answer": "doch" })).await;

        assert_eq!(again, Err("edition-answered".to_owned()));
        assert_eq!(now(&staff, &draft).await["state"], "RETURNED");
    }

    async fn two_editions_of_a_unit_are_compared_with_causes(backend) {
        let database = network(backend).await;
        let server = database.serve();
        let staff = server.signed_in(Account::ProjectStaff).await;
        let coordinator = server.signed_in(Account::Coordinator).await;
        let first = drafted(&staff).await;
        correct(&database, &[]);
        database.import("participations", &csv(&[participation("P-9", "SP-1")])).expect(0);
        let second = drafted(&staff).await;
        let compare = |of: &Value, with: &Value| format!(
            "{{ reportEdition(id: {}) {{ comparedWith(edition: {}) {{ from {{ number }} to {{ number }} figures {{ indicator {{ code }} \
             from {{ total women }} to {{ total women }} causes {{ cause total women }} }} }} }} }}", of["id"], with["id"]);

        let forwards = staff.ask(&compare(&first, &second)).await;
        let backwards = staff.ask(&compare(&second, &first)).await;
        let to_itself = staff.ask(&compare(&first, &first)).await;
        let above = coordinator.ask(&compare(&first, &second)).await;

        let told = &forwards["data"]["reportEdition"]["comparedWith"];
        assert_eq!((&told["from"]["number"], &told["to"]["number"]), (&json!(1), &json!(2)), "{forwards}");
        let all = told["figures"].as_array().expect("figures").iter().find(|figure| figure["indicator"]["code"] == "EECO01");
        let causes = json!([{ "cause": "LATE_ENTRY", "total": 1, "women": 1 }, { "cause": "CORRECTION", "total": 0, "women": -1 }]);
        let expected = json!({ "indicator": { "code": "EECO01" }, "from": { "total": 4, "women": 4 }, "to": { "total": 5, "women": 4 }, "causes": causes });
        assert_eq!(all, Some(&expected), "{forwards}");
        assert_eq!(forwards, backwards);
        assert_eq!(forwards, above);
        assert_eq!(to_itself["data"]["reportEdition"]["comparedWith"]["figures"], json!([]));
    }

    async fn editions_are_compared_on_the_page_and_only_those_of_one_unit(backend) {
        let database = network(backend).await;
        let server = database.serve();
        let staff = server.signed_in(Account::ProjectStaff).await;
        let administrator = server.signed_in(Account::Administrator).await;
        drafted(&staff).await;
        let fresh = newest_run(&staff).await;
        correct(&database, &[]);
        let outdated = newest_run(&staff).await;
        drafted(&staff).await;
        let whole = ["report", "--period", "IQ-2023", "--cut-off", "2023-12-31", "--out", "whole.xlsx"];
        database.run_command(&whole).expect(0);
        database.run_command(&["edition", "draft"]).expect(0);
        let editions = database.run_command(&["edition", "list", "--format", "json"]).expect(0).json();
        let key = |place: usize| editions[place]["key"].as_str().expect("a key").to_owned();
        let (run, offered) = newest_run(&staff).await;

        let page = staff.page(&format!("/reports/{run}/compare?with={}", key(2))).await;
        let hidden = staff.get(&format!("/reports/{run}/compare?with={}", key(0))).await;
        let other_unit = administrator.get(&format!("/reports/{run}/compare?with={}", key(0))).await;

        assert!(offered.contains(&format!("/reports/{run}/compare?with={}", key(2))), "{offered}");
        assert!(page.contains("EECO01") && page.contains("Korrekturen 0 (Frauen −1, Männer +1)"), "{page}");
        let question = "Vor dem Einreichen neu anfordern?";
        assert!(outdated.1.contains(question) && !fresh.1.contains(question), "{}", outdated.1);
        assert_eq!((hidden.status().as_u16(), other_unit.status().as_u16()), (404, 422));
    }

    async fn what_was_handed_in_changes_only_with_a_reason_and_the_change_is_counted(backend) {
        let database = network(backend).await;
        let server = database.serve();
        let staff = server.signed_in(Account::ProjectStaff).await;
        let draft = drafted(&staff).await;
        step(&staff, "editionSubmit", by_id(&draft)).await.expect("a submission");
        assert_eq!(now(&staff, &draft).await["changesSince"]["total"], 0);

        let (status, refused) = correct(&database, &[]);
        assert_eq!((status, &refused["held_back"]), (1, &json!(1)), "{refused}");
        assert_eq!(refused["findings"][0]["rule"], "I-25", "{refused}");
        let message = |language: &str| refused["findings"][0]["message"][language].as_str().unwrap_or_default();
        assert!(message("de").contains("Fassung 1 des Berichts „Brücke“ zum Stichtag 31.12.2023"), "{refused}");
        assert!(message("en").contains("Edition 1 of the report “Brücke” as of 2023-12-31"), "{refused}");
        assert_eq!(now(&staff, &draft).await["changesSince"]["total"], 0);

        let (status, corrected) = correct(&database, &["--reason", "falsch abgeschrieben"]);
        assert_eq!((status, &corrected["changed"]), (0, &json!(1)), "{corrected}");
        database.import("participations", &csv(&[participation("P-9", "SP-1")])).expect(0);
        assert_eq!(now(&staff, &draft).await["changesSince"]["total"], 2, "a correction and a late entry");
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
