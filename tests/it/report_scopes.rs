//! Reports about a part of the network.

use std::{
    fs::File,
    io::{Cursor, Read},
};

use calamine::{Data, Reader, Xlsx};
use serde_json::json;
use sha2::{Digest, Sha256};
use zip::{CompressionMethod, ZipArchive};

use crate::harness::{Account, Backend, Database, csv, eventually, on_each_database, participation};

const STRANDS: &str = "code,name,period,organisation,network,strand,region_category,starts_on,ends_on\n\
    SP-1,Brücke,IQ-2023,ORG-A,SOB,P23-RIN,MORE_DEVELOPED,2023-01-01,2025-12-31\n\
    SP-2,Leiter,IQ-2023,ORG-A,SOB,P23-AQB,MORE_DEVELOPED,2023-01-01,2025-12-31\n\
    SP-3,Tor,IQ-2023,ORG-B,,P23-RIN,TRANSITION,2023-01-01,2025-12-31\n";

/// Three sub-projects: the first and the last in one strand, with two and one people, the second, with three, in another.
async fn network(backend: Backend) -> Database {
    let database = backend.migrated().await.with_network().with_account(Account::Administrator);
    database.import("sub_projects", STRANDS).expect(0);
    let people = [
        ("P-1", "SP-1"),
        ("P-2", "SP-1"),
        ("Q-1", "SP-2"),
        ("Q-2", "SP-2"),
        ("Q-3", "SP-2"),
        ("R-1", "SP-3"),
    ];
    database.with_participations(&people.map(|(person, place)| participation(person, place)))
}

type Workbook = Xlsx<Cursor<Vec<u8>>>;

fn opened(bytes: Vec<u8>) -> Workbook {
    Xlsx::new(Cursor::new(bytes)).expect("a workbook")
}

fn report(database: &Database, unit: &[&str]) -> Workbook {
    let report = ["report", "--period", "IQ-2023", "--cut-off", "2023-12-31", "--out", "report.xlsx"];
    database.run_command(&[&report[..], unit].concat()).expect(0);
    opened(std::fs::read(database.folder().join("report.xlsx")).expect("a file"))
}

/// Every cell of every sheet.
fn cells(workbook: &mut Workbook) -> Vec<String> {
    let sheets = workbook.worksheets();
    sheets.iter().flat_map(|(_, sheet)| sheet.cells()).map(|(.., cell)| cell.to_string()).collect()
}

/// A file of a bundle, which holds it as it is.
fn unpacked(files: &mut ZipArchive<File>, name: &str) -> Vec<u8> {
    let mut file = files.by_name(name).expect(name);
    assert_eq!(file.compression(), CompressionMethod::Stored, "{name}");
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).expect(name);
    bytes
}

/// The totals of an indicator on a sheet, one for each of its rows.
fn totals(workbook: &mut Workbook, (sheet, code): (&str, &str)) -> Vec<f64> {
    let range = workbook.worksheet_range(sheet).expect(sheet);
    let header = range.rows().find(|row| row.iter().any(|cell| *cell == "ID")).expect("a header");
    let column = header.iter().position(|cell| *cell == "Gesamt").expect("a column of totals");
    let rows = range.rows().filter(|row| row.iter().any(|cell| *cell == code));
    rows.filter_map(|row| match row[column] {
        Data::Float(total) => Some(total),
        _ => None,
    })
    .collect()
}

