//! The evidence and the formulas that add it up again.

use std::ops::ControlFlow;

use calamine::Data;
use domain::figure::Breakdown;
use reporting::{Content, Options, WriteError};
use texts::Language;

use crate::opened::{Opened, number, text};
use crate::sample::Sample;

fn german() -> Content {
    Sample { language: Language::De, left_out: 1 }.content()
}

/// The workbook with so many rows of a table on a sheet at most.
fn opened(content: &Content, rows_per_sheet: u32) -> Opened {
    let options = Options { rows_per_sheet };
    Opened::after(|path| {
        options.write_report(content, path, &mut |_, _| ControlFlow::Continue(())).expect("a report")
    })
}

/// The rows of the sheet of checks, from the header on.
fn checks(opened: &mut Opened) -> Vec<Vec<Data>> {
    opened.rows_below("Abgleich", "ID")
}

#[test]
fn every_case_is_a_row_and_counts_in_the_columns_of_its_indicators() {
    let content = german();
    let mut opened = opened(&content, 1_000_000);
    let rows = opened.rows_below("Nachweis", "Projekt");
    assert_eq!(rows.len() as u64, content.evidence.people.rows);
    for (place, indicator) in content.evidence.people.indicators.iter().enumerate() {
        let counted = rows.iter().filter(|row| row[6 + place] == number(1)).count() as u64;
        let is_told = |figure: &&domain::figure::Figure| {
            figure.unit.kind == Breakdown::Period && figure.indicator == *indicator
        };
        let figure = content.figures.iter().find(is_told).expect("a figure");
        assert_eq!(counted, figure.total, "{}", indicator.code);
    }
}

#[test]
fn every_total_is_added_up_again_by_a_formula_whose_result_is_right() {
    let content = german();
    let mut opened = opened(&content, 1_000_000);
    let of_period = content.figures.iter().filter(|figure| figure.unit.kind == Breakdown::Period);
    let counts: usize = of_period.map(|figure| if figure.genders.is_some() { 4 } else { 1 }).sum();
    let rows = checks(&mut opened);
    assert_eq!(rows.len(), counts);
    for row in &rows {
        assert_eq!(row[4], row[5], "{row:?}");
        assert_eq!(row[6], text("OK"));
    }
    let sheet = opened.sheet_names().iter().position(|name| name == "Abgleich").expect("the sheet");
    let part = opened.part(&format!("xl/worksheets/sheet{}.xml", sheet + 1));
    assert_eq!(part.matches("SUMIFS(").count(), counts, "a sum of each check");
    assert!(part.contains("EECO01_MORE_DEVELOPED_total"), "the figure by its name");
    let all = texts::integer(Language::De, i64::try_from(counts).expect("a count"));
    assert!(
        opened
            .rows("Abgleich")
            .iter()
            .any(|row| row[0] == text(&format!("{all} Prüfungen, alle stimmen überein.")))
    );
}

#[test]
fn sums_go_over_all_sheets_that_a_long_list_takes() {
    let mut opened = opened(&german(), 400);
    let names = opened.sheet_names();
    assert!(names.contains(&"Nachweis 4".to_owned()), "{names:?}");
    assert!(checks(&mut opened).iter().all(|row| row[6] == text("OK")));
    let sheet = names.iter().position(|name| name == "Abgleich").expect("the sheet");
    let part = opened.part(&format!("xl/worksheets/sheet{}.xml", sheet + 1));
    for list in ["Nachweis", "Nachweis 2", "Nachweis 4"] {
        assert!(
            part.contains(&format!("SUMIFS('{list}'!"))
                || part.contains(&format!("SUMIFS(&apos;{list}&apos;!")),
            "{list}"
        );
    }
}

#[test]
fn a_total_that_the_evidence_does_not_hold_is_shown() {
    let mut content = german();
    content.evidence.people.sums[0].total -= 1;
    let mut opened = opened(&content, 1_000_000);
    let failing: Vec<_> = checks(&mut opened).into_iter().filter(|row| row[6] != text("OK")).collect();
    assert_eq!(failing.len(), 1);
    assert_eq!(
        (&failing[0][0], &failing[0][3], &failing[0][6]),
        (&text("EECO01"), &text("Gesamt"), &text("≠"))
    );
}

#[test]
fn an_evidence_with_fewer_rows_than_counted_makes_no_workbook() {
    let mut content = german();
    content.evidence.people.rows += 1;
    let place = tempfile::tempdir().expect("a directory");
    let outcome = reporting::write_report(&content, &place.path().join("short.xlsx"), &mut |_, _| {
        ControlFlow::Continue(())
    });
    assert!(matches!(outcome, Err(WriteError::Source(_))));
}

#[test]
fn a_note_on_a_figure_stands_at_its_cell_and_among_the_comments() {
    let mut opened = opened(&german(), 1_000_000);
    let row = opened.rows_below("Outputindikatoren", "Priorität").remove(0);
    assert_eq!(row[16], text("Stand mit dem BAMF abgestimmt am 12.01.2026."));
    assert!(opened.part("xl/comments1.xml").contains("Stand mit dem BAMF abgestimmt"));
}
