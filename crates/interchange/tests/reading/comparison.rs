//! What two workbooks say differently.

use std::io::{Cursor, Read, Write};

use interchange::{CellDifference, Limits, ReadError, compare, named_text, property};
use rust_xlsxwriter::{DocProperties, Formula, Workbook};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

fn book(cells: &[(&str, u32, u16, &str)]) -> Vec<u8> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_custom_property("Made for", "a test"));
    for (sheet, row, column, text) in cells {
        if book.worksheet_from_name(sheet).is_err() {
            book.add_worksheet().set_name(*sheet).expect("a name");
        }
        let to = book.worksheet_from_name(sheet).expect("a sheet");
        match text.strip_prefix('=') {
            Some(formula) => to.write_formula(*row, *column, Formula::new(formula).set_result("3")).map(drop),
            None => to.write_string(*row, *column, *text).map(drop),
        }
        .expect("a cell");
    }
    book.save_to_buffer().expect("a workbook")
}

#[test]
fn changed_added_and_removed_cells_are_named() {
    let original = book(&[("A", 0, 0, "x"), ("A", 6, 1, "kept"), ("A", 7, 1, "gone"), ("B", 0, 0, "=1+2")]);
    let changed = book(&[
        ("A", 0, 0, "y"),
        ("A", 6, 1, "kept"),
        ("A", 0, 27, "new"),
        ("B", 0, 0, "3"),
        ("C", 0, 0, "c"),
    ]);

    let same = compare(&original, &original, &Limits::default()).expect("a comparison");
    let told = compare(&original, &changed, &Limits::default()).expect("a comparison");

    assert!(same.is_same());
    let difference = |sheet: &str, cell: &str, was: Option<&str>, is: Option<&str>| CellDifference {
        sheet: sheet.into(),
        cell: cell.into(),
        was: was.map(Into::into),
        is: is.map(Into::into),
    };
    assert_eq!(
        told.cells,
        [
            difference("A", "A1", Some("x"), Some("y")),
            difference("A", "AB1", None, Some("new")),
            difference("A", "B8", Some("gone"), None),
            difference("B", "A1", Some("=1+2 → 3"), Some("3")),
        ],
        "values first, then what only had its formula replaced"
    );
    assert_eq!((told.different, told.missing.len(), told.added), (4, 0, vec!["C".to_owned()]));
}

#[test]
fn a_number_that_became_a_text_is_told_apart() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("A").expect("a name").write_number(0, 0, 3).expect("a cell");
    let number = book.save_to_buffer().expect("a workbook");
    let text = self::book(&[("A", 0, 0, "3")]);

    let told = compare(&number, &text, &Limits::default()).expect("a comparison");

    let [cell] = &told.cells[..] else { panic!("one cell: {:?}", told.cells) };
    assert_eq!((cell.was.as_deref(), cell.is.as_deref()), (Some("3"), Some("\"3\"")));
}

#[test]
fn a_property_is_read_and_nothing_is_read_of_what_is_no_workbook() {
    let original = book(&[("A", 0, 0, "x")]);
    assert_eq!(property(&original, "Made for").as_deref(), Some("a test"));
    assert_eq!(property(&original, "Made by"), None);
    assert_eq!(property(b"PK", "Made for"), None);
    assert!(compare(&original, b"no workbook", &Limits::default()).is_err());
}

/// A sheet with a formula and its saved result, a ratio and a whole number.
fn calculated((ratio, number): (f64, f64)) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("A").expect("a name");
    sheet.write_formula(0, 0, Formula::new("1+2").set_result("3")).expect("a formula");
    sheet.write_number(1, 0, ratio).expect("a ratio");
    sheet.write_number(2, 0, number).expect("a number");
    book.save_to_buffer().expect("a workbook")
}

