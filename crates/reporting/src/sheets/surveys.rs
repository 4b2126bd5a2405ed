//! The sheet of longer-term results: what samples say about all.

use crate::Content;
use crate::content::Survey;
use crate::table::{ColumnKind, Layout, Sheet, Table, Value, given};

const COLUMNS: [(&str, u16, ColumnKind); 15] = [
    ("id", 10, ColumnKind::Label),
    ("indicator", 40, ColumnKind::Prose),
    ("survey-cut-off", 13, ColumnKind::Number),
    ("drawn-at", 13, ColumnKind::Number),
    ("population", 18, ColumnKind::Number),
    ("drawn", 11, ColumnKind::Number),
    ("required", 12, ColumnKind::Number),
    ("answered", 12, ColumnKind::Number),
    ("refused", 11, ColumnKind::Number),
    ("not-reached", 11, ColumnKind::Number),
    ("with-result", 13, ColumnKind::Number),
    ("share", 12, ColumnKind::Number),
    ("extrapolated", 16, ColumnKind::Total),
    ("margin", 15, ColumnKind::Number),
    ("reliable", 26, ColumnKind::Prose),
];

const EXPLAINED: [&str; 5] = ["population", "required", "extrapolated", "margin", "reliable"];

/// One row per sample; without any, it says so.
pub fn sheet(content: &Content) -> Option<Sheet<'_>> {
    let line = if content.surveys.is_empty() { "line-no-surveys" } else { "line-surveys" };
    content.layout.map(|_| Sheet {
        name: content.text("sheet-surveys"),
        layout: Layout::Page,
        title: content.text("title-surveys"),
        lines: vec![content.scope_line(), content.text(line)],
        tables: vec![Table {
            heading: None,
            columns: content.columns(&COLUMNS, &EXPLAINED),
            grouped_by: Vec::new(),
            rows: given(content.surveys.iter().map(|survey| row(content, survey))),
        }],
        charts: Vec::new(),
    })
}

fn row<'a>(content: &'a Content, survey: &'a Survey) -> Vec<Value<'a>> {
    let extrapolated = survey.extrapolated;
    let standing = match extrapolated.map(|extrapolated| extrapolated.is_reliable) {
        Some(true) => "reliable-yes",
        Some(false) => "reliable-no",
        None => "reliable-unknown",
    };
    vec![
        survey.indicator.code.as_ref().into(),
        survey.indicator.name.r#in(content.language).into(),
        Value::Date(survey.cut_off),
        Value::Date(survey.drawn_at.date_naive()),
        survey.population.into(),
        survey.drawn.into(),
        survey.required.into(),
        survey.answered.into(),
        survey.refused.into(),
        survey.not_reached.into(),
        survey.results.into(),
        extrapolated.map_or(Value::Empty, |extrapolated| Value::Ratio(extrapolated.share)),
        extrapolated.map_or(Value::Empty, |extrapolated| Value::Integer(extrapolated.total.round() as i64)),
        extrapolated.map_or(Value::Empty, |extrapolated| Value::Ratio(extrapolated.margin)),
        content.text(standing).into(),
    ]
}
