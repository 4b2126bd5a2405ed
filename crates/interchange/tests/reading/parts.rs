//! Workbooks built part by part, for what no library would write.

use std::io::{Cursor, Write};

use zip::{ZipWriter, write::SimpleFileOptions};

const TYPES: &str = r#"<?xml version="1.0"?><Types/>"#;
const PACKAGE: &str = r#"<Relationships><Relationship Id="r1" Type="x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK_PARTS: &str = r#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const STYLES: &str = r#"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;

/// The parts of a workbook with one sheet; each may be replaced before zipping.
pub struct Parts {
    pub workbook: String,
    pub relationships: String,
    pub styles: String,
    pub shared_strings: Option<String>,
    pub sheet: Vec<u8>,
}

impl Parts {
    pub fn with_cells(rows: &str) -> Self {
        Self {
            workbook: workbook("", &["rows"]),
            relationships: WORKBOOK_PARTS.into(),
            styles: STYLES.into(),
            shared_strings: None,
            sheet: format!("<worksheet><sheetData>{rows}</sheetData></worksheet>").into_bytes(),
        }
    }

    pub fn zipped(&self) -> Vec<u8> {
        let mut parts: Vec<(&str, &[u8])> = vec![
            ("[Content_Types].xml", TYPES.as_bytes()),
            ("_rels/.rels", PACKAGE.as_bytes()),
            ("xl/workbook.xml", self.workbook.as_bytes()),
            ("xl/_rels/workbook.xml.rels", self.relationships.as_bytes()),
            ("xl/styles.xml", self.styles.as_bytes()),
            ("xl/worksheets/sheet1.xml", &self.sheet),
        ];
        if let Some(strings) = &self.shared_strings {
            parts.push(("xl/sharedStrings.xml", strings.as_bytes()));
        }
        zipped(&parts)
    }
}

pub fn workbook(properties: &str, sheets: &[&str]) -> String {
    let sheets: String = sheets.iter().map(|name| format!(r#"<sheet name="{name}" id="r1"/>"#)).collect();
    format!("<workbook>{properties}<sheets>{sheets}</sheets></workbook>")
}

pub fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a new part");
        zip.write_all(content).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}
