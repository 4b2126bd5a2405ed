//! Whether a workbook is what it says it is: on the command line and on the reports page.

use std::{
    io::{Cursor, Read, Write},
    path::PathBuf,
};

use reqwest::StatusCode;
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

use crate::harness::{Account, Backend, Client, Database, on_each_database, participation};

const REPORT: [&str; 5] = ["report", "--period", "IQ-2023", "--cut-off", "2023-12-31"];

/// Two people in SP-1, and the workbook of the whole network as a draft; its bytes.
fn drafted(database: &Database) -> Vec<u8> {
    database.run_command(&[&REPORT[..], &["--out", "report.xlsx"]].concat()).expect(0);
    database.run_command(&["edition", "draft"]).expect(0);
    std::fs::read(database.folder().join("report.xlsx")).expect("the workbook")
}

async fn network(backend: Backend) -> Database {
    let people = [participation("P-1", "SP-1"), participation("P-2", "SP-1")];
    backend.migrated().await.with_network().with_participations(&people)
}

/// Uploads a workbook on the reports page: status and page.
async fn checked(client: &Client, contents: &[u8]) -> (StatusCode, String) {
    let answer = client.upload("/reports", "/reports/verify", ("copy.xlsx", contents)).await;
    (answer.status(), answer.text().await.expect("a page"))
}

on_each_database! {
    async fn the_reports_page_tells_whether_a_workbook_was_modified(backend) {
        let database = network(backend).await.with_account(Account::Administrator);
        let original = drafted(&database);
        let server = database.serve();
        let administrator = server.signed_in(Account::Administrator).await;

        let (status, whole) = checked(&administrator, &original).await;
        let (_, modified) = checked(&administrator, &forged(&original)).await;
        let (_, saved_again) = checked(&administrator, &rewritten(&original, without_results)).await;
        let (_, other) = checked(&administrator, b"no workbook").await;
        let (_, unmarked) = checked(&administrator, &without_properties(&forged(&original))).await;
        let (_, reordered) = checked(&administrator, &rewritten(&original, in_another_order)).await;

        assert_eq!(status, StatusCode::OK);
        let what = "Fassung 1 (Entwurf): Gesamtes Netzwerk, IQ-2023, Stichtag 31.12.2023, Deutsch";
        assert!(whole.contains("Unverändert") && whole.contains(what), "{whole}");
        assert!(modified.contains("Verändert") && modified.contains("forged"), "{modified}");
        assert!(!modified.contains("Gezeigt sind"), "every cell is shown: {modified}");
        assert!(saved_again.contains("Jede Zelle sagt dasselbe") && saved_again.contains("kein gespeichertes Ergebnis"), "{saved_again}");
        assert!(!saved_again.contains("<table"), "no cell is listed: {saved_again}");
        assert!(unmarked.contains("Fassung 1 (Entwurf)") && unmarked.contains("forged"), "{unmarked}");
        assert!(unmarked.contains("Die Eigenschaften der Datei fehlen"), "{unmarked}");
        assert!(reordered.contains("Die Blätter stehen in anderer Reihenfolge") && !reordered.contains("Aussehen"), "{reordered}");
        assert!(other.contains("Keine lesbare Excel-Arbeitsmappe"), "{other}");
    }

    async fn a_workbook_of_others_is_none(backend) {
        let database = network(backend).await.with_account(Account::ProjectStaff);
        let original = drafted(&database);
        let server = database.serve();
        let staff = server.signed_in(Account::ProjectStaff).await;

        for contents in [original.clone(), forged(&original)] {
            let (status, page) = checked(&staff, &contents).await;

            assert_eq!(status, StatusCode::OK);
            assert!(page.contains("Keiner der Berichte, die Sie sehen dürfen"), "{page}");
            assert!(!page.contains("Fassung 1") && !page.contains("2023-12-31") && !page.contains("31.12.2023"), "{page}");
        }
    }

    async fn a_workbook_out_of_a_bundle_is_told_to_those_who_see_its_unit(backend) {
        // given a bundle, which staff do not see
        let database = network(backend).await.with_account(Account::ProjectStaff).with_account(Account::Administrator);
        database.run_command(&[&REPORT[..], &["--bundle", "--out", "bundle.zip"]].concat()).expect(0);
        let bundle = std::fs::read(database.folder().join("bundle.zip")).expect("the bundle");
        let of_sp_1 = unpacked(&bundle, "Bericht_IQ-2023_Teilvorhaben_SP-1_2023-12-31.xlsx");
        let of_all = unpacked(&bundle, "Bericht_IQ-2023_Gesamtnetzwerk_2023-12-31.xlsx");
        let index = unpacked(&bundle, "Inhalt.xlsx");
        let server = database.serve_alone();
        let staff = server.signed_in(Account::ProjectStaff).await;
        let administrator = server.signed_in(Account::Administrator).await;

        for (client, contents, words) in [
            (&staff, &of_sp_1, ["Unverändert", "Brücke"]),
            (&staff, &forged(&of_sp_1), ["Verändert", "forged"]),
            (&staff, &of_all, ["Keiner der Berichte, die Sie sehen dürfen", ""]),
            (&staff, &index, ["Keiner der Berichte, die Sie sehen dürfen", ""]),
            (&administrator, &of_sp_1, ["Unverändert", "Brücke"]),
            (&administrator, &of_all, ["Unverändert", "31.12.2023"]),
            (&administrator, &index, ["Unverändert", "Alle Berichte"]),
        ] {
            let (status, page) = checked(client, contents).await;
            assert_eq!(status, StatusCode::OK);
            assert!(words.iter().all(|word| page.contains(word)), "{words:?}: {page}");
            let (_, told) = page.split_once("verdict-heading").expect("a verdict");
            assert_eq!(told.contains("href=\"/reports/0"), std::ptr::eq(client, &administrator), "{told}");
        }
        database.file("copy.xlsx", &of_sp_1);
        let told = database.run_command(&["verify", "copy.xlsx"]).expect(0).stdout;
        assert!(told.contains("report IQ-2023 SP-1 as of 2023-12-31, unmodified"), "{told}");
    }

    async fn files_are_named_in_the_language_of_the_report(backend) {
        let database = network(backend).await.with_account(Account::Administrator);
        for (more, name) in [
            (vec!["--lang", "en"], "Report_IQ-2023_Whole-network_2023-12-31.xlsx"),
            (vec!["--lang", "en", "--sub-project", "SP-1"], "Report_IQ-2023_Sub-project_SP-1_2023-12-31.xlsx"),
            (vec!["--sub-project", "SP-1"], "Bericht_IQ-2023_Teilvorhaben_SP-1_2023-12-31.xlsx"),
        ] {
            database.run_command(&[&REPORT[..], &["--out", "report.xlsx"], &more[..]].concat()).expect(0);
            let server = database.serve_alone();
            let administrator = server.signed_in(Account::Administrator).await;
            let newest = administrator.ask("{ reportRuns(first: 1) { nodes { file { name } } } }").await;
            assert_eq!(newest["data"]["reportRuns"]["nodes"][0]["file"]["name"], name, "{newest}");
        }
    }
}

