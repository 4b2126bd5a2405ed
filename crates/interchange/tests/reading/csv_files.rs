use interchange::{Cell, Limits, Measure, ReadError, Table, read_csv};

fn read(bytes: impl AsRef<[u8]>) -> Result<Table, ReadError> {
    read_csv("rows.csv", bytes.as_ref(), &Limits::default())
}

fn rows(table: &Table) -> Vec<(u32, Vec<&str>)> {
    let shown = |cell| match cell {
        &Cell::Empty => "",
        Cell::Text(text) => text.as_str(),
        other => panic!("CSV knows no {other:?}"),
    };
    table.rows.iter().map(|row| (row.number, row.cells.iter().map(shown).collect())).collect()
}

#[test]
fn every_encoding_and_separator_gives_the_same_rows() {
    let wanted = vec![(2, vec!["Köln", "5 €, größer; mehr"]), (3, vec!["Düsseldorf", ""])];
    let comma = "Ort,Preis\nKöln,\"5 €, größer; mehr\"\nDüsseldorf,\n";
    let semicolon = "Ort;Preis\r\nKöln;\"5 €, größer; mehr\"\r\nDüsseldorf;\r\n";
    let tab = "Ort\tPreis\nKöln\t5 €, größer; mehr\nDüsseldorf\t";
    for text in [comma, semicolon, tab] {
        let windows_1252 = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
        let marked = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
        for bytes in [text.as_bytes().to_vec(), marked, windows_1252] {
            let table = read(bytes).expect("plain text");
            assert_eq!((&table.file[..], &table.sheet), ("rows.csv", &None));
            assert_eq!(table.header, ["Ort", "Preis"]);
            assert_eq!(rows(&table), wanted);
        }
    }
}

#[test]
fn separators_inside_quotes_do_not_count() {
    let table = read("\"a;b;c;d\",e\n1,2\n").expect("readable");
    assert_eq!(table.header, ["a;b;c;d", "e"]);
}

#[test]
fn a_single_column_needs_no_separator() {
    let table = read("code\nSN-01\n").expect("readable");
    assert_eq!(rows(&table), [(2, vec!["SN-01"])]);
}

#[test]
fn rows_are_numbered_by_the_line_on_which_they_start() {
    let cases = [
        ("\n", "quoted newlines and blank lines"),
        ("\r\n", "the same with the line ends of Windows"),
        ("\r", "the same with the line ends of old Macs"),
    ];
    for (line_end, case) in cases {
        let text = "\n\na,b\n\"x\n\ny\",1\n\n,\n  , \nz,2\n\n\n\"\"\"q\"\"\",3".replace('\n', line_end);
        let numbers: Vec<_> = read(text).expect(case).rows.iter().map(|row| row.number).collect();
        assert_eq!(numbers, [4, 10, 13], "{case}");
    }
}

#[test]
fn ragged_rows_are_filled_up_or_flagged() {
    let table = read("a,b,c\n1\n1,2,3\n1,2,3,4\n1,2,3,,\n,,,5\n").expect("readable");
    let flags: Vec<_> = table.rows.iter().map(|row| row.extra_cells).collect();
    assert_eq!(flags, [false, false, true, false, true]);
    assert!(table.rows.iter().all(|row| row.cells.len() == 3));
    assert_eq!(rows(&table)[0], (2, vec!["1", "", ""]));
}

#[test]
fn names_and_values_are_trimmed_and_trailing_columns_without_a_name_are_dropped() {
    let table = read(" a ; b;;\n \u{a0}1 ; \" 2\" ;;\n").expect("readable");
    assert_eq!(table.header, ["a", "b"]);
    assert_eq!(table.rows[0].cells[0], Cell::Text("1".into()));
}

#[test]
fn refusals_have_a_stable_code() {
    let many_columns: String = (0..201).map(|n| format!("c{n},")).collect();
    let damaged_utf8 = [b"a,b\nK\xC3\xB6ln,M\xC3\xBCnchen\n".as_slice(), b"\xFF\n"].concat();
    let cases: [(&[u8], &str); 13] = [
        (b"", "no_header"),
        (b"\xEF\xBB\xBF", "no_header"),
        (b"\n,,\n , \n", "no_header"),
        (b"a,b,A\n1,2,3\n", "duplicate_column"),
        (b"a,b\n1,\0\n", "not_text"),
        (b"\xFF\xFEa\0,\0b\0", "not_text"),
        (&damaged_utf8, "not_text"),
        (b"\xEF\xBB\xBFa,b\n\xFC,1\n", "not_text"),
        ("a,b\nKöln,Müß".as_bytes().split_last().expect("text").1, "truncated"),
        (b"a,b\n1,\"open", "unclosed_quote"),
        (b"PK\x03\x04rest", "wrong_format"),
        (b"%PDF-1.7", "wrong_format"),
        (many_columns.as_bytes(), "too_large"),
    ];
    for (bytes, code) in cases {
        let error = read(bytes).expect_err(code);
        assert_eq!(error.code(), code, "{:?}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn a_stray_quote_is_found_by_its_line_however_much_it_swallows() {
    let text = format!("a;b\n1;2\n3;\"4\n{}", "5;6\n".repeat(20_000));
    let error = read(text).expect_err("stray");
    assert!(matches!(error, ReadError::UnclosedQuote { line: 3 }), "{error:?}");
}

#[test]
fn one_quote_after_sharp_s_does_not_make_windows_1252_utf8() {
    let text = "a,b\n„Spaß“,1\n";
    let bytes = encoding_rs::WINDOWS_1252.encode(text).0;
    assert_eq!(rows(&read(bytes).expect("Windows-1252")), [(2, vec!["„Spaß“", "1"])]);
}

#[test]
fn every_limit_is_the_last_value_that_passes() {
    let text = "a,b\nxxxx,1\n1,2\n";
    let exact = Limits { file_bytes: 15, uncompressed_bytes: 200, rows: 2, columns: 2, cell_chars: 4 };
    read_csv("rows.csv", text.as_bytes(), &exact).expect("within the limits");
    let cases = [
        (Limits { file_bytes: 14, ..exact.clone() }, Measure::FileBytes),
        (Limits { uncompressed_bytes: 99, ..exact.clone() }, Measure::UncompressedBytes),
        (Limits { rows: 1, ..exact.clone() }, Measure::Rows),
        (Limits { columns: 1, ..exact.clone() }, Measure::Columns),
        (Limits { cell_chars: 3, ..exact.clone() }, Measure::CellChars),
    ];
    for (limits, wanted) in cases {
        match read_csv("rows.csv", text.as_bytes(), &limits) {
            Err(ReadError::TooLarge { what, .. }) => assert_eq!(what, wanted),
            other => panic!("{wanted:?}: {other:?}"),
        }
    }
}

#[test]
fn ten_thousand_rows_keep_their_numbers() {
    let text: String = (2..=10_001).map(|line| format!("{line};x\n")).collect();
    let table = read(format!("line;value\n{text}")).expect("readable");
    assert_eq!(table.rows.len(), 10_000);
    for row in &table.rows {
        assert_eq!(row.cells[0], Cell::Text(row.number.to_string()));
    }
}
