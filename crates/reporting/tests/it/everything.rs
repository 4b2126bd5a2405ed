//! A workbook with all that sheets can hold, small enough to read.

use std::ops::ControlFlow;
use std::path::Path;

use reporting::table::{Chart, ChartKind, Column, ColumnKind, Layout, Series, Sheet, Table, Value, given};
use reporting::{Document, Options, WriteError, write_sheets};
use texts::Language;

use crate::sample::{day, moment};

pub const DISTRICTS: [&str; 5] = ["09162000", "09184", "09190", "09173", "09161"];

/// Rows of the evidence.
pub const EVIDENCE: u32 = 40;

pub fn write(sheets: Vec<Sheet<'_>>, out: &Path) -> Result<(), WriteError> {
    write_with(options(), sheets, out)
}

pub fn write_with(options: Options, sheets: Vec<Sheet<'_>>, out: &Path) -> Result<(), WriteError> {
    let document = Document {
        title: "Alles",
        author: "MigraNet",
        header: "IQ-2023 · München & Umland · 31.12.2025",
        funding: "Kofinanziert von der Europäischen Union. Gefördert durch das Bundesministerium für Arbeit & Soziales.",
        language: Language::De,
        created_at: moment("2026-01-15T09:30:20Z"),
        report: None,
        options,
    };
    write_sheets(&document, sheets, out, &mut |_, _| ControlFlow::Continue(()))
}

pub fn options() -> Options {
    Options { rows_per_sheet: 15 }
}

pub fn sheet<'a>(name: &str, tables: Vec<Table<'a>>) -> Sheet<'a> {
    Sheet {
        name: name.to_owned(),
        layout: Layout::Page,
        title: name.to_owned(),
        lines: vec!["Eine Zeile darunter".to_owned()],
        tables,
        charts: Vec::new(),
    }
}

pub fn table<'a>(headers: &[&str], rows: Vec<Vec<Value<'a>>>) -> Table<'a> {
    let column = |(at, header): (usize, &&str)| {
        Column::new(*header, 16, if at == 0 { ColumnKind::Label } else { ColumnKind::Number })
    };
    Table {
        heading: None,
        columns: headers.iter().enumerate().map(column).collect(),
        grouped_by: Vec::new(),
        rows: given(rows),
    }
}

/// Figures with names, notes and formulas over evidence on several sheets, charts, and what looks like something else.
pub fn sheets() -> Vec<Sheet<'static>> {
    let evidence = evidence();
    let ranges: Vec<_> = evidence.parts(&options()).iter().map(|part| part.range(1)).collect();
    let total = u64::from(EVIDENCE * (EVIDENCE + 1) / 2);
    let sum = Value::formula(format!("SUM({})", ranges.join(",")), total);
    let check = Value::formula("IF(B5=C5,\"stimmt\",\"stimmt nicht\")".to_owned(), "stimmt");
    let reconciled =
        vec!["EECO01".into(), Value::from(total).named("EECO01_total").noted("Ohne Fax-Bögen"), sum, check];
    let figures = sheet(
        "Figuren & 'alle' Summen",
        vec![table(&["Indikator", "Wert", "Summe", "Prüfung"], vec![reconciled])],
    );
    vec![figures, months(), texts(), evidence]
}

pub fn evidence() -> Sheet<'static> {
    let row = |number: u32| vec![format!("P-{number:05}").into(), u64::from(number).into()];
    sheet("Nachweis", vec![table(&["Fall", "Zählt"], (1..=EVIDENCE).map(row).collect())])
}

fn months() -> Sheet<'static> {
    let month = |number: u32| {
        let name = format!("2025-{number:02}");
        vec![name.into(), u64::from(number * 7).into(), u64::from(number * 5).into(), Value::Ratio(0.5)]
    };
    let series =
        |name: &str, values| Series { name: name.into(), table: 0, categories: 0, values, rows: 0..9 };
    let chart = |kind| Chart {
        kind,
        title: "Erreicht im Verlauf".into(),
        alternative: "Beide Reihen steigen von Januar bis September.".into(),
        category_title: "Monat".into(),
        value_title: "Personen".into(),
        series: vec![series("Frauen", 1), series("Männer", 2)],
    };
    let table = table(&["Monat", "Frauen", "Männer", "Quote"], (1..10).map(month).collect());
    let charts = [ChartKind::Line, ChartKind::Column, ChartKind::Bar].map(chart).into();
    Sheet { charts, ..sheet("Verlauf", vec![table]) }
}

fn texts() -> Sheet<'static> {
    let typed = |text: &'static str| vec![text.into(), Value::Empty, Value::Empty];
    let mut rows: Vec<Vec<Value<'static>>> =
        ["=1+1", "-5", "+49 89 1", "@x", "007", "1e5", "TRUE", "a<b>&c"].map(typed).into();
    rows.extend(DISTRICTS.map(typed));
    rows.push(vec!["Zahlen".into(), Value::Integer(12_345_678_901), Value::Decimal(0.1)]);
    rows.push(vec![
        "Tage".into(),
        Value::Date(day("2024-02-29")),
        Value::Moment(moment("2026-01-15T09:30:20Z")),
    ]);
    let mut table = table(&["Text", "Erstens", "Zweitens"], rows);
    table.columns[2].decimals = Some(1);
    let second =
        Table { heading: Some("Zweite Tabelle".into()), ..self::table(&["Text", "Nichts"], Vec::new()) };
    sheet("Texte", vec![Table { heading: Some("Erste Tabelle".into()), ..table }, second])
}
