//! Records as a workbook that can be imported again.

use std::ops::ControlFlow;
use std::path::Path;

use chrono::{DateTime, Utc};
use texts::Language;

use crate::WriteError;
use crate::table::{Column, ColumnKind, Layout, Options, Sheet, Table, Value, given};
use crate::workbook::{self, Document};

/// Records of one kind.
pub struct Records<'a> {
    /// The kind, which names the sheet.
    pub kind: &'a str,
    /// The names of the columns.
    pub header: &'a [&'a str],
    /// The rows, each with a value per column; made one by one while they are written.
    pub rows: Box<dyn ExactSizeIterator<Item = Vec<Value<'a>>> + 'a>,
    /// When they were asked for: the file's date of creation.
    pub exported_at: DateTime<Utc>,
}

/// Writes a workbook with one sheet: the header, then the rows. Texts stay texts and dates dates, so that an import
/// reads what was written.
///
/// # Errors
/// See [`WriteError`].
pub fn write_records(records: Records<'_>, out: &Path) -> Result<(), WriteError> {
    let document = Document {
        title: records.kind,
        author: "MigraNet",
        header: records.kind,
        funding: "",
        language: Language::De,
        created_at: records.exported_at,
        report: None,
        options: Options::default(),
    };
    let column = |name: &&str| Column::new(*name, width(name), ColumnKind::Text);
    let table = Table {
        heading: None,
        columns: records.header.iter().map(column).collect(),
        grouped_by: Vec::new(),
        rows: given(records.rows),
    };
    let sheet = Sheet {
        name: records.kind.to_owned(),
        layout: Layout::Data,
        title: String::new(),
        lines: Vec::new(),
        tables: vec![table],
        charts: Vec::new(),
    };
    workbook::write(&document, vec![sheet], out, &mut |_, _| ControlFlow::Continue(()))
}

/// Width that shows the name of a column and the button that filters it.
pub fn width(name: &str) -> u16 {
    u16::try_from(name.chars().count() + 6).unwrap_or(u16::MAX).clamp(14, 40)
}
