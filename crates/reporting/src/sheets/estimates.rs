//! The sheet of informed estimates: beside the figures, never among them.

use domain::estimate::{Amount, Estimate};

use super::amount;
use crate::Content;
use crate::table::{ColumnKind, Layout, Sheet, Table, Value, given};

const COLUMNS: [(&str, u16, ColumnKind); 9] = [
    ("code", 12, ColumnKind::Label),
    ("name", 32, ColumnKind::Prose),
    ("id", 9, ColumnKind::Label),
    ("indicator", 40, ColumnKind::Prose),
    ("gender", 12, ColumnKind::Text),
    ("estimate", 12, ColumnKind::Total),
    ("estimate-method", 46, ColumnKind::Prose),
    ("document", 28, ColumnKind::Prose),
    ("valid-from", 13, ColumnKind::Number),
];

/// One row per estimate in force at the cut-off; without any, it says so.
pub fn sheet(content: &Content) -> Option<Sheet<'_>> {
    let line = if content.estimates.is_empty() { "line-no-estimates" } else { "line-estimates" };
    Some(Sheet {
        name: content.text("sheet-estimates"),
        layout: Layout::Page,
        title: content.text("title-estimates"),
        lines: vec![content.scope_line(), content.text(line)],
        tables: vec![Table {
            heading: None,
            columns: COLUMNS.map(|column| content.column(column)).to_vec(),
            grouped_by: vec![0],
            rows: given(content.estimates.iter().map(|estimate| row(content, estimate))),
        }],
        charts: Vec::new(),
    })
}

fn row<'a>(content: &'a Content, estimate: &'a Estimate) -> Vec<Value<'a>> {
    vec![
        estimate.unit.code.as_deref().into(),
        estimate.unit.name.as_str().into(),
        content.id(&estimate.indicator).into(),
        Value::Text(content.name(&estimate.indicator)),
        match estimate.gender {
            Some(gender) => content.gender(gender).into(),
            None => content.text("all-genders").into(),
        },
        match estimate.amount {
            Amount::Share(share) => Value::Ratio(share),
            Amount::Count(count) => amount::count(&estimate.indicator, count),
        },
        estimate.method.as_str().into(),
        estimate.document.as_deref().into(),
        Value::Date(estimate.valid_from),
    ]
}
