use chrono::NaiveDate;
use interchange::{Cell, Limits, ReadError, Table, read_workbook};
use rust_xlsxwriter::{Format, Formula, Workbook};

use crate::parts::{Parts, workbook};

fn read(bytes: &[u8]) -> Result<Vec<Table>, ReadError> {
    read_workbook("rows.xlsx", bytes, &Limits::default())
}

fn day(year: i32, month: u32, day: u32) -> Cell {
    Cell::Date(NaiveDate::from_ymd_opt(year, month, day).expect("a day"))
}

fn text(value: &str) -> Cell {
    Cell::Text(value.into())
}

/// Reads one data row of hand-written cells below a header of four columns.
fn read_cells(properties: &str, cells: &str) -> Vec<Cell> {
    let header = r#"<row r="1"><c t="str"><v>a</v></c><c t="str"><v>b</v></c><c t="str"><v>c</v></c><c t="str"><v>d</v></c></row>"#;
    let mut parts = Parts::with_cells(&format!(r#"{header}<row r="2">{cells}</row>"#));
    parts.workbook = workbook(properties, &["rows"]);
    let mut tables = read(&parts.zipped()).expect("a workbook");
    tables.remove(0).rows.remove(0).cells
}

#[test]
fn every_kind_of_value_keeps_its_kind() {
    let mut book = Workbook::new();
    let date = Format::new().set_num_format("dd.mm.yyyy");
    let sheet = book.add_worksheet().set_name("participations").expect("a name");
    for (column, name) in ["text", "number", "day", "flag", "formula", "error"].iter().enumerate() {
        sheet.write(2, column as u16, *name).expect("room");
    }
    let row = 4;
    sheet.write(row, 0, " 0049 ").expect("room");
    sheet.write(row, 1, 9161.5).expect("room");
    let moment = NaiveDate::from_ymd_opt(2023, 5, 10).and_then(|day| day.and_hms_opt(13, 45, 0));
    sheet.write_with_format(row, 2, &moment.expect("a moment"), &date).expect("room");
    sheet.write(row, 3, true).expect("room");
    sheet.write(row, 4, Formula::new("=1+1").set_result("2")).expect("room");
    sheet.write(row, 5, Formula::new("=1/0").set_result("#DIV/0!")).expect("room");
    let tables = read(&book.save_to_buffer().expect("memory")).expect("a workbook");

    assert_eq!(tables.len(), 1);
    assert_eq!(tables[0].sheet.as_deref(), Some("participations"));
    assert_eq!(tables[0].header, ["text", "number", "day", "flag", "formula", "error"]);
    assert_eq!(tables[0].rows.len(), 1);
    assert_eq!(tables[0].rows[0].number, 5);
    assert_eq!(
        tables[0].rows[0].cells,
        [
            text("0049"),
            Cell::Number(9161.5),
            day(2023, 5, 10),
            Cell::Boolean(true),
            Cell::Number(2.0),
            Cell::Invalid("#DIV/0!".into()),
        ]
    );
}

#[test]
fn formulas_and_errors_are_read_as_they_were_saved() {
    let cells = read_cells(
        "",
        r##"<c t="str"><f>"x"&amp;"y"</f><v>xy</v></c><c t="e"><v>#REF!</v></c><c><f>NOW()</f></c><c t="inlineStr"><is><t>in line</t></is></c>"##,
    );
    let never_calculated = Cell::Invalid("= ?".into());
    assert_eq!(cells, [text("xy"), Cell::Invalid("#REF!".into()), never_calculated, text("in line")]);
}

#[test]
fn both_date_systems_mean_the_same_days() {
    let dates = |serial: &str| format!(r#"<c s="1"><v>{serial}</v></c>"#);
    let system_1904 = r#"<workbookPr date1904="1"/>"#;
    let cases = [
        ("", "45056", day(2023, 5, 10)),
        ("", "45056.99", day(2023, 5, 10)),
        (system_1904, "43594", day(2023, 5, 10)),
        (system_1904, "0", day(1904, 1, 1)),
        ("", "1", day(1900, 1, 1)),
        ("", "59", day(1900, 2, 28)),
        ("", "60", Cell::Number(60.0)),
        ("", "61", day(1900, 3, 1)),
        ("", "0.5", Cell::Number(0.5)),
        ("", "-1e300", Cell::Number(-1e300)),
        ("", "2958465", day(9999, 12, 31)),
        ("", "2958466", Cell::Number(2_958_466.0)),
        ("", "NaN", Cell::Invalid("NaN".into())),
    ];
    for (system, serial, wanted) in cases {
        assert_eq!(read_cells(system, &dates(serial))[0], wanted, "{system} {serial}");
    }
    let iso = r#"<c t="d"><v>2023-05-10T00:00:00</v></c><c t="d"><v>soon</v></c>"#;
    assert_eq!(read_cells("", iso)[..2], [day(2023, 5, 10), Cell::Invalid("soon".into())]);
}

#[test]
fn a_date_typed_as_text_stays_text() {
    let cells = read_cells("", r#"<c t="str"><v>10.05.2023</v></c>"#);
    assert_eq!(cells[0], text("10.05.2023"));
}

#[test]
fn hidden_and_empty_sheets_are_left_out() {
    let mut book = Workbook::new();
    for (name, hidden) in [("offers", false), ("secret", true), ("Codes", false)] {
        let sheet = book.add_worksheet().set_name(name).expect("a name").set_hidden(hidden);
        sheet.write(0, 0, "code").expect("room");
    }
    book.add_worksheet().set_name("blank").expect("a name");
    let tables = read(&book.save_to_buffer().expect("memory")).expect("a workbook");
    let names: Vec<_> = tables.iter().filter_map(|table| table.sheet.as_deref()).collect();
    assert_eq!(names, ["offers", "Codes"]);
    assert!(tables.iter().all(|table| table.rows.is_empty()));
}

#[test]
fn a_workbook_without_values_has_no_header() {
    let blank = Parts::with_cells(r#"<row r="7" s="1"><c r="A7" s="1"/></row>"#).zipped();
    assert_eq!(read(&blank).expect_err("blank").code(), "no_header");
}

#[test]
fn a_name_that_occurs_twice_is_reported_with_its_sheet() {
    let row = r#"<row><c t="str"><v>Code</v></c><c t="str"><v>code </v></c></row>"#;
    let error = read(&Parts::with_cells(row).zipped()).expect_err("twice");
    assert_eq!(error.to_string(), r#"the column "code" occurs more than once in the sheet "rows""#);
}
