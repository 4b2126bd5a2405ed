//! The formulas that add up again what is told of sub-projects, regional networks and strands.

use std::ops::ControlFlow;

use calamine::Data;
use domain::figure::{Breakdown, Figure};
use domain::indicator::RulebookKind;
use reporting::{Content, Options};
use texts::Language;

use crate::opened::{Opened, number, text};
use crate::sample::Sample;

const SUB_PROJECTS: &str = "Abgleich Teilvorhaben";
const NETWORKS: &str = "Abgleich Netzwerke";
const ABOVE: &str = "Ebene";

fn german() -> Content {
    Sample { language: Language::De, left_out: 1 }.content()
}

fn opened(content: &Content, rows_per_sheet: u32) -> Opened {
    let options = Options { rows_per_sheet };
    Opened::after(|path| {
        options.write_report(content, path, &mut |_, _| ControlFlow::Continue(())).expect("a report")
    })
}

/// The words for an indicator: behind its code, where it has one.
fn words(figure: &Figure) -> String {
    let indicator = &figure.indicator;
    let key = format!("indicator-short-{}", indicator.code);
    match (&*indicator.code, indicator.kind, texts::text(Language::De, &key)) {
        ("TRAINING_MINUTES", ..) => "Dauer der Schulungen (Stunden)".to_owned(),
        (_, RulebookKind::Activities, _) => indicator.name.de.to_string(),
        (code, _, short) if short == key => format!("{code} {}", indicator.name.de),
        (code, _, short) => format!("{code} {short}"),
    }
}

/// What is told of figures that count anything: from a place on added up, reported, and checked.
fn told<'a>(figures: impl Iterator<Item = &'a Figure>) -> Vec<Vec<Data>> {
    let counting = figures.filter(|figure| figure.total > 0);
    let row = |figure: &Figure| {
        let gender = |count: fn(domain::figure::Genders) -> u64| {
            figure.genders.map_or(Data::Empty, |genders| number(count(genders)))
        };
        let genders = [gender(|all| all.women), gender(|all| all.men), gender(|all| all.non_binary)];
        let total = match figure.indicator.unit {
            counting::Unit::Minutes => Data::Float(figure.total as f64 / 60.0),
            _ => number(figure.total),
        };
        let counts = [&genders[..], &[total]].concat();
        [&[text(&words(figure))][..], &counts, &counts, &[text("OK")]].concat()
    };
    counting.map(row).collect()
}

fn of_level(content: &Content, level: Breakdown) -> impl Iterator<Item = &Figure> {
    // the figures of activities stand on a sheet of their own, after all others
    let of = move |activities: bool| {
        let wanted = move |figure: &&Figure| {
            figure.unit.kind == level && (figure.indicator.kind == RulebookKind::Activities) == activities
        };
        content.figures.iter().filter(wanted)
    };
    of(false).chain(of(true))
}

/// Rows from the column of the indicator on.
fn from(rows: &[Vec<Data>], column: usize) -> Vec<Vec<Data>> {
    rows.iter().map(|row| row[column..].to_vec()).collect()
}

#[test]
fn every_total_of_every_sub_project_is_added_up_again() {
    let content = german();
    let mut opened = opened(&content, 1_000_000);
    let rows = opened.rows_below(SUB_PROJECTS, "Code");
    assert_eq!(from(&rows, 4), told(of_level(&content, Breakdown::SubProject)));
    let first = ["0901", "RIN-01", "AQB", "Stärker entwickelt", "EECO01 Teilnehmende"].map(text);
    assert_eq!(rows[0][..5], first);
    assert!(rows.iter().any(|row| row[0] == text("0930") && row[1] == text("ohne regionales Netzwerk")));
    assert!(rows.iter().any(|row| row[0] == text("0930") && row[2] == text("ohne Handlungsschwerpunkt")));
}

#[test]
fn every_total_of_every_network_and_strand_is_added_up_again() {
    let content = german();
    let mut opened = opened(&content, 1_000_000);
    let rows = opened.rows_below(NETWORKS, ABOVE);
    let of_strands = content.strands.iter().flat_map(|strand| &strand.figures);
    let of_strands = of_strands.filter(|figure| figure.indicator.kind != RulebookKind::Activities);
    let expected = [told(of_level(&content, Breakdown::Network)), told(of_strands)].concat();
    assert_eq!(from(&rows, 3), expected);
    let begin = |row: &Vec<Data>| [row[0].clone(), row[1].clone()];
    assert_eq!(begin(&rows[0]), ["Regionales Netzwerk", "RIN-01"].map(text));
    let last = rows.last().expect("a row");
    assert_eq!(begin(last), ["Handlungsschwerpunkt", "ohne Handlungsschwerpunkt"].map(text));
}

