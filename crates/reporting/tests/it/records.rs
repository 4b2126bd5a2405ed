//! Records as a workbook.

use interchange::{Cell, Limits, read_workbook};
use reporting::{Records, Value, WriteError, write_records};

use crate::sample::{day, moment};

#[test]
fn what_is_written_is_what_an_import_reads() {
    let place = tempfile::tempdir().expect("a directory");
    let path = place.path().join("participations.xlsx");
    let header = ["participant", "ags", "entered_on", "birth_date", "advice_hours", "note"];
    let row = vec![
        "007".into(),
        "09162000".into(),
        Value::Date(day("2023-05-10")),
        Value::Date(day("1899-05-10")),
        Value::Decimal(1.5),
        "=1+1".into(),
    ];
    let gaps = vec!["-5".into(), Value::Empty, Value::Empty, Value::Empty, Value::Integer(3), "@x".into()];
    let records = Records {
        kind: "participations",
        header: &header,
        rows: Box::new([row, gaps].into_iter()),
        exported_at: moment("2026-01-15T09:30:20Z"),
    };
    write_records(records, &path).expect("a workbook");

    let bytes = std::fs::read(&path).expect("the file");
    let tables = read_workbook("participations.xlsx", &bytes, &Limits::default()).expect("tables");
    let [table] = tables.as_slice() else { panic!("one sheet") };
    let text = |text: &str| Cell::Text(text.to_owned());
    assert_eq!(
        (table.sheet.as_deref(), table.header.as_slice()),
        (Some("participations"), &header.map(str::to_owned)[..])
    );
    assert_eq!(
        table.rows[0].cells,
        [
            text("007"),
            text("09162000"),
            Cell::Date(day("2023-05-10")),
            text("1899-05-10"),
            Cell::Number(1.5),
            text("=1+1"),
        ]
    );
    assert_eq!(
        table.rows[1].cells,
        [text("-5"), Cell::Empty, Cell::Empty, Cell::Empty, Cell::Number(3.0), text("@x")]
    );
}

#[test]
fn more_rows_than_a_sheet_holds_are_refused_before_the_first_is_written() {
    let place = tempfile::tempdir().expect("a directory");
    let records = Records {
        kind: "outcomes",
        header: &["participant"],
        rows: Box::new((0..1_048_576u32).map(|_| unreachable!("no row is asked for"))),
        exported_at: moment("2026-01-15T09:30:20Z"),
    };
    let outcome = write_records(records, &place.path().join("outcomes.xlsx"));
    assert!(matches!(outcome, Err(WriteError::TooManyRows { sheet }) if sheet == "outcomes"));
}
