//! What two workbooks say differently.

use interchange::{CellDifference, Limits, compare, property};
use rust_xlsxwriter::{DocProperties, Formula, Workbook};

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
        ]
    );
    assert_eq!((told.different, told.missing.len(), told.added), (4, 0, vec!["C".to_owned()]));
}

#[test]
fn a_property_is_read_and_nothing_is_read_of_what_is_no_workbook() {
    let original = book(&[("A", 0, 0, "x")]);
    assert_eq!(property(&original, "Made for").as_deref(), Some("a test"));
    assert_eq!(property(&original, "Made by"), None);
    assert_eq!(property(b"PK", "Made for"), None);
    assert!(compare(&original, b"no workbook", &Limits::default()).is_err());
}