/// The workbook as a program saves it that does not calculate.
fn without_results(book: &[u8]) -> Vec<u8> {
    let mut parts = ZipArchive::new(Cursor::new(book)).expect("a workbook");
    let mut saved_again = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..parts.len() {
        let mut part = parts.by_index(index).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).expect("its contents");
        saved_again.start_file(name, SimpleFileOptions::default()).expect("a part");
        let text = text.replace("</f><v>3</v>", "</f>");
        saved_again.write_all(text.as_bytes()).expect("its contents");
    }
    saved_again.finish().expect("a workbook").into_inner()
}

#[test]
fn a_copy_without_saved_results_says_the_same() {
    let original = calculated((1.0 / 3.0, 25_000.0));
    let saved_again = without_results(&calculated((0.333_333_333_333_333, 25_000.0)));

    let told = compare(&original, &saved_again, &Limits::default()).expect("a comparison");

    assert!(told.is_same(), "{told:?}");
    assert_eq!((told.uncalculated, told.cells.len()), (1, 0));
}

#[test]
fn formulas_are_the_same_however_programs_write_them() {
    let said = |formula: &str| book(&[("A", 0, 0, formula)]);
    for (formula, other, expected) in [
        ("=SUM('B'!A1, 2)", "=SUM(B!A1,2)", 0),
        ("=SUM('B'!A1,2)", "=SUM(B!A1,3)", 1),
        ("=IF(A2,\"a b\",1)", "=IF(A2,\"ab\",1)", 1),
    ] {
        let told = compare(&said(formula), &said(other), &Limits::default()).expect("a comparison");

        assert_eq!(told.different, expected, "{formula} {other}");
    }
}

#[test]
fn numbers_are_told_as_people_write_them() {
    let original = calculated((1.0 / 3.0, 25_000.0));
    for (ratio, number, expected) in [
        (2.0 / 3.0, 25_000.0, ("A2", "0.3333", "0.6667")),
        (1.0 / 3.0, 25_001.0, ("A3", "25000", "25001")),
        (0.333_333_4, 25_000.0, ("A2", "0.333333333333", "0.3333334")),
    ] {
        let changed = calculated((ratio, number));

        let told = compare(&original, &changed, &Limits::default()).expect("a comparison");

        let cell = &told.cells[0];
        let said =
            (&*cell.cell, cell.was.as_deref().unwrap_or_default(), cell.is.as_deref().unwrap_or_default());
        assert_eq!((told.different, said), (1, expected));
    }
}

#[test]
fn sheets_in_another_order_are_told_as_such() {
    let original = book(&[("A", 0, 0, "x"), ("B", 0, 0, "y"), ("C", 0, 0, "z")]);
    for (other, reordered) in [
        (book(&[("B", 0, 0, "y"), ("A", 0, 0, "x"), ("C", 0, 0, "z")]), true),
        (book(&[("A", 0, 0, "x"), ("C", 0, 0, "z")]), false),
        (book(&[("N", 0, 0, "n"), ("A", 0, 0, "x"), ("B", 0, 0, "y"), ("C", 0, 0, "z")]), false),
    ] {
        let told = compare(&original, &other, &Limits::default()).expect("a comparison");
        assert_eq!((told.reordered, told.different), (reordered, 0));
    }
}

#[test]
fn a_file_without_contents_is_empty() {
    let original = book(&[("A", 0, 0, "x")]);
    let told = compare(&original, b"", &Limits::default()).expect_err("no workbook");
    assert!(matches!(told, ReadError::Empty), "{told}");
}

#[test]
fn the_text_of_a_name_is_read() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("A").expect("a name");
    book.define_name("_made_for", "=\"a test\"").expect("a name");
    book.define_name("_place", "=A!$A$1").expect("a name");
    let book = book.save_to_buffer().expect("a workbook");
    assert_eq!(named_text(&book, "_made_for").as_deref(), Some("a test"));
    assert_eq!(named_text(&book, "_place"), None);
    assert_eq!(named_text(&book, "_made_by"), None);
    assert_eq!(named_text(b"PK", "_made_for"), None);
}
