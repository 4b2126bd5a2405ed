use interchange::{Format, Limits, ReadError, Table, read_workbook};
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;

use crate::parts::zipped;

fn read(bytes: &[u8]) -> Result<Vec<Table>, ReadError> {
    read_workbook("rows.xlsx", bytes, &Limits::default())
}

fn good() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for row in 0..40 {
        for column in 0..5 {
            sheet.write(row, column, format!("value {row} {column}")).expect("room");
        }
    }
    book.save_to_buffer().expect("memory")
}

/// The start of an Office compound file, followed by the name of a stream as its directory spells it.
fn compound_file(stream: &str) -> Vec<u8> {
    let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

#[test]
fn a_file_cut_anywhere_is_incomplete() {
    let bytes = good();
    assert_eq!(read(&bytes).expect("whole")[0].rows.len(), 39);
    for length in (0..bytes.len()).step_by(97).filter(|length| *length == 0 || *length >= 4) {
        assert_eq!(read(&bytes[..length]).expect_err("cut").code(), "truncated", "{length} bytes");
    }
    assert_eq!(read(&bytes[..bytes.len() - 1]).expect_err("cut").code(), "truncated");
}

#[test]
fn locked_workbooks_say_so() {
    for stream in ["", "EncryptedPackage"] {
        let error = read(&compound_file(stream)).expect_err("locked");
        assert_eq!(error.code(), "encrypted");
        assert!(error.to_string().contains("password-protected"));
    }
}

#[test]
fn other_files_are_named_for_what_they_are() {
    let cases = [
        (b"code;name\nSN-01;x\n".to_vec(), Format::Text),
        (b"%PDF-1.7 ".to_vec(), Format::Pdf),
        (b"\x89PNG\r\n\x1a\n\0\0".to_vec(), Format::Binary),
        (compound_file("Workbook"), Format::OldWorkbook),
        (zipped(&[("photo.jpg", b"x")]), Format::Zip),
        (zipped(&[("mimetype", b"x"), ("content.xml", b"x")]), Format::OpenDocument),
        (zipped(&[("[Content_Types].xml", b"x"), ("word/document.xml", b"x")]), Format::OfficeDocument),
        (zipped(&[("[Content_Types].xml", b"x"), ("xl/workbook.bin", b"x")]), Format::BinaryWorkbook),
    ];
    for (bytes, wanted) in cases {
        match read(&bytes) {
            Err(ReadError::WrongFormat { expected: Format::Workbook, found }) => {
                assert_eq!(found, wanted);
            }
            other => panic!("{wanted:?}: {other:?}"),
        }
    }
}

#[test]
fn missing_parts_are_damage_with_a_cause_that_the_message_does_not_repeat() {
    let error = read(&zipped(&[("[Content_Types].xml", b"<Types/>")])).expect_err("no workbook");
    assert_eq!(error.code(), "unreadable");
    let cause = std::error::Error::source(&error).expect("a cause").to_string();
    assert!(!cause.is_empty() && !error.to_string().contains(&cause));
}

#[test]
fn every_flipped_byte_ends_in_tables_or_an_error() {
    let bytes = good();
    let mut refused = 0;
    for at in (0..bytes.len()).step_by(3) {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x55;
        refused += usize::from(read(&damaged).is_err());
    }
    assert!(refused > bytes.len() / 6, "only {refused} of {} were noticed", bytes.len() / 3);
}

proptest! {
    #[test]
    fn scrambled_sheets_end_in_tables_or_an_error(
        edits in prop::collection::vec((any::<prop::sample::Index>(), "[0-9A-Za-z<>/\" =!:#.-]{0,12}"), 1..6),
    ) {
        let mut sheet = String::from(
            r##"<worksheet><dimension ref="A1:B3"/><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="str"><v>b</v></c></row><row r="2"><c r="A2" s="1"><v>45056</v></c><c r="B2" t="e"><v>#N/A</v></c></row></sheetData></worksheet>"##,
        );
        for (at, text) in edits {
            let start = at.index(sheet.len());
            sheet.replace_range(start..(start + text.len()).min(sheet.len()), &text);
        }
        let mut parts = crate::parts::Parts::with_cells("");
        parts.sheet = sheet.into_bytes();
        parts.shared_strings = Some("<sst><si><t>a</t></si></sst>".into());
        match read(&parts.zipped()) {
            Ok(tables) => prop_assert!(!tables.is_empty()),
            Err(error) => prop_assert!(["unreadable", "no_header", "duplicate_column", "too_large"].contains(&error.code())),
        }
    }
}
