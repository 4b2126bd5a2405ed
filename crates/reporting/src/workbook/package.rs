//! The last touches that the library does not offer, made while the file goes to its place.

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;

use rust_xlsxwriter::utility::row_col_to_cell;
use texts::Language;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::REPORT_NAME;
use crate::WriteError;

/// The parts that are touched beside the tables.
const CORE: &str = "docProps/core.xml";
const WORKBOOK: &str = "xl/workbook.xml";

/// The cells of a table. The library keeps a note in memory of every cell of one, so it is told of two rows only.
pub struct TableRange {
    /// The row of the header.
    pub header: u32,
    /// The last row.
    pub last: u32,
    /// Index of the last column.
    pub columns: u16,
}

impl TableRange {
    /// The last row that the library is told of.
    pub const fn told(&self) -> u32 {
        self.header + 1
    }

    fn reference(&self, last: u32) -> String {
        let corner = |row, column| row_col_to_cell(row, column);
        format!("ref=\"{}:{}\"", corner(self.header, 0), corner(last, self.columns))
    }
}

/// Copies the file to `out` with the whole ranges of its tables, in the order of their numbers, with its language, and with
/// the name of its report hidden.
///
/// # Errors
/// [`WriteError::Disk`]; nothing stands at `out` then.
pub fn finish(draft: &Path, out: &Path, tables: &[TableRange], language: Language) -> Result<(), WriteError> {
    let finished = copy(draft, out, &|part, text| edited(part, text, tables, language));
    finished.map_err(|error| {
        // The error that counts is the one above.
        let _ = fs::remove_file(out);
        WriteError::Disk(error.into())
    })
}

/// Changes a part of the file, told by its name.
type Edit<'a> = dyn Fn(&str, &str) -> String + 'a;

fn copy(draft: &Path, out: &Path, edit: &Edit<'_>) -> Result<(), ZipError> {
    let mut from = ZipArchive::new(BufReader::new(File::open(draft)?))?;
    let mut to = ZipWriter::new(BufWriter::new(File::create(out)?));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o600);
    for index in 0..from.len() {
        let part = from.by_index_raw(index)?;
        let name = part.name()?.into_owned();
        if !(name.starts_with("xl/tables/") || [CORE, WORKBOOK].contains(&name.as_str())) {
            to.raw_copy_file(part)?;
            continue;
        }
        drop(part);
        let mut text = String::new();
        from.by_index(index)?.read_to_string(&mut text)?;
        to.start_file(name.as_str(), options)?;
        to.write_all(edit(&name, &text).as_bytes())?;
    }
    let file = to.finish()?.into_inner().map_err(io::Error::from)?;
    Ok(file.sync_all()?)
}

fn edited(part: &str, text: &str, tables: &[TableRange], language: Language) -> String {
    if part == WORKBOOK {
        let named = format!("name=\"{REPORT_NAME}\"");
        return text.replace(&named, &format!("{named} hidden=\"1\""));
    }
    let number = part.strip_prefix("xl/tables/table").and_then(|rest| rest.strip_suffix(".xml"));
    let table =
        number.and_then(|number| number.parse::<usize>().ok()).and_then(|number| tables.get(number - 1));
    match table {
        Some(table) => text.replace(&table.reference(table.told()), &table.reference(table.last)),
        None => {
            let language = format!("<dc:language>{}</dc:language>", language.as_str());
            text.replace("<dcterms:created", &format!("{language}<dcterms:created"))
        }
    }
}
