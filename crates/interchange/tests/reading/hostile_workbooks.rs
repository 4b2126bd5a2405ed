use std::{
    io::{Cursor, Write},
    time::{Duration, Instant},
};

use interchange::{Limits, Measure, ReadError, Table, read_workbook};
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::parts::{Parts, workbook, zipped};

const HEADER: &str = r#"<row r="1"><c t="str"><v>code</v></c></row>"#;
const LONG: Duration = Duration::from_secs(30);

fn read(bytes: &[u8]) -> Result<Vec<Table>, ReadError> {
    read_workbook("rows.xlsx", bytes, &Limits::default())
}

fn passed(bytes: &[u8]) -> Measure {
    match read(bytes) {
        Err(ReadError::TooLarge { what, .. }) => what,
        other => panic!("not too large: {:?}", other.map(|tables| tables.len())),
    }
}

/// A part of `megabytes` MiB of zeros that takes a thousandth of that in the file.
fn bomb(megabytes: usize) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for name in ["[Content_Types].xml", "xl/worksheets/sheet1.xml"] {
        zip.start_file(name, SimpleFileOptions::default()).expect("a new part");
    }
    let zeros = vec![0; 1 << 20];
    for _ in 0..megabytes {
        zip.write_all(&zeros).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

/// Replaces the size that the last part of the directory declares.
fn declare_size(bytes: &mut [u8], size: u32) {
    let entry = bytes.windows(4).rposition(|window| window == b"PK\x01\x02").expect("an entry");
    bytes[entry + 24..entry + 28].copy_from_slice(&size.to_le_bytes());
}

#[test]
fn a_zip_bomb_is_refused_by_the_size_it_declares() {
    let bytes = bomb(600);
    let start = Instant::now();
    assert_eq!(passed(&bytes), Measure::UncompressedBytes);
    assert!(start.elapsed() < Duration::from_secs(1));
}

#[test]
fn a_zip_bomb_below_the_size_limit_is_refused_by_its_compression() {
    assert_eq!(passed(&bomb(64)), Measure::Compression);
}

#[test]
fn a_zip_bomb_that_lies_about_its_size_is_damage() {
    let mut bytes = bomb(64);
    declare_size(&mut bytes, 1000);
    assert_eq!(read(&bytes).expect_err("a lie").code(), "unreadable");
}

#[test]
fn a_million_formatted_but_empty_rows_cost_nothing_to_keep() {
    let empty: String =
        (2..1_000_000).map(|n| format!(r#"<row r="{n}"><c r="A{n}" s="1"/></row>"#)).collect();
    let last = r#"<row r="1000000"><c r="A1000000" t="str"><v>SN-01</v></c></row>"#;
    let bytes = Parts::with_cells(&format!("{HEADER}{empty}{last}")).zipped();
    let start = Instant::now();
    let tables = read(&bytes).expect("a workbook");
    assert!(start.elapsed() < LONG, "{:?}", start.elapsed());
    let numbers: Vec<_> = tables[0].rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [1_000_000]);
}

#[test]
fn too_many_parts_are_refused() {
    let names: Vec<String> = (0..5_001).map(|n| format!("part{n}")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(passed(&zipped(&parts)), Measure::Parts);
}

#[test]
fn one_long_text_in_many_cells_counts_each_time() {
    let uses: String = (2..1000).map(|n| format!(r#"<row r="{n}"><c t="s"><v>0</v></c></row>"#)).collect();
    let mut parts = Parts::with_cells(&format!("{HEADER}{uses}"));
    parts.shared_strings = Some(format!("<sst><si><t>{}</t></si></sst>", "x".repeat(30_000)));
    let limits = Limits { uncompressed_bytes: 1 << 20, ..Limits::default() };
    let error = read_workbook("rows.xlsx", &parts.zipped(), &limits).expect_err("30 MB of text");
    assert!(matches!(error, ReadError::TooLarge { what: Measure::UncompressedBytes, .. }));
}

#[test]
fn an_announced_number_of_shared_strings_is_not_believed() {
    let cases = [
        r#"<sst uniqueCount="99999999999999">"#,
        r#"<?xml version="1.0"?> <x:sst a='>"' b="'>" uniqueCount='99999999999999'>"#,
        r#"<!-- <sst> --><sst uniqueCount="99999999999999">"#,
        r#"<other><sst uniqueCount="99999999999999">"#,
        "",
    ];
    for tag in cases {
        let mut parts = Parts::with_cells(HEADER);
        parts.shared_strings = Some(format!("{tag}<si><t>x</t></si></sst>"));
        let code = read(&parts.zipped()).expect_err(tag).code();
        assert!(["too_large", "unreadable"].contains(&code), "{tag}: {code}");
    }
}

#[test]
fn styles_cannot_multiply_a_long_name() {
    let mut parts = Parts::with_cells(HEADER);
    let name = "x".repeat(1 << 20);
    let formats = r#"<xf fontId="0"/>"#.repeat(100_000);
    parts.styles = format!(
        r#"<styleSheet><fonts><font><name val="{name}"/></font></fonts><cellXfs>{formats}</cellXfs></styleSheet>"#
    );
    assert_eq!(passed(&parts.zipped()), Measure::UncompressedBytes);
}

#[test]
fn the_same_part_cannot_be_read_as_a_thousand_sheets() {
    let mut parts = Parts::with_cells(HEADER);
    let noise: String =
        (0..40_000_u64).map(|n| format!("{:x}", n.wrapping_mul(0x9E37_79B9_7F4A_7C15))).collect();
    parts.sheet.extend_from_slice(format!("<!--{noise}-->").as_bytes());
    parts.sheet.splice(0..0, format!("<!--{noise}-->").into_bytes());
    let names: Vec<String> = (0..1000).map(|n| format!("sheet{n}")).collect();
    parts.workbook = workbook("", &names.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(read(&parts.zipped()).expect_err("a thousand times").code(), "unreadable");
}

#[test]
fn cells_outside_any_sheet_are_damage() {
    for reference in ["A99999999999", "ZZZZZZZZZZ1", "A1048577", "XFE1", "A0", "1", "Ä1"] {
        let row = format!(r#"{HEADER}<row r="2"><c r="{reference}"><v>1</v></c></row>"#);
        let error = read(&Parts::with_cells(&row).zipped()).expect_err(reference);
        assert_eq!(error.code(), "unreadable", "{reference}");
    }
}
