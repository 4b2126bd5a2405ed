//! The tables that are transmitted, in the form of each period.

use std::ops::ControlFlow;

use calamine::Data;
use reporting::{Content, TransmissionLayout, write_report};
use texts::Language;

use crate::opened::{Opened, number, text};
use crate::sample::Sample;

fn opened(content: &Content) -> Opened {
    Opened::after(|path| {
        write_report(content, path, &mut |_, _| ControlFlow::Continue(())).expect("a report");
    })
}

fn german() -> Content {
    Sample { language: Language::De, left_out: 1 }.content()
}

#[test]
fn outputs_and_results_have_the_columns_of_the_annex() {
    let content = german();
    let mut opened = opened(&content);
    let told = |opened: &mut Opened, sheet: &str| {
        let rows = opened.rows_below(sheet, "Priorität");
        rows.into_iter().map(|row| row[4].to_string()).collect::<Vec<_>>()
    };
    let codes = |results: bool| {
        let wanted = content.rulebook.indicators.iter().filter(|indicator| indicator.is_result() == results);
        wanted.map(|indicator| indicator.code.to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(told(&mut opened, "Outputindikatoren"), codes(false));
    assert_eq!(told(&mut opened, "Ergebnisindikatoren"), codes(true));

    let first = &content.figures[0];
    let genders = first.genders.expect("genders");
    let row = opened.rows_below("Outputindikatoren", "Priorität").remove(0);
    let [before @ .., women, men, non_binary, total, ratio, _] = row.as_slice() else { panic!("{row:?}") };
    assert_eq!(before[..4], ["1", "ESO4.4", "ESF+", "Stärker entwickelt"].map(text));
    let plan = [first.plan.milestone, first.plan.target, first.plan.planned];
    assert_eq!(before[8..], plan.map(|value| Data::Float(value.expect("a value"))));
    assert_eq!(
        [women, men, non_binary, total],
        [&number(genders.women), &number(genders.men), &number(genders.non_binary), &number(first.total)]
    );
    assert_eq!(*ratio, Data::Float(first.ratio().expect("a ratio")));

    let rows = opened.rows_below("Ergebnisindikatoren", "Priorität");
    let row = rows.iter().find(|row| row[4] == text("EECR03")).expect("the indicator");
    let figure =
        content.figures.iter().find(|figure| &*figure.indicator.code == "EECR03").expect("the figure");
    let plan = [figure.plan.reference, figure.plan.target, figure.plan.planned];
    assert_eq!(row[8..11], plan.map(|value| Data::Float(value.expect("a value"))));
}

#[test]
fn targets_are_headed_by_the_last_year_of_the_period() {
    let mut content = german();
    content.period.ends_on = "2025-12-31".parse().expect("a day");
    for layout in ["ESF_PLUS_2021", "ESF_2014"] {
        content.layout = TransmissionLayout::of(layout);
        let rows = opened(&content).rows("Outputindikatoren");
        assert!(rows.iter().flatten().any(|cell| *cell == text("Zielwert 2025")), "{layout}");
    }
}

#[test]
fn a_target_of_zero_has_no_ratio() {
    let rows = opened(&german()).rows_below("Ergebnisindikatoren", "Priorität");
    let row = rows.iter().find(|row| row[4] == text("EECR05")).expect("the indicator");
    assert_eq!((&row[9], &row[15]), (&number(0), &Data::Empty));
}

#[test]
fn in_the_form_of_2014_the_years_add_up_to_the_total() {
    let mut content = german();
    content.layout = TransmissionLayout::of("ESF_2014");
    content.period.ends_on = "2025-12-31".parse().expect("a day");
    let rows = opened(&content).rows("Outputindikatoren");
    let header = rows.iter().position(|row| row[0] == text("ID")).expect("the header");
    assert_eq!(rows[header][4..8], ["2023 gesamt", "2023 Männer", "2023 Frauen", "2024 gesamt"].map(text));
    for row in &rows[header + 1..] {
        let count = |at: usize| match row[at] {
            Data::Float(count) => count,
            _ => 0.0,
        };
        assert_eq!(count(4) + count(7) + count(10), count(13), "{row:?}");
    }
}
