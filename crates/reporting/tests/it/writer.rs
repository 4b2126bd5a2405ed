//! What a sheet says is what its readers find.

use std::ops::ControlFlow;

use calamine::{Data, Reader, Xlsx, open_workbook};
use reporting::table::{Column, ColumnKind, Part, Series, Table, Value};
use reporting::{Options, SourceError, WriteError};

use crate::everything::{EVIDENCE, evidence, options, sheet, sheets, table, write, write_with};
use crate::lint::lint;
use crate::opened::{Opened, number, text};
use crate::parts::Parts;

fn opened() -> Opened {
    Opened::after(|path| write(sheets(), path).expect("a workbook"))
}

#[test]
fn nothing_is_wrong_with_any_sheet() {
    assert_eq!(lint(&Parts::after(|path| write(sheets(), path))), [""; 0]);
}

#[test]
fn formulas_carry_their_results_with_their_type() {
    let rows = opened().rows_below("Figuren & 'alle' Summen", "Indikator");
    let total = number(u64::from(EVIDENCE * (EVIDENCE + 1) / 2));
    assert_eq!(rows, [vec![text("EECO01"), total.clone(), total, text("stimmt")]]);
    let sheet = opened().part("xl/worksheets/sheet1.xml");
    assert!(sheet.contains(
        "<f>SUM('Nachweis'!$B$6:$B$20,'Nachweis 2'!$B$6:$B$20,'Nachweis 3'!$B$6:$B$15)</f><v>820</v>"
    ));
}

#[test]
fn a_long_table_goes_on_on_further_sheets_that_say_so() {
    let mut opened = opened();
    assert_eq!(
        opened.sheet_names(),
        ["Figuren & 'alle' Summen", "Verlauf", "Texte", "Nachweis", "Nachweis 2", "Nachweis 3"]
    );
    for (name, first, count) in [("Nachweis", 1, 15), ("Nachweis 2", 16, 15), ("Nachweis 3", 31, 10)] {
        let rows = opened.rows_below(name, "Fall");
        assert_eq!((rows[0][1].clone(), rows.len()), (number(first), count), "{name}");
    }
    let line = &opened.rows("Nachweis 3")[2][0];
    assert_eq!(
        line,
        &text(
            "Teil 3 von 3 der Tabelle, die auf dem Blatt Nachweis beginnt: Ein Blatt fasst nicht alle Zeilen."
        )
    );
}

#[test]
fn of_a_long_table_only_the_first_page_is_printed() {
    let row = |number: u64| vec![Value::Empty, number.into()];
    let long = || sheet("Nachweis", vec![table(&["Fall", "Zählt"], (0..10_000).map(row).collect())]);
    let write = |path: &std::path::Path| write_with(Options::default(), vec![long()], path);
    let rows = Opened::after(|path| write(path).expect("a workbook")).rows("Nachweis");
    assert!(rows[2][0].to_string().starts_with("Gedruckt wird von dieser langen Tabelle nur der Anfang"));
    assert_eq!(rows[5 + 9_999][1], number(9_999), "all rows are there");
    let parts = Parts::after(write);
    let printed = parts.part("xl/workbook.xml").split_once("Nachweis!$A$1:$B$").expect("a print area").1;
    let last: u32 = printed.split('<').next().and_then(|row| row.parse().ok()).expect("a row");
    assert!((20..60).contains(&last), "printed up to row {last}");
    assert_eq!(lint(&parts), [""; 0]);
}

#[test]
fn places_known_beforehand_are_the_places_of_the_file() {
    let parts = evidence().parts(&options());
    let mut opened = opened();
    for (part, values) in parts.iter().zip([(1, 15), (16, 30), (31, 40)]) {
        let rows = opened.rows(&part.sheet);
        let at = |row: u32| rows[row as usize][1].clone();
        assert_eq!((at(part.rows.start), at(part.rows.end - 1)), (number(values.0), number(values.1)));
        assert_eq!(rows[part.header as usize][0], text("Fall"));
    }
    let last = Part { sheet: "Peter's".into(), rows: 4..5, ..parts[0].clone() };
    assert_eq!((last.cell(0, 27), last.range(0)), ("'Peter''s'!$AB$5".into(), "'Peter''s'!$A$5:$A$5".into()));
}

#[test]
fn a_named_cell_is_found_by_its_name_and_a_noted_one_has_its_note() {
    let place = tempfile::tempdir().expect("a directory");
    let path = place.path().join("named.xlsx");
    write(sheets(), &path).expect("a workbook");
    let workbook: Xlsx<_> = open_workbook(&path).expect("a workbook");
    let names = workbook.defined_names();
    assert!(names.contains(&("EECO01_total".into(), "'Figuren & ''alle'' Summen'!$B$5".into())), "{names:?}");
    let parts = Parts::after(|path| write(sheets(), path));
    assert!(parts.part("xl/comments1.xml").contains("Ohne Fax-Bögen"));
}

#[test]
fn texts_come_back_as_typed_and_numbers_with_all_their_digits() {
    let mut opened = opened();
    let rows = opened.rows_below("Texte", "Text");
    for (row, typed) in
        rows.iter().zip(["=1+1", "-5", "+49 89 1", "@x", "007", "1e5", "TRUE", "a<b>&c", "09162000"])
    {
        assert_eq!(row[0], text(typed));
    }
    let numbers = rows.iter().find(|row| row[0] == text("Zahlen")).expect("the numbers");
    assert_eq!(numbers[1..3], [number(12_345_678_901), Data::Float(0.1)]);
}

