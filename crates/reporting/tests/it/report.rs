//! The funder's workbook.

use std::ops::ControlFlow;
use std::path::Path;

use calamine::{Data, DataType};
use chrono::NaiveDateTime;
use domain::figure::{Breakdown, Figure};
use domain::indicator::RulebookKind;
use reporting::{Content, WriteError, write_report};
use texts::Language;

use crate::opened::{Opened, number, text};
use crate::sample::{Sample, day};

fn german() -> Content {
    Sample { language: Language::De, left_out: 40 }.content()
}

fn write(content: &Content, out: &Path) -> Result<(), WriteError> {
    write_report(content, out, &mut |_, _| ControlFlow::Continue(()))
}

fn opened(content: &Content) -> Opened {
    Opened::after(|path| write(content, path).expect("a report"))
}

#[test]
fn the_sheets_are_named_in_the_language_of_the_report() {
    for (language, names) in [
        (
            Language::De,
            [
                "Deckblatt",
                "Outputindikatoren",
                "Ergebnisindikatoren",
                "Programm",
                "Zielwerte",
                "Zielwerte Teilvorhaben",
                "Indikatoren",
                "Regionale Netzwerke",
                "Handlungsschwerpunkte",
                "Teilvorhaben",
                "Entwicklung",
                "Beratung und Schulung",
                "Längerfristige Ergebnisse",
                "Schätzungen",
                "Nicht gezählt",
                "Hingenommene Warnungen",
                "Änderungen",
                "Nachweis",
                "Nachweis Tätigkeiten",
                "Abgleich",
                "Abgleich Teilvorhaben",
                "Abgleich Netzwerke",
                "Definitionen",
            ],
        ),
        (
            Language::En,
            [
                "Cover",
                "Output indicators",
                "Result indicators",
                "Programme",
                "Targets",
                "Targets of sub-projects",
                "Indicators",
                "Regional networks",
                "Strands",
                "Sub-projects",
                "Development",
                "Consultations and trainings",
                "Longer-term results",
                "Estimates",
                "Not counted",
                "Waived warnings",
                "Changes",
                "Evidence",
                "Evidence activities",
                "Reconciliation",
                "Reconciliation sub-projects",
                "Reconciliation networks",
                "Definitions",
            ],
        ),
    ] {
        let content = Sample { language, left_out: 1 }.content();
        assert_eq!(opened(&content).sheet_names(), names);
    }
}

#[test]
fn sub_projects_are_called_as_in_their_period() {
    let mut content = german();
    content.period.sub_project_term = "Teilprojekt".into();
    let names = opened(&content).sheet_names();
    let wanted = ["Zielwerte Teilprojekte", "Teilprojekte", "Abgleich Teilprojekte"];
    assert_eq!([&names[5], &names[9], &names[20]], wanted);
}

#[test]
fn a_report_on_less_than_the_network_has_no_sheet_above_its_unit() {
    for level in [Breakdown::Network, Breakdown::SubProject] {
        let mut content = german();
        content.figures.retain(|figure| figure.unit.kind >= level);
        let own = content.figures[0].unit.clone();
        content.figures.retain(|figure| figure.unit.kind > level || figure.unit == own);
        let names = opened(&content).sheet_names();
        assert!(!names.contains(&"Regionale Netzwerke".to_owned()), "{names:?}");
        assert_eq!(names.contains(&"Teilvorhaben".to_owned()), level == Breakdown::Network, "{names:?}");
    }
}

#[test]
fn every_figure_stands_in_its_cell_with_its_type() {
    let content = german();
    let mut opened = opened(&content);
    let figures = |level| {
        let told = |figure: &&Figure| figure.indicator.kind != RulebookKind::Activities;
        content.figures.iter().filter(move |figure| figure.unit.kind == level).filter(told)
    };

    let period: Vec<_> = figures(Breakdown::Period).map(cells).collect();
    assert_eq!(opened.rows_below("Indikatoren", "Priorität"), period);
    for (sheet, level) in
        [("Regionale Netzwerke", Breakdown::Network), ("Teilvorhaben", Breakdown::SubProject)]
    {
        let expected: Vec<_> = figures(level).map(|figure| [unit(figure), cells(figure)].concat()).collect();
        assert_eq!(opened.rows_below(sheet, "Code"), expected);
    }
}

