//! The file of a bundle that lists the others.

use std::{ops::ControlFlow, path::Path};

use domain::report::Model;
use reporting::{
    Document, Options, Value, WriteError,
    table::{Column, ColumnKind, Layout, Sheet, Table, given},
    write_sheets,
};
use texts::Language;

use super::Line;

/// Its columns with their widths.
const COLUMNS: [(&str, u16); 4] = [
    ("bundle-column-file", 60),
    ("bundle-column-unit", 60),
    ("bundle-column-data-hash", 68),
    ("bundle-column-file-hash", 68),
];

/// Its name in the bundle.
pub fn name(language: Language) -> String {
    format!("{}.xlsx", texts::text(language, "bundle-index"))
}

/// Writes it. It names its bundle as the workbooks do, so that a copy of it is known again.
pub fn write(lines: Vec<Line>, (bundle, language): (&Model, Language), out: &Path) -> Result<(), WriteError> {
    let title = texts::text(language, "bundle-index");
    let report = format!("{} {}", bundle.id, name(language));
    let document = Document {
        title: &title,
        author: "MigraNet",
        header: &title,
        funding: "",
        language,
        created_at: bundle.requested_at,
        report: Some(&report),
        options: Options::default(),
    };
    let column = |(key, width): (&str, u16)| Column::new(texts::text(language, key), width, ColumnKind::Text);
    let table = Table {
        heading: None,
        columns: COLUMNS.map(column).to_vec(),
        grouped_by: Vec::new(),
        rows: given(lines.into_iter().map(|line| line.map(Value::from).to_vec())),
    };
    let sheet = Sheet {
        name: title.clone(),
        layout: Layout::Data,
        title: String::new(),
        lines: Vec::new(),
        tables: vec![table],
        charts: Vec::new(),
    };
    write_sheets(&document, vec![sheet], out, &mut |_, _| ControlFlow::Continue(()))
}