#[test]
fn wrong_names_headers_and_charts_are_refused_before_a_row_is_asked_for() {
    let named = |name: &str| {
        let rows: Vec<Vec<Value<'static>>> = Vec::new();
        sheet(name, vec![table(&["a"], rows)])
    };
    let with_chart = |series: Series| {
        let mut sheet = sheets().remove(1);
        sheet.charts[0].series = vec![series];
        sheet
    };
    let outside = Series { name: String::new(), table: 0, categories: 0, values: 1, rows: 0..10 };
    let place = tempfile::tempdir().expect("a directory");
    let path = place.path().join("refused.xlsx");
    for (sheets, wanted) in [
        (vec![named("")], "sheet name"),
        (vec![named("zweiunddreißig Zeichen sind zu lang")], "sheet name"),
        (vec![named("a/b")], "sheet name"),
        (vec![named("'a")], "sheet name"),
        (vec![named("Blatt"), named("BLATT")], "sheet name"),
        (vec![named("Nachweis 2"), evidence()], "sheet name"),
        (vec![sheet("a", vec![table(&["x", "X"], Vec::new())])], "header"),
        (vec![sheet("a", vec![table(&[" "], Vec::new())])], "header"),
        (vec![sheet("a", vec![wide()])], "columns"),
        ((0..256).map(|number| named(&number.to_string())).collect(), "sheets"),
        (vec![with_chart(outside)], "chart"),
    ] {
        let kind = match write(sheets, &path).expect_err("a refusal") {
            WriteError::SheetName { .. } => "sheet name",
            WriteError::Header { .. } => "header",
            WriteError::TooManyColumns { .. } => "columns",
            WriteError::TooManySheets { .. } => "sheets",
            WriteError::Chart { .. } => "chart",
            other => panic!("{other}"),
        };
        assert_eq!(kind, wanted);
        assert!(!path.exists());
    }
}

fn wide() -> Table<'static> {
    let column = |number: usize| Column::new(number.to_string(), 5, ColumnKind::Text);
    Table { columns: (0..16_385).map(column).collect(), ..table(&[], Vec::new()) }
}

#[test]
fn names_of_further_sheets_are_shortened_to_what_a_name_may_have() {
    let long = reporting::table::Sheet {
        name: "Ein Name mit einunddreißig Zeichen".chars().take(31).collect(),
        ..evidence()
    };
    let names: Vec<_> = long.parts(&options()).into_iter().map(|part| part.sheet).collect();
    assert_eq!(
        names,
        [
            "Ein Name mit einunddreißig Zeic",
            "Ein Name mit einunddreißig Ze 2",
            "Ein Name mit einunddreißig Ze 3"
        ]
    );
}

#[test]
fn names_used_twice_or_not_allowed_are_refused() {
    let place = tempfile::tempdir().expect("a directory");
    let path = place.path().join("names.xlsx");
    for names in [["total", "TOTAL"], ["A1", "fine"], ["no blanks", "fine"]] {
        let row = names.map(|name| Value::Integer(1).named(name)).into();
        let outcome = write(vec![sheet("a", vec![table(&["x", "y"], vec![row])])], &path);
        assert!(matches!(outcome, Err(WriteError::Name { .. })), "{names:?}");
        assert!(!path.exists());
    }
}

#[test]
fn a_source_that_fails_or_ends_early_ends_the_workbook() {
    type Source = Vec<Result<Vec<Value<'static>>, SourceError>>;
    let place = tempfile::tempdir().expect("a directory");
    let path = place.path().join("failed.xlsx");
    let with = |source: Source| Table { rows: Box::new(source.into_iter()), ..table(&["x"], Vec::new()) };
    let failing = with(vec![Ok(vec![Value::Integer(1)]), Err("the database is gone".into())]);
    let outcome = write_with(Options::default(), vec![sheet("a", vec![failing])], &path);
    let Err(WriteError::Source(cause)) = outcome else { panic!("{outcome:?}") };
    assert_eq!(cause.to_string(), "the database is gone");
    assert!(!path.exists());

    struct Lying(u32);
    impl Iterator for Lying {
        type Item = Result<Vec<Value<'static>>, SourceError>;
        fn next(&mut self) -> Option<Self::Item> {
            self.0 = self.0.checked_sub(1)?;
            Some(Ok(vec![Value::Integer(1)]))
        }
        fn size_hint(&self) -> (usize, Option<usize>) {
            (5, Some(5))
        }
    }
    impl ExactSizeIterator for Lying {}
    for count in [4, 6] {
        let lying = Table { rows: Box::new(Lying(count)), ..table(&["x"], Vec::new()) };
        let outcome = write_with(Options::default(), vec![sheet("a", vec![lying])], &path);
        assert!(matches!(outcome, Err(WriteError::Source(_))), "{count} instead of 5");
    }
}

#[test]
fn what_is_no_number_is_refused() {
    let place = tempfile::tempdir().expect("a directory");
    for value in [Value::Decimal(f64::NAN), Value::Ratio(f64::INFINITY), Value::formula("A1", "007")] {
        let table = table(&["x"], vec![vec![value]]);
        let outcome = write(vec![sheet("a", vec![table])], &place.path().join("number.xlsx"));
        assert!(matches!(outcome, Err(WriteError::Workbook(_))));
    }
}

#[test]
fn progress_is_told_to_the_end() {
    let content = crate::sample::Sample { language: texts::Language::En, left_out: 3 }.content();
    let place = tempfile::tempdir().expect("a directory");
    let mut last = (0, 1);
    let options = Options { rows_per_sheet: 100 };
    let path = place.path().join("split.xlsx");
    options
        .write_report(&content, &path, &mut |done, total| {
            last = (done, total);
            ControlFlow::Continue(())
        })
        .expect("a report");
    assert_eq!(last.0, last.1);
}
