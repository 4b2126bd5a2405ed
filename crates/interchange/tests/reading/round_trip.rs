use interchange::{Cell, Limits, read_csv, write_csv};
use proptest::prelude::*;

const HEADER: [&str; 3] = ["code", "name", "note"];

fn written(rows: &[Vec<String>]) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_csv(&HEADER, rows.iter().cloned(), &mut bytes).expect("rows as long as the header");
    bytes
}

fn value() -> impl Strategy<Value = String> {
    let awkward = prop::sample::select(vec![
        "=1+1",
        "-5",
        "+49",
        "@x",
        "\"",
        "a\"b",
        "a\r\nb",
        "a\rb",
        "a;b|c,d\te",
        "\u{feff}ä",
    ]);
    prop_oneof![awkward.prop_map(str::to_owned), "[^\0]{0,30}"]
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(rows in prop::collection::vec(prop::collection::vec(value(), 3), 0..20)) {
        let table = read_csv("rows.csv", &written(&rows), &Limits::default()).expect("our own file");
        let wanted: Vec<Vec<Cell>> = rows
            .iter()
            .map(|row| row.iter().map(|value| Cell::text(value)).collect::<Vec<_>>())
            .filter(|row| row.iter().any(|cell| !cell.is_empty()))
            .collect();
        prop_assert_eq!(table.header, HEADER);
        prop_assert_eq!(table.rows.into_iter().map(|row| row.cells).collect::<Vec<_>>(), wanted);
    }

    #[test]
    fn any_bytes_are_a_table_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(table) = read_csv("rows.csv", &bytes, &Limits::default()) {
            prop_assert!(table.rows.iter().all(|row| row.cells.len() == table.header.len()));
        }
    }
}

#[test]
fn values_are_written_as_they_are() {
    let row = ["=1+1", "a,\"b\"", "zwei\nZeilen"].map(str::to_owned).to_vec();
    let wanted = "code,name,note\r\n=1+1,\"a,\"\"b\"\"\",\"zwei\nZeilen\"\r\n";
    assert_eq!(String::from_utf8(written(&[row])).expect("text"), wanted);
}

#[test]
fn a_row_of_another_length_is_refused() {
    let row = vec!["SN-01".to_owned()];
    let error = write_csv(&HEADER, [row].into_iter(), Vec::new()).expect_err("too short");
    assert_eq!(error.to_string(), "a row has 1 values, the header has 3");
}
