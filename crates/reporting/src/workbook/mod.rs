//! Tables become a workbook. The only folder that knows the library which writes it.
//!
//! Rows go to a scratch file as they come, so that memory does not grow with them.

mod cells;
mod charts;
mod checks;
mod failure;
mod formats;
mod header;
mod margins;
mod names;
mod package;
mod pages;
mod paper;
mod rows;
mod sheet;

use std::ops::ControlFlow;
use std::path::Path;

use chrono::{DateTime, Utc};
use rust_xlsxwriter::{DocProperties, Workbook};
use tempfile::NamedTempFile;
use texts::Language;

use crate::table::{Options, Sheet};
use crate::{Progress, WriteError};
use checks::{Planned, planned};
use failure::{failure, without_panic};
use names::Names;
use package::TableRange;

const ROWS_PER_REPORT: u64 = 256;

/// What the file says of itself, and what every page repeats.
pub struct Document<'a> {
    /// Title of the document.
    pub title: &'a str,
    /// Its author: the network.
    pub author: &'a str,
    /// Line at the top of every printed page.
    pub header: &'a str,
    /// Who pays: below the tables of every page in full, at the bottom of every printed page by whole sentences.
    pub funding: &'a str,
    /// Language of its texts.
    pub language: Language,
    /// Its date of creation.
    pub created_at: DateTime<Utc>,
    /// The key of the report it is, kept as a property of the file and under a hidden name; none when it is no report.
    pub report: Option<&'a str>,
    /// How long its sheets may be.
    pub options: Options,
}

/// Writes the sheets, in order, to `out`; `progress` hears of rows done and rows in all. What a workbook cannot hold is
/// found before the first row is asked for, where rows are not needed to know. After an error nothing stands at `out`.
///
/// # Errors
/// See [`WriteError`].
pub fn write(
    document: &Document<'_>,
    sheets: Vec<Sheet<'_>>,
    out: &Path,
    progress: &mut dyn Progress,
) -> Result<(), WriteError> {
    let total = sheets.iter().map(Sheet::row_count).sum();
    let sheets = planned(sheets, &document.options)?;
    let directory = out.parent().filter(|directory| !directory.as_os_str().is_empty());
    let directory = directory.unwrap_or(Path::new("."));
    let draft = NamedTempFile::new_in(directory).map_err(WriteError::Disk)?.into_temp_path();
    let mut writer =
        Writer { document, names: Names::default(), tables: Vec::new(), done: 0, total, progress };
    without_panic(|| {
        let mut workbook = Workbook::new();
        workbook.set_properties(&properties(document)).use_zip_large_file(true);
        workbook.set_tempdir(directory).map_err(|error| failure(error, ""))?;
        workbook.set_default_format(&formats::plain(), 20, 64).map_err(|error| failure(error, ""))?;
        for sheet in sheets {
            writer.sheet(&mut workbook, sheet)?;
        }
        for (name, place) in writer.names.places() {
            workbook.define_name(name, place).map_err(|error| failure(error, ""))?;
        }
        if let Some(key) = document.report {
            let mark = format!("=\"{}\"", key.replace('"', "\"\""));
            workbook.define_name(REPORT_NAME, &mark).map_err(|error| failure(error, ""))?;
        }
        writer.report()?;
        workbook.save(&draft).map_err(|error| failure(error, ""))
    })?;
    package::finish(&draft, out, &writer.tables, document.language)
}

/// What is known while sheets are written.
struct Writer<'w> {
    document: &'w Document<'w>,
    names: Names,
    tables: Vec<TableRange>,
    done: u64,
    total: u64,
    progress: &'w mut dyn Progress,
}

impl Writer<'_> {
    fn row_done(&mut self) -> Result<(), WriteError> {
        self.done += 1;
        if self.done.is_multiple_of(ROWS_PER_REPORT) { self.report() } else { Ok(()) }
    }

    fn report(&mut self) -> Result<(), WriteError> {
        match self.progress.rows(self.done, self.total) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(WriteError::Cancelled),
        }
    }
}

fn properties(document: &Document<'_>) -> DocProperties {
    let properties = DocProperties::new()
        .set_title(document.title)
        .set_author(document.author)
        .set_subject(document.header)
        .set_creation_datetime(&document.created_at);
    match document.report {
        Some(key) => properties.set_custom_property(REPORT_PROPERTY, key),
        None => properties,
    }
}

/// The hidden name whose text is the same as that of the property, for programs that drop properties when they save.
pub const REPORT_NAME: &str = "_MigraNet_report";

/// The property of a file that names the report it is.
pub const REPORT_PROPERTY: &str = "MigraNet report";
