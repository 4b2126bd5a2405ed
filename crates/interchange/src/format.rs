use std::fmt;

const COMPOUND_FILE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
const ZIP_STARTS: [&[u8]; 2] = [b"PK\x03\x04", b"PK\x05\x06"];

/// What a file is, judged by its contents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Text, possibly CSV.
    Text,
    /// A zip container, possibly an `.xlsx` workbook.
    Zip,
    /// An `.xlsx` workbook.
    Workbook,
    /// A binary workbook (`.xlsb`).
    BinaryWorkbook,
    /// A workbook of Excel 97-2003 (`.xls`).
    OldWorkbook,
    /// A workbook locked with a password.
    Encrypted,
    /// An OpenDocument file (`.ods`, `.odt`).
    OpenDocument,
    /// A text document or presentation of Office (`.docx`, `.pptx`).
    OfficeDocument,
    /// A PDF document.
    Pdf,
    /// None of the above.
    Binary,
}

impl Format {
    /// Judges by the first bytes, and for the old container of Office by the names inside.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        if ZIP_STARTS.iter().any(|start| bytes.starts_with(start)) {
            Self::Zip
        } else if bytes.starts_with(COMPOUND_FILE) {
            match contains_utf16(bytes, "Workbook") || contains_utf16(bytes, "Book") {
                true => Self::OldWorkbook,
                false => Self::Encrypted,
            }
        } else if bytes.starts_with(b"%PDF-") {
            Self::Pdf
        } else if bytes.contains(&0) {
            Self::Binary
        } else {
            Self::Text
        }
    }

    /// Judges a container by the names of its parts.
    pub(crate) fn of_parts(names: &[impl AsRef<str>]) -> Self {
        let has = |wanted| names.iter().any(|name| name.as_ref().eq_ignore_ascii_case(wanted));
        if has("xl/workbook.bin") {
            Self::BinaryWorkbook
        } else if has("word/document.xml") || has("ppt/presentation.xml") {
            Self::OfficeDocument
        } else if has("mimetype") && has("content.xml") {
            Self::OpenDocument
        } else if has("[Content_Types].xml") {
            Self::Workbook
        } else {
            Self::Zip
        }
    }
}

fn contains_utf16(bytes: &[u8], name: &str) -> bool {
    let wanted: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "a text file",
            Self::Zip => "a zip archive",
            Self::Workbook => "an Excel workbook (.xlsx)",
            Self::BinaryWorkbook => "a binary Excel workbook (.xlsb)",
            Self::OldWorkbook => "an Excel 97-2003 workbook (.xls)",
            Self::Encrypted => "a password-protected Office file",
            Self::OpenDocument => "an OpenDocument file",
            Self::OfficeDocument => "an Office document, but no workbook",
            Self::Pdf => "a PDF document",
            Self::Binary => "a binary file",
        })
    }
}
