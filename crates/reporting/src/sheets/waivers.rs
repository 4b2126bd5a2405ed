//! The sheet of waived warnings.

use domain::Actor;
use domain::waiver::Waiver;

use crate::Content;
use crate::table::{ColumnKind, Layout, Sheet, Table, Value, given};

const COLUMNS: [(&str, u16, ColumnKind); 5] = [
    ("rule", 9, ColumnKind::Label),
    ("subject", 52, ColumnKind::Prose),
    ("waiver-reason", 60, ColumnKind::Prose),
    ("waived-by", 28, ColumnKind::Text),
    ("waived-at", 22, ColumnKind::Number),
];

/// One row per warning that somebody looked into and accepts; none without any.
pub fn sheet(content: &Content) -> Option<Sheet<'_>> {
    (!content.waivers.is_empty()).then(|| Sheet {
        name: content.text("sheet-waivers"),
        layout: Layout::Page,
        title: content.text("title-waivers"),
        lines: vec![content.scope_line(), content.text("line-waivers")],
        tables: vec![Table {
            heading: None,
            columns: COLUMNS.map(|column| content.column(column)).to_vec(),
            grouped_by: Vec::new(),
            rows: given(content.waivers.iter().map(|waiver| row(content, waiver))),
        }],
        charts: Vec::new(),
    })
}

fn row<'a>(content: &Content, waiver: &'a Waiver) -> Vec<Value<'a>> {
    vec![
        waiver.rule.as_str().into(),
        waiver.subject.as_str().into(),
        waiver.reason.as_str().into(),
        Actor::in_words(&waiver.by, content.language).into(),
        Value::Moment(waiver.at),
    ]
}
