use std::fs;

use interchange::{Limits, read_file};

#[test]
fn the_extension_chooses_and_the_contents_must_agree() {
    let folder = tempfile::tempdir().expect("a folder");
    let workbook = crate::parts::Parts::with_cells(r#"<row><c t="str"><v>a</v></c></row>"#).zipped();
    let text = b"a;b\n1;2\n".to_vec();
    let cases = [
        ("rows.csv", &text, Ok(1)),
        ("ROWS.CSV", &text, Ok(1)),
        ("rows.Xlsx", &workbook, Ok(1)),
        ("zip.csv", &workbook, Err("wrong_format")),
        ("text.xlsx", &text, Err("wrong_format")),
        ("rows.xls", &text, Err("unsupported")),
        ("rows.ods", &workbook, Err("unsupported")),
        ("rows", &text, Err("unsupported")),
    ];
    for (name, bytes, wanted) in cases {
        let path = folder.path().join(name);
        fs::write(&path, bytes).expect("a writable folder");
        let found = read_file(&path, &Limits::default());
        let found = found.as_ref().map(Vec::len).map_err(|error| error.code());
        assert_eq!(found, wanted, "{name}");
    }
}

#[test]
fn tables_carry_the_name_without_the_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("offers.csv");
    fs::write(&path, "code\n").expect("a writable folder");
    assert_eq!(read_file(&path, &Limits::default()).expect("readable")[0].file, "offers.csv");
}

#[test]
fn missing_and_oversized_files_are_not_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("rows.csv");
    assert_eq!(read_file(&path, &Limits::default()).expect_err("missing").code(), "io");
    fs::write(&path, "code\n").expect("a writable folder");
    let limits = Limits { file_bytes: 4, ..Limits::default() };
    assert_eq!(read_file(&path, &limits).expect_err("too long").code(), "too_large");
}