on_each_database! {
    async fn a_report_on_a_strand_tells_of_its_sub_projects_alone(backend) {
        let database = network(backend).await;

        let mut whole = report(&database, &[]);
        let mut strand = report(&database, &["--strand", "P23-RIN"]);

        assert_eq!(totals(&mut whole, ("Indikatoren", "EECO01")).iter().sum::<f64>(), 6.0);
        assert_eq!(totals(&mut strand, ("Indikatoren", "EECO01")), [2.0, 1.0], "by category of region");
        let told = cells(&mut strand);
        for there in ["SP-1", "SP-3", "P-1", "R-1", "Regionale Integrationsnetzwerke"] {
            assert!(told.iter().any(|cell| cell == there), "{there} is missing");
        }
        for elsewhere in ["SP-2", "Leiter", "Q-1"] {
            assert!(!told.iter().any(|cell| cell == elsewhere), "{elsewhere} belongs to another strand");
        }
        assert!(cells(&mut whole).iter().any(|cell| cell == "Q-1"));
        let networks = strand.worksheet_range("Regionale Netzwerke").expect("the sheet");
        assert!(networks.rows().any(|row| row.iter().any(|cell| *cell == "SOB")));
        assert!(!networks.rows().any(|row| row.iter().any(|cell| *cell == "FRA")), "has nothing of the strand");
    }

    async fn what_another_strand_owes_has_no_row_with_a_sub_project(backend) {
        let database = network(backend).await;
        for (code, strands) in [("BMAS-01", json!(["P23-RIN"])), ("BMAS-02", json!(["P23-AQB"])), ("BMAS-03", json!([]))] {
            let definition = json!({
                "code": code, "nameDe": code, "nameEn": code, "definitionDe": "Männer", "definitionEn": "Men",
                "source": "participations", "count": "persons", "legalSource": "Förderrichtlinie, Nr. 4",
                "conditions": [{ "field": "gender", "anyOf": ["male"] }], "strands": strands,
            });
            database.file("definition.json", definition.to_string());
            database.run_command(&["indicator", "define", "--period", "IQ-2023", "definition.json"]).expect(0);
        }
        database.run_command(&["recount", "--period", "IQ-2023"]).expect(0);
        let one_man = participation("Q-3", "SP-2").with("gender", "male");
        database.import("participations", &csv(&[one_man])).expect(0);

        let mut whole = report(&database, &[]);

        let mut rows = |sheet: &str, code: &str| totals(&mut whole, (sheet, code));
        assert_eq!(rows("Teilvorhaben", "BMAS-01"), [0.0, 0.0], "those of the strand, to whom a zero is a statement");
        assert_eq!(rows("Teilvorhaben", "BMAS-02"), [1.0]);
        assert_eq!(rows("Teilvorhaben", "BMAS-03"), [0.0, 1.0, 0.0]);
        assert_eq!(rows("Handlungsschwerpunkte", "BMAS-02"), [1.0]);
        assert!(cells(&mut whole).iter().all(|cell| cell != "≠"), "every total is added up again");
        let lines = cells(&mut whole);
        assert!(lines.iter().any(|cell| cell.starts_with("Indikatoren des Programms, die nur andere")), "{lines:?}");
    }

    async fn a_bundle_holds_the_reports_on_every_part_of_one_moment(backend) {
        let database = network(backend).await;
        let bundle = ["report", "--period", "IQ-2023", "--cut-off", "2023-12-31", "--bundle", "--out", "berichte.zip"];
        database.run_command(&bundle).expect(0);

        let mut files = ZipArchive::new(File::open(database.folder().join("berichte.zip")).expect("a file")).expect("a bundle");

        // every file is there as it is, and the index names it with its hash
        let names: Vec<String> = files.file_names().map(|name| name.expect("a name").into_owned()).collect();
        for there in ["Gesamtnetzwerk", "Netzwerk_SOB", "Handlungsschwerpunkt_P23-RIN", "Teilvorhaben_SP-1", "Teilvorhaben_SP-3"] {
            assert!(names.contains(&format!("Bericht_IQ-2023_{there}_2023-12-31.xlsx")), "{there} is not in {names:?}");
        }
        assert_eq!(names.iter().filter(|name| name.contains("Teilvorhaben")).count(), 3, "only those with data: {names:?}");
        assert_eq!(names.last().map(String::as_str), Some("Inhalt.xlsx"));
        let index = unpacked(&mut files, "Inhalt.xlsx");
        let index = opened(index).worksheet_range("Inhalt").expect("the sheet");
        let said: Vec<String> = index.rows().map(|row| row[0].to_string()).collect();
        assert!(said.iter().any(|line| line.contains("(IQ-2023) · Stichtag 31.12.2023 · Kenntnisstand ")), "{said:?}");
        let listed = index.rows().skip_while(|row| row[0] != "Datei").skip(1);
        let listed = listed.take_while(|row| !row[0].to_string().is_empty());
        let listed: Vec<(String, String)> = listed.map(|row| (row[0].to_string(), row[3].to_string())).collect();
        assert_eq!(listed.iter().map(|(name, _)| name).collect::<Vec<_>>(), names.iter().take(names.len() - 1).collect::<Vec<_>>());
        for (name, sha256) in &listed {
            assert_eq!(&hex::encode(Sha256::digest(unpacked(&mut files, name))), sha256, "{name}");
        }
        let strand = unpacked(&mut files, "Bericht_IQ-2023_Handlungsschwerpunkt_P23-RIN_2023-12-31.xlsx");
        database.file("report.xlsx", &strand);
        assert_eq!(totals(&mut opened(strand), ("Indikatoren", "EECO01")), [2.0, 1.0]);
        database.run_command(&["verify", "report.xlsx"]).expect(0);
        let refused = database.run_command(&["edition", "draft"]);
        assert!(refused.status != Some(0) && refused.stderr.contains("bundle"), "{refused:?}");
    }

    async fn a_bundle_is_asked_for_and_downloaded_like_a_report(backend) {
        let database = network(backend).await;
        let server = database.serve();
        let client = server.signed_in(Account::Administrator).await;
        let request = r#"mutation { reportBundleRequest(input: {period: "IQ-2023", cutOff: "2023-12-31"}) {
            reportRun { id isBundle } userErrors { code } } }"#;

        let asked = client.ask(request).await;
        let again = client.ask(request).await;

        let id = asked["data"]["reportBundleRequest"]["reportRun"]["id"].as_str().unwrap_or_else(|| panic!("{asked}"));
        assert_eq!(asked["data"], again["data"], "the same request is the same run");
        let query = format!(r#"{{ reportRun(id: "{id}") {{ state file {{ name url }} }} }}"#);
        let run = eventually("a finished bundle", async || {
            let run = client.ask(&query).await["data"]["reportRun"].clone();
            ["DONE", "FAILED"].contains(&run["state"].as_str().unwrap_or_default()).then_some(run)
        })
        .await;
        assert_eq!(run["file"]["name"], "Berichte_IQ-2023_2023-12-31.zip", "{run}");
        let file = client.get(run["file"]["url"].as_str().expect("an address")).await;
        assert_eq!(file.headers()["content-type"], "application/zip");
    }

    async fn an_edition_on_a_strand_holds_fast_its_sub_projects_alone(backend) {
        let database = network(backend).await;
        report(&database, &["--strand", "P23-RIN"]);
        let draft = database.run_command(&["edition", "draft"]).expect(0);
        let edition = draft.stdout.split_whitespace().next().expect("a key");
        database.run_command(&["edition", "submit", edition]).expect(0);

        let changed = |person, place| csv(&[participation(person, place).with("gender", "male")]);
        let behind = database.import("participations", &changed("P-1", "SP-1"));
        let beside = database.import("participations", &changed("Q-1", "SP-2"));

        assert_eq!((behind.status, &behind.json()["held_back"]), (Some(1), &json!(1)), "{behind:?}");
        assert_eq!((beside.status, &beside.json()["changed"]), (Some(0), &json!(1)), "{beside:?}");
        let listed = database.run_command(&["edition", "list", "--format", "json"]).expect(0).json();
        assert_eq!((&listed[0]["report"], &listed[0]["changesSince"]), (&json!("P23-RIN"), &json!(0)), "{listed}");
        database.run_command(&["edition", "four-eyes", "--period", "IQ-2023", "off"]).expect(0);
        let approved = database.run_command(&["edition", "approve", edition]).expect(0);
        assert!(approved.stdout.contains("approved"), "{}", approved.stdout);
    }
}
