//! The sheet of waived warnings.

use crate::table::{ColumnKind, Layout, Sheet, Table, Value, given};
use crate::{Content, WaivedWarning};

const COLUMNS: [(&str, u16, ColumnKind); 6] = [
    ("rule", 9, ColumnKind::Label),
    ("subject", 46, ColumnKind::Prose),
    ("warning", 60, ColumnKind::Prose),
    ("waiver-reason", 46, ColumnKind::Prose),
    ("waived-by", 28, ColumnKind::Prose),
    ("waived-at", 22, ColumnKind::Number),
];

/// One row per warning that somebody looked into and accepts; without any, it says so.
pub fn sheet(content: &Content) -> Option<Sheet<'_>> {
    let line = if content.waivers.is_empty() { "line-no-waivers" } else { "line-waivers" };
    Some(Sheet {
        name: content.text("sheet-waivers"),
        layout: Layout::Page,
        title: content.text("title-waivers"),
        lines: vec![content.scope_line(), content.text(line)],
        tables: vec![Table {
            heading: None,
            columns: COLUMNS.map(|column| content.column(column)).to_vec(),
            grouped_by: Vec::new(),
            rows: given(content.waivers.iter().map(row)),
        }],
        charts: Vec::new(),
    })
}

fn row(warning: &WaivedWarning) -> Vec<Value<'_>> {
    let WaivedWarning { rule, about, message, reason, by, at } = warning;
    let words = [rule, about, message, reason, by].map(|words| words.as_str().into());
    words.into_iter().chain([Value::Moment(*at)]).collect()
}