fn unit(figure: &Figure) -> Vec<Data> {
    match &figure.unit.code {
        Some(code) => vec![text(code), text(&figure.unit.name)],
        None => vec![Data::Empty, text("ohne regionales Netzwerk")],
    }
}

fn cells(figure: &Figure) -> Vec<Data> {
    let kind = if figure.indicator.is_result { "Ergebnis" } else { "Output" };
    let group = match figure.indicator.group {
        counting::Group::Participants => "Personen",
        counting::Group::ParticipantsVoluntary => "Merkmale",
        counting::Group::GrandTotal => "Gesamtzahl",
        counting::Group::Entities => "Einrichtungen",
        counting::Group::Projects => "Projekte",
        counting::Group::ImmediateResults => "beim Austritt",
        counting::Group::LongerTermResults => "nach 6 Monaten",
        counting::Group::Activities => "Aktivitäten",
    };
    let optional = |count: Option<u64>| count.map_or(Data::Empty, number);
    let genders = figure.genders;
    vec![
        text("1"),
        text("ESO4.4"),
        text("Stärker entwickelt"),
        text(kind),
        text(group),
        text(&figure.indicator.code),
        text(&figure.indicator.name.de),
        optional(genders.map(|genders| genders.women)),
        optional(genders.map(|genders| genders.men)),
        optional(genders.map(|genders| genders.non_binary)),
        number(figure.total),
        figure.plan.target.map_or(Data::Empty, Data::Float),
        figure.ratio().map_or(Data::Empty, Data::Float),
        optional(figure.persons),
        optional(figure.excluded),
    ]
}

#[test]
fn every_case_left_out_is_listed_with_what_it_lacks() {
    let content = german();
    let rows = opened(&content).rows_below("Nicht gezählt", "Code");
    assert_eq!(rows.len(), content.left_out.len());
    for (row, case) in rows.iter().zip(&content.left_out) {
        assert_eq!(row[0], text(&case.sub_project_code));
        assert_eq!(row[2], text(&case.reference), "a reference stays text, whatever it looks like");
        assert_eq!(row[3].as_date(), Some(case.since));
    }
    assert_eq!(rows[2][4], text("Erwerbsstatus, Beginn der Arbeitslosigkeit, Bildungsstand (ISCED)"));
    assert_eq!(rows[2][6], text("EECO01, EECO02, EECO03, EECO09, EECO13"));
    assert_eq!(rows[7][2], text("=1+1"));
}

#[test]
fn the_cover_says_what_the_report_is() {
    let content = german();
    let rows = opened(&content).rows("Deckblatt");
    let value = |term: &str| {
        let row = rows.iter().find(|row| row[0] == text(term)).expect("the term");
        row[1].clone()
    };
    assert_eq!(value("Förderung"), text(&content.period.funder_line));
    assert_eq!(value("Einheit"), text("Gesamtes Netzwerk"));
    assert_eq!(value("Stichtag").as_date(), Some(day("2025-12-31")));
    assert_eq!(value("Kenntnisstand").as_datetime(), instant("2026-01-15T09:30:15"));
    assert_eq!(value("Angefordert am").as_datetime(), instant("2026-01-15T09:30:20"));
    assert_eq!(value("Angefordert von"), text("Koordination (Beispiel)"));
    let provisional = value("Vorläufige Ergebnisse");
    assert!(provisional.as_string().expect("text").contains("nach dem 03.12.2025"));
    let listed = rows.iter().find(|row| row[0] == text("Teilvorhaben")).expect("the sheet in the list");
    assert_eq!(listed[1], text("Indikatoren nach Teilvorhaben (810 Zeilen)"));
}

fn instant(text: &str) -> Option<NaiveDateTime> {
    Some(text.parse().expect("a moment"))
}

