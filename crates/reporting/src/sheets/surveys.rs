//! The sheet of longer-term results: what samples say about all.

use texts::Arg;

use crate::Content;
use crate::content::Survey;
use crate::table::{ColumnKind, Layout, Sheet, Table, Value, given};

const COLUMNS: [(&str, u16, ColumnKind); 15] = [
    ("id", 10, ColumnKind::Label),
    ("indicator", 46, ColumnKind::Prose),
    ("share", 12, ColumnKind::Number),
    ("margin", 15, ColumnKind::Number),
    ("reliable", 36, ColumnKind::Prose),
    ("extrapolated", 16, ColumnKind::Total),
    ("population", 18, ColumnKind::Number),
    ("drawn", 11, ColumnKind::Number),
    ("required", 12, ColumnKind::Number),
    ("answered", 12, ColumnKind::Number),
    ("with-result", 13, ColumnKind::Number),
    ("refused", 11, ColumnKind::Number),
    ("not-reached", 11, ColumnKind::Number),
    ("survey-cut-off", 13, ColumnKind::Number),
    ("drawn-at", 13, ColumnKind::Number),
];

const EXPLAINED: [&str; 5] = ["population", "required", "extrapolated", "margin", "reliable"];

/// One row per sample, with a sentence about each that has no margin of error yet; without any sample, it says what that
/// means.
pub fn sheet(content: &Content) -> Option<Sheet<'_>> {
    let line = if content.surveys.is_empty() { "line-no-surveys" } else { "line-surveys" };
    let open = content.surveys.iter().filter(|survey| survey.extrapolated.is_none());
    let open = open.map(|survey| {
        let name = content.short_name(&survey.indicator);
        content.text_with("line-no-margin", &[("indicator", Arg::Text(&name))])
    });
    content.layout.map(|_| Sheet {
        name: content.text("sheet-surveys"),
        layout: Layout::Page,
        title: content.text("title-surveys"),
        lines: [content.scope_line(), content.text(line)].into_iter().chain(open).collect(),
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
        content.id(&survey.indicator).into(),
        Value::Text(content.name(&survey.indicator)),
        extrapolated.map_or(Value::Empty, |extrapolated| Value::Ratio(extrapolated.share)),
        extrapolated.map_or(Value::Empty, |extrapolated| Value::Ratio(extrapolated.margin)),
        content.text(standing).into(),
        extrapolated.map_or(Value::Empty, |extrapolated| Value::Integer(extrapolated.total.round() as i64)),
        survey.population.into(),
        survey.drawn.into(),
        survey.required.into(),
        survey.answered.into(),
        survey.results.into(),
        survey.refused.into(),
        survey.not_reached.into(),
        Value::Date(survey.cut_off),
        Value::Date(survey.drawn_at.date_naive()),
    ]
}