#[tokio::test]
async fn days_are_told_as_people_write_them_and_that_not_every_cell_is_shown() {
    let database = network(Backend::Sqlite).await.with_account(Account::Administrator);
    let original = drafted(&database);
    let server = database.serve_alone();
    let administrator = server.signed_in(Account::Administrator).await;
    let a_day_later = rewritten(&original, |part| part.replace("<v>45291</v>", "<v>45292</v>"));
    let everywhere = rewritten(&original, |part| part.replace("<v>0</v>", "<v>7</v>"));

    let (_, day) = checked(&administrator, &a_day_later).await;
    let (_, many) = checked(&administrator, &everywhere).await;

    assert!(day.contains("data-busy=\"Wird geprüft …\""), "{day}");
    let rows = day.split("<tbody").nth(1).expect("a table");
    assert!(rows.contains(">31.12.2023<") && rows.contains(">01.01.2024<"), "{day}");
    assert!(rows.contains("data-label=\"In Ihrer Datei\""), "a narrow window names the columns: {day}");
    assert!(many.contains("Gezeigt sind die ersten 200 davon."), "{many}");
}

#[tokio::test]
async fn a_file_that_grows_beyond_measure_is_refused_in_words() {
    let database = network(Backend::Sqlite).await.with_account(Account::Auditor);
    let original = drafted(&database);
    let server = database.serve_alone();
    let auditor = server.signed_in(Account::Auditor).await;
    let bomb =
        rewritten(&original, |part| part.replace("</Types>", &format!("{}</Types>", " ".repeat(20 << 20))));

    let (status, page) = checked(&auditor, &bomb).await;

    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("Ausgepackt zu groß"), "{page}");
}

#[tokio::test]
async fn what_is_no_upload_of_ours_is_refused_in_words() {
    let database = network(Backend::Sqlite).await.with_account(Account::Auditor);
    let server = database.serve();
    let auditor = server.signed_in(Account::Auditor).await;
    let large = vec![b'x'; (64 << 20) + 1];

    let (too_large, page) = checked(&auditor, &large).await;
    let (nothing, empty) = checked(&auditor, b"").await;
    let foreign = auditor.send_file("/reports/verify", (&[("csrf", "guessed")], "copy.xlsx", b"x")).await;
    let without = auditor.send_file("/reports/verify", (&[], "copy.xlsx", b"x")).await;
    let visitor = server.visitor().send_file("/reports/verify", (&[], "copy.xlsx", b"x")).await;

    assert_eq!((too_large.as_u16(), nothing.as_u16()), (413, 422));
    assert!(page.contains("größer als 64 MB"), "{page}");
    assert!(empty.contains("Die Datei ist leer."), "{empty}");
    assert_eq!(
        [foreign.status().as_u16(), without.status().as_u16(), visitor.status().as_u16()],
        [400, 400, 303]
    );
}