#[test]
fn formulas_speak_of_the_evidence_and_of_the_cell_that_shows_the_total() {
    let content = german();
    let mut opened = opened(&content, 1_000_000);
    let names = opened.sheet_names();
    let place = |wanted: &str| names.iter().position(|name| name == wanted).expect("the sheet") + 1;
    let below = opened.part(&format!("xl/worksheets/sheet{}.xml", place(SUB_PROJECTS)));
    let rows = opened.rows_below(SUB_PROJECTS, "Code");
    let genders = |row: &&Vec<Data>| row[5] != Data::Empty;
    let personal = rows.iter().filter(genders).count();
    assert_eq!(below.matches("SUMIFS(").count(), rows.len() + 3 * personal);
    for row in [&rows[0], rows.last().expect("a row")] {
        let told = row[4].to_string();
        let (sheet, column, words) = match told.split_once(' ') {
            Some(("EECO01", _)) => ("Teilvorhaben", "M", "EECO01"),
            _ => ("Beratung und Schulung", "I", &*told),
        };
        let shown = opened.rows(sheet);
        let at = shown.iter().position(|cells| cells[0] == row[0] && cells.contains(&text(words)));
        let at = at.expect("the row of the figure") + 1;
        let cell = format!("{sheet}'!${column}${at}");
        let reference = [format!("<f>'{cell}</f>"), format!("<f>&apos;{}</f>", cell.replace('\'', "&apos;"))];
        assert!(reference.iter().any(|formula| below.contains(formula)), "{cell}");
    }
    let above = opened.part(&format!("xl/worksheets/sheet{}.xml", place(NETWORKS)));
    assert!(above.contains("SUMIFS(") && above.contains(SUB_PROJECTS) && !above.contains("Nachweis"));
}

#[test]
fn a_sum_that_differs_is_shown_for_its_sub_project_its_network_and_its_strand() {
    let mut content = german();
    content.evidence.people.sums[0].genders.women += 1;
    let mut opened = opened(&content, 1_000_000);
    let failing = |rows: Vec<Vec<Data>>, column: usize| {
        let rows = rows.into_iter().filter(|row| row.last() == Some(&text("≠")));
        rows.map(|row| row[column].to_string()).collect::<Vec<_>>()
    };
    assert_eq!(failing(opened.rows_below(SUB_PROJECTS, "Code"), 0), ["0901"]);
    assert_eq!(failing(opened.rows_below(NETWORKS, ABOVE), 1), ["RIN-01", "AQB"]);
    let cover = opened.rows("Deckblatt");
    let said = cover.iter().find(|row| row[0] == text("Abgleich mit dem Nachweis")).expect("the line");
    assert!(said[1].to_string().ends_with("davon stimmen 4 nicht überein."), "{said:?}");
}

#[test]
fn checks_of_units_go_on_over_sheets_as_their_figures_do() {
    let mut opened = opened(&german(), 300);
    let names = opened.sheet_names();
    for name in [SUB_PROJECTS, NETWORKS] {
        let parts: Vec<_> = names.iter().filter(|sheet| sheet.starts_with(name)).cloned().collect();
        for part in &parts {
            let first = if name == SUB_PROJECTS { "Code" } else { ABOVE };
            let rows = opened.rows_below(part, first);
            assert!(!rows.is_empty() && rows.iter().all(|row| row.last() == Some(&text("OK"))), "{part}");
        }
        assert!(parts.len() > 1, "{parts:?}");
    }
    let second = names.iter().position(|name| name == "Abgleich Teilvorhaben 2").expect("the sheet") + 1;
    let part = opened.part(&format!("xl/worksheets/sheet{second}.xml"));
    assert!(part.contains("Teilvorhaben 2") && part.contains("Nachweis 2"));
}

#[test]
fn a_report_on_a_sub_project_has_no_checks_below_it() {
    let mut content = german();
    content.figures.retain(|figure| figure.unit.code.as_deref() == Some("0901"));
    content.strands.clear();
    let names = opened(&content, 1_000_000).sheet_names();
    assert!(names.contains(&"Abgleich".to_owned()), "{names:?}");
    assert!(!names.iter().any(|name| name == SUB_PROJECTS || name == NETWORKS), "{names:?}");
}