#[test]
fn every_indicator_is_defined() {
    for language in Language::ALL {
        let content = Sample { language, left_out: 0 }.content();
        let mut opened = opened(&content);
        let sheet = opened.sheet_names().pop().expect("the last sheet");
        let rows = opened.rows(&sheet);
        let row = |id: &str| rows.iter().find(|row| row[1] == text(id)).expect("a definition");
        for indicator in content.rulebook.indicators {
            assert_eq!(row(indicator.code)[9], number(u64::from(indicator.version)));
        }
    }
}

#[test]
fn sheets_keep_their_header_in_sight_and_on_every_printed_page() {
    let mut opened = opened(&german());
    let names = opened.part("xl/workbook.xml");
    let sheets = opened.sheet_names();
    for (number, sheet) in (1..).zip(&sheets).skip(1) {
        assert!(names.contains(&format!("localSheetId=\"{}\"", number - 1)), "{sheet} repeats nothing");
        let part = opened.part(&format!("xl/worksheets/sheet{number}.xml"));
        for wanted in ["state=\"frozen\"", "orientation=\"landscape\"", "<pageSetUpPr fitToPage=\"1\""] {
            assert!(part.contains(wanted), "{sheet} lacks {wanted}");
        }
    }
}

#[test]
fn the_same_content_makes_the_same_bytes() {
    let place = tempfile::tempdir().expect("a directory");
    let bytes = |name: &str| {
        let path = place.path().join(name);
        write(&german(), &path).expect("a report");
        std::fs::read(path).expect("the file")
    };
    assert!(bytes("first.xlsx") == bytes("second.xlsx"));
    let core = opened(&german()).part("docProps/core.xml");
    assert_eq!(core.matches("2026-01-15T09:30:20Z").count(), 2, "created and modified");
}

#[test]
fn progress_counts_every_row_and_can_stop_the_report() {
    let place = tempfile::tempdir().expect("a directory");
    let path = place.path().join("report.xlsx");
    let mut heard = Vec::new();
    write_report(&german(), &path, &mut |done, total| {
        heard.push((done, total));
        ControlFlow::Continue(())
    })
    .expect("a report");
    assert!(heard.is_sorted() && heard.len() > 2);
    let (done, total) = heard.pop().expect("a last report");
    assert_eq!(done, total);

    let stopped = place.path().join("stopped.xlsx");
    let outcome = write_report(&german(), &stopped, &mut |_, _| ControlFlow::Break(()));
    assert!(matches!(outcome, Err(WriteError::Cancelled)));
    assert!(!stopped.exists());
}

#[test]
fn what_a_workbook_cannot_hold_is_an_error() {
    let place = tempfile::tempdir().expect("a directory");
    let mut content = german();
    content.left_out[3].reference = "x".repeat(32_768);
    let outcome = write(&content, &place.path().join("long.xlsx"));
    assert!(matches!(outcome, Err(WriteError::TextTooLong { sheet, .. }) if sheet == "Nicht gezählt"));

    let outcome = write(&german(), &place.path().join("missing/report.xlsx"));
    assert!(matches!(outcome, Err(WriteError::Disk(_))));
}

#[test]
fn every_month_stands_in_its_row_under_the_indicators() {
    let content = german();
    let rows = opened(&content).rows("Entwicklung");
    let header = rows.iter().position(|row| row[0] == text("Stand am")).expect("the header");
    let told: Vec<_> = content
        .development
        .iter()
        .filter(|series| series.figure.indicator.kind != RulebookKind::Activities)
        .collect();
    let codes: Vec<_> = told.iter().map(|series| &*series.figure.indicator.code).collect();
    let headers: Vec<_> = rows[header][1..].iter().map(ToString::to_string).collect();
    let headed: Vec<_> = headers.iter().filter_map(|header| header.split(' ').next()).collect();
    assert_eq!(headed, codes);
    let last = rows[header + 1..].iter().rfind(|row| row[0].as_date().is_some()).expect("the last month");
    assert_eq!(last[0].as_date(), Some(content.cut_off));
    let totals: Vec<_> = told.iter().map(|series| number(series.figure.total)).collect();
    assert_eq!(last[1..], totals);
}
