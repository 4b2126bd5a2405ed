//! Notes on figures: who may write them, who reads them, and how they come into workbooks.

use std::{fs::File, io::Read};

use domain::Clock;
use serde_json::{Value, json};
use zip::ZipArchive;

use crate::harness::{Account, Backend, Client, Database, on_each_database, participation};

const NOTE: &str = "Eine Stelle war ein halbes Jahr unbesetzt";

async fn network(backend: Backend) -> Database {
    let database = backend.migrated().await.with_network();
    let database = database.with_account(Account::Administrator).with_account(Account::ProjectStaff);
    let people = [participation("P-1", "SP-1"), participation("P-2", "SP-2")];
    database.with_account(Account::Auditor).with_participations(&people)
}

/// Writes a note on EECO01 of a unit; the note, or the code of what was wrong.
async fn add(client: &Client, unit: Value) -> Result<Value, String> {
    let mut input = json!({ "period": "IQ-2023", "indicator": "EECO01", "text": NOTE });
    input.as_object_mut().expect("an input").extend(unit.as_object().expect("a unit").clone());
    let query = "mutation ($input: FigureNoteAddInput!) { figureNoteAdd(input: $input) { \
        note { id text by gender } userErrors { code } } }";
    let answer = client.ask_with(query, json!({ "input": input })).await;
    if let Some(code) = answer["errors"][0]["extensions"]["code"].as_str() {
        return Err(code.to_owned());
    }
    let payload = &answer["data"]["figureNoteAdd"];
    match payload["userErrors"][0]["code"].as_str() {
        Some(code) => Err(code.to_owned()),
        None => Ok(payload["note"].clone()),
    }
}

async fn notes(client: &Client, more: &str) -> Value {
    let figures = format!(
        r#"{{ figures(period: "IQ-2023", cutOff: "2023-12-31", indicators: ["EECO01"], {more}) {{ unit {{ code }} notes {{ text }} }} }}"#
    );
    client.ask(&figures).await["data"]["figures"].clone()
}

/// Whether the note is in the workbook of SP-1 as known at a moment, now without one.
fn is_in_workbook(database: &Database, known_at: Option<&str>) -> bool {
    let report = [
        "report",
        "--period",
        "IQ-2023",
        "--cut-off",
        "2023-12-31",
        "--sub-project",
        "SP-1",
        "--out",
        "r.xlsx",
    ];
    let known_at: Vec<&str> = known_at.iter().flat_map(|at| ["--known-at", at]).collect();
    database.run_command(&[&report[..], &known_at].concat()).expect(0);
    let mut parts =
        ZipArchive::new(File::open(database.folder().join("r.xlsx")).expect("a file")).expect("a workbook");
    (0..parts.len()).any(|index| {
        let mut part = parts.by_index(index).expect("a part");
        let is_comments = part.name().expect("a name").starts_with("xl/comments");
        let mut text = String::new();
        is_comments && part.read_to_string(&mut text).is_ok() && text.contains(NOTE)
    })
}