#[tokio::test]
async fn a_workbook_tells_whether_it_was_modified() {
    let database = network(Backend::Sqlite).await;
    let original = drafted(&database);
    let path: PathBuf = database.folder().join("report.xlsx");

    let whole = database.run_command(&["verify", "report.xlsx"]).expect(0);
    std::fs::write(&path, forged(&original)).expect("a file");
    let modified = database.run_command(&["verify", "report.xlsx"]).expect(1);
    database.file("other.xlsx", b"no workbook");
    let none = database.run_command(&["verify", "other.xlsx"]).expect(2);
    database.file("empty.xlsx", b"");
    let empty = database.run_command(&["verify", "empty.xlsx"]).expect(2);
    database.file("unmarked.xlsx", without_properties(&original));
    let unmarked = database.run_command(&["verify", "unmarked.xlsx"]).expect(1).stdout;
    database.file("reordered.xlsx", rewritten(&original, in_another_order));
    let reordered = database.run_command(&["verify", "reordered.xlsx"]).expect(1).stdout;

    assert!(
        whole.stdout.contains("edition 1 of report IQ-2023 as of 2023-12-31, draft, unmodified"),
        "{}",
        whole.stdout
    );
    assert!(modified.stdout.contains("MODIFIED"), "{}", modified.stdout);
    assert!(modified.stdout.contains("forged"), "{}", modified.stdout);
    assert!(!none.stderr.is_empty());
    assert!(empty.stderr.contains("the file is empty"), "{}", empty.stderr);
    assert!(
        unmarked.contains("edition 1 of report IQ-2023") && unmarked.contains("properties are missing"),
        "{unmarked}"
    );
    assert!(
        reordered.contains("the sheets are in another order\n  every cell says the same\n"),
        "{reordered}"
    );
}

/// The workbook with one text changed in its sheets.
fn forged(original: &[u8]) -> Vec<u8> {
    rewritten(original, |part| part.replace(">EECO01<", ">forged<"))
}

/// A part with the first two sheets of the workbook in each other's place.
fn in_another_order(part: &str) -> String {
    let sheets: Vec<&str> = part
        .match_indices("<sheet name=")
        .filter_map(|(at, _)| part[at..].split_inclusive("/>").next())
        .collect();
    match sheets.as_slice() {
        [first, second, ..] => part.replace(&format!("{first}{second}"), &format!("{second}{first}")),
        _ => part.to_owned(),
    }
}

/// The workbook as a program leaves it that drops its properties.
fn without_properties(original: &[u8]) -> Vec<u8> {
    rewritten(original, |part| part.replace("name=\"MigraNet report\"", "name=\"Other\""))
}

/// A part without the results that were saved with its formulas.
fn without_results(part: &str) -> String {
    let mut pieces = part.split("</f><v>");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |part, piece| part + "</f>" + piece.split_once("</v>").map_or("", |(_, rest)| rest))
}

/// The texts of the parts of a file whose names begin with these words.
pub fn parts(file: &[u8], beginning: &str) -> String {
    let mut parts = ZipArchive::new(Cursor::new(file)).expect("a workbook");
    let mut told = String::new();
    for index in 0..parts.len() {
        let mut part = parts.by_index(index).expect("a part");
        if part.name().expect("a name").starts_with(beginning) {
            part.read_to_string(&mut told).expect("its text");
        }
    }
    told
}

/// A file of a bundle.
fn unpacked(bundle: &[u8], name: &str) -> Vec<u8> {
    let mut files = ZipArchive::new(Cursor::new(bundle)).expect("a bundle");
    let mut bytes = Vec::new();
    files.by_name(name).expect(name).read_to_end(&mut bytes).expect("its contents");
    bytes
}

/// The workbook with its parts changed.
fn rewritten(original: &[u8], change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut parts = ZipArchive::new(Cursor::new(original)).expect("a workbook");
    let mut rewritten = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..parts.len() {
        let mut part = parts.by_index(index).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut contents = Vec::new();
        part.read_to_end(&mut contents).expect("its contents");
        let contents = match String::from_utf8(contents) {
            Ok(text) => change(&text).into_bytes(),
            Err(other) => other.into_bytes(),
        };
        rewritten.start_file(name, SimpleFileOptions::default()).expect("a part");
        rewritten.write_all(&contents).expect("its contents");
    }
    rewritten.finish().expect("a workbook").into_inner()
}
