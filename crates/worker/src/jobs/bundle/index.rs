//! The file of a bundle that lists the others.

use std::{ops::ControlFlow, path::Path};

use domain::report::{Model, Subject};
use reporting::{
    Document, Options, Value, WriteError,
    table::{Column, ColumnKind, Layout, Sheet, Table, given},
    write_sheets,
};
use texts::{Arg, Language};

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

/// Writes it: of which period, cut-off and known-at the reports are, then each of them. It names its bundle as the
/// workbooks do, so that a copy of it is known again.
pub fn write(
    lines: Vec<Line>,
    (bundle, subject, language): (&Model, &Subject, Language),
    out: &Path,
) -> Result<(), WriteError> {
    let period = &subject.period;
    let funding = [
        ("line", Arg::Text(&period.funder_line)),
        ("period", Arg::Text(&period.code)),
        ("rulebook", Arg::Text(subject.rulebook.code)),
    ];
    let funding = texts::text_with(language, "report-funding", &funding);
    let title = texts::text(language, "bundle-index");
    let report = format!("{} {}", bundle.id, name(language));
    let document = Document {
        title: &title,
        author: "MigraNet",
        header: &title,
        funding: &funding,
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
    let [cut_off, known] = [texts::date(language, bundle.cut_off), texts::moment(language, bundle.known_at)];
    let args = [
        ("code", Arg::Text(&period.code)),
        ("name", Arg::Text(&period.name)),
        ("cutoff", Arg::Text(&cut_off)),
        ("known", Arg::Text(&known)),
    ];
    let sheet = Sheet {
        name: title.clone(),
        layout: Layout::Page,
        title: texts::text(language, "bundle-title"),
        lines: vec![texts::text_with(language, "bundle-line", &args)],
        tables: vec![table],
        charts: Vec::new(),
    };
    write_sheets(&document, vec![sheet], out, &mut |_, _| ControlFlow::Continue(()))
}