on_each_database! {
    async fn a_note_stands_beside_its_figure_from_when_it_was_written_until_it_is_withdrawn(backend) {
        let database = network(backend).await;
        let server = database.serve();
        let staff = server.signed_in(Account::ProjectStaff).await;
        let before = Clock::system().now().to_rfc3339();

        let note = add(&staff, json!({ "subProject": "SP-1", "gender": "FEMALE" })).await.expect("a note");

        assert_eq!(note["gender"], "FEMALE");
        let told = notes(&staff, r#"subProject: "SP-1""#).await;
        assert_eq!(told, json!([{ "unit": { "code": "SP-1" }, "notes": [{ "text": NOTE }] }]));
        let earlier = notes(&staff, &format!(r#"subProject: "SP-1", knownAt: "{before}""#)).await;
        assert_eq!(earlier[0]["notes"], json!([]), "known later: {earlier}");
        assert!(is_in_workbook(&database, None));
        assert!(!is_in_workbook(&database, Some(&before)), "a report built again tells what it told");

        let standing = Clock::system().now().to_rfc3339();
        let withdraw = format!("mutation {{ figureNoteWithdraw(input: {{id: {}}}) {{ userErrors {{ code }} }} }}", note["id"]);
        let withdrawn = staff.ask(&withdraw).await;
        assert_eq!(withdrawn["data"]["figureNoteWithdraw"]["userErrors"], json!([]), "{withdrawn}");
        assert_eq!(staff.ask(&withdraw).await["errors"][0]["extensions"]["code"], "NOT_FOUND");
        assert!(!is_in_workbook(&database, None));
        assert!(is_in_workbook(&database, Some(&standing)));
    }

    async fn the_page_of_notes_shows_what_one_may_see_and_withdraws_what_one_may(backend) {
        let database = network(backend).await;
        let server = database.serve_alone();
        let staff = server.signed_in(Account::ProjectStaff).await;
        let administrator = server.signed_in(Account::Administrator).await;
        let auditor = server.signed_in(Account::Auditor).await;
        add(&staff, json!({ "subProject": "SP-1", "gender": "FEMALE" })).await.expect("a note");
        add(&administrator, json!({ "text": "Nur für <alle>" })).await.expect("a note");
        const NOTES: &str = "/notes?period=IQ-2023";
        let address = |page: &str| {
            let (_, form) = page.split_once("action=\"/notes/").expect("a button");
            format!("/notes/{}", form.split('"').next().unwrap_or_default())
        };

        let (own, all, read) = (staff.page(NOTES).await, administrator.page(NOTES).await, auditor.page(NOTES).await);
        let visitor = server.visitor().get(NOTES).await.status();
        let withdrawn = staff.submit(NOTES, &address(&own), &[]).await.status();
        let gone = staff.page(NOTES).await;

        for page in [&own, &all, &read] {
            assert!(page.contains(NOTE) && page.contains("Teilvorhaben SP-1: <span lang=\"de\">") && page.contains("Frauen"), "{page}");
        }
        assert!(all.contains("Nur für &#60;alle&#62;") && all.contains("Gesamtes Netzwerk"), "{all}");
        assert!(!own.contains("Nur für") && own.contains("EECO01"), "{own}");
        assert_eq!(read.matches("/withdraw").count(), 0, "auditors withdraw nothing");
        assert_eq!((visitor.as_u16(), withdrawn.as_u16()), (303, 303));
        assert!(!gone.contains(NOTE) && gone.contains("zu keiner Kennzahl"), "{gone}");
        assert!(administrator.page(NOTES).await.contains("Nur für"));
    }

    async fn a_note_is_written_on_the_page_by_those_who_may(backend) {
        let database = network(backend).await;
        let server = database.serve_alone();
        let staff = server.signed_in(Account::ProjectStaff).await;
        let administrator = server.signed_in(Account::Administrator).await;
        let auditor = server.signed_in(Account::Auditor).await;
        const NOTES: &str = "/notes?period=IQ-2023";
        let fields = |unit| [("unit", unit), ("indicator", "EECO01"), ("gender", "female"), ("text", NOTE)];

        let (offered, all) = (staff.page(NOTES).await, administrator.page(NOTES).await);
        let read = auditor.page(NOTES).await;
        let written = staff.submit(NOTES, "/notes", &fields("sub_project:SP-1")).await;
        let of_all = administrator.submit(NOTES, "/notes", &fields("whole")).await;
        let by_auditor = auditor.submit_with_token("/notes", &[&fields("sub_project:SP-1")[..], &[("period", "IQ-2023")]].concat()).await;

        assert!(offered.contains("value=\"sub_project:SP-1\"") && !offered.contains("value=\"sub_project:SP-2\""), "{offered}");
        assert!(!offered.contains("value=\"whole\"") && !offered.contains("value=\"network:SOB\""), "{offered}");
        assert!(all.contains("value=\"whole\"") && all.contains("value=\"network:SOB\"") && all.contains("value=\"EECO01\""), "{all}");
        assert!(!read.contains("action=\"/notes\""), "auditors write nothing: {read}");
        assert_eq!((written.status().as_u16(), of_all.status().as_u16(), by_auditor.status().as_u16()), (303, 303, 403));
        assert_eq!(written.headers()["location"], NOTES);
        let listed = database.run_command(&["note", "list", "--period", "IQ-2023", "--format", "json"]).expect(0).json();
        let told = |key: &str| listed.as_array().expect("notes").iter().map(|note| note[key].clone()).collect::<Vec<_>>();
        assert_eq!((told("code"), told("text")), (vec![json!("SP-1"), json!("IQ-2023")], vec![json!(NOTE), json!(NOTE)]));
        let page = staff.page(NOTES).await;
        assert!(page.contains(NOTE) && page.contains("Teilvorhaben SP-1") && page.contains(", Frauen"), "{page}");
    }

    async fn mistakes_of_the_form_are_told_beside_the_fields_and_nothing_is_written(backend) {
        let database = network(backend).await;
        let server = database.serve_alone();
        let staff = server.signed_in(Account::ProjectStaff).await;
        let endless = "x".repeat(1001);
        for (unit, indicator, gender, text, field, words) in [
            ("sub_project:SP-1", "EECO01", "", " ", "text", "Eine Anmerkung braucht Worte"),
            ("sub_project:SP-1", "EECO01", "", &endless, "text", "höchstens 1.000 Zeichen"),
            ("sub_project:SP-1", "NONE", "", NOTE, "indicator", "NONE"),
            ("sub_project:SP-2", "EECO01", "", NOTE, "unit", "SP-2"),
            ("strand:HS1", "EECO01", "", NOTE, "unit", "steht hier nicht zur Wahl"),
            ("sub_project:SP-1", "EECO01", "not_stated", NOTE, "gender", "steht hier nicht zur Wahl"),
        ] {
            let fields = [("unit", unit), ("indicator", indicator), ("gender", gender), ("text", text)];

            let answer = staff.submit("/notes?period=IQ-2023", "/notes", &fields).await;

            assert_eq!(answer.status(), 422, "{fields:?}");
            let page = answer.text().await.expect("a page");
            let (_, beside) = page.split_once(&format!("id=\"{field}-error\"")).expect("a mistake beside its field");
            assert!(beside.split("</p>").next().is_some_and(|said| said.contains(words)), "{fields:?}: {page}");
            assert!(page.contains(&format!("href=\"#{field}\"")) && page.contains("<title>Fehler: "), "{page}");
            assert!(page.contains("href=\"/notes?period=IQ-2023&#38;lang=en\""), "the language switch leads to the page: {page}");
        }
        let forged = staff.send_form("/notes", &[("csrf", "0"), ("period", "IQ-2023"), ("unit", "sub_project:SP-1"), ("indicator", "EECO01"), ("gender", ""), ("text", NOTE)]).await;
        assert_eq!(forged.status(), 400);
        assert!(staff.page("/notes?period=IQ-2023").await.contains("zu keiner Kennzahl"));
    }

    async fn notes_are_for_those_who_see_the_figure_and_not_by_auditors(backend) {
        let database = network(backend).await;
        let server = database.serve();
        let staff = server.signed_in(Account::ProjectStaff).await;
        let administrator = server.signed_in(Account::Administrator).await;
        let auditor = server.signed_in(Account::Auditor).await;

        let of_others = add(&staff, json!({ "subProject": "SP-2" })).await;
        let of_all = add(&staff, json!({})).await;
        let by_auditor = add(&auditor, json!({ "subProject": "SP-1" })).await;
        let by_visitor = add(&server.visitor(), json!({ "subProject": "SP-1" })).await;
        let endless = add(&staff, json!({ "subProject": "SP-1", "text": "x".repeat(1001) })).await;
        let unknown = add(&staff, json!({ "subProject": "SP-1", "indicator": "NONE" })).await;
        add(&administrator, json!({ "subProject": "SP-2" })).await.expect("a note");
        add(&administrator, json!({})).await.expect("a note");

        assert_eq!(of_others, Err("sub-project-unknown".to_owned()));
        assert_eq!((of_all, by_auditor), (Err("FORBIDDEN".to_owned()), Err("FORBIDDEN".to_owned())));
        assert_eq!(by_visitor, Err("UNAUTHENTICATED".to_owned()));
        assert_eq!((endless, unknown), (Err("note-text".to_owned()), Err("indicator-unknown".to_owned())));
        assert_eq!(notes(&auditor, r#"subProject: "SP-2""#).await[0]["notes"], json!([{ "text": NOTE }]));
        assert_eq!(notes(&server.visitor(), "by: PERIOD").await[0]["notes"], json!([]), "not for strangers");
        let listed = database.run_command(&["note", "list", "--period", "IQ-2023", "--format", "json"]).expect(0).json();
        let units: Vec<_> = listed.as_array().expect("notes").iter().map(|note| note["code"].as_str()).collect();
        assert_eq!(units, [Some("SP-2"), Some("IQ-2023")]);
    }
}
