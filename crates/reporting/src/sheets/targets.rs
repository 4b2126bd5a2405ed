//! The sheet of targets beside what has been reached.

use domain::attainment::{Attainment, TargetKind};

use super::figure_columns::number;
use crate::Content;
use crate::table::{Column, ColumnKind, Layout, Sheet, Table, Value, given};

const COLUMNS: [(&str, u16, ColumnKind); 15] = [
    ("code", 12, ColumnKind::Label),
    ("name", 32, ColumnKind::Prose),
    ("id", 9, ColumnKind::Label),
    ("indicator", 40, ColumnKind::Prose),
    ("region-category", 19, ColumnKind::Text),
    ("gender", 12, ColumnKind::Text),
    ("target-kind", 14, ColumnKind::Text),
    ("target", 10, ColumnKind::Number),
    ("actual", 10, ColumnKind::Total),
    ("ratio", 10, ColumnKind::Number),
    ("expected", 12, ColumnKind::Number),
    ("forecast", 12, ColumnKind::Number),
    ("method", 26, ColumnKind::Prose),
    ("standing", 18, ColumnKind::Text),
    ("document", 28, ColumnKind::Prose),
];

const EXPLAINED: [&str; 4] = ["target-kind", "expected", "forecast", "standing"];

/// One row per target in force at the cut-off; none when no unit of the report has one.
pub fn sheet(content: &Content) -> Option<Sheet<'_>> {
    (!content.targets.is_empty()).then(|| Sheet {
        name: content.text("sheet-targets"),
        layout: Layout::Page,
        title: content.text("title-targets"),
        lines: vec![content.scope_line(), content.text("line-targets")],
        tables: vec![Table {
            heading: None,
            columns: COLUMNS.iter().map(|shape| column(content, *shape)).collect(),
            grouped_by: vec![0],
            rows: given(content.targets.iter().map(|attainment| row(content, attainment))),
        }],
        charts: Vec::new(),
    })
}

fn column(content: &Content, (key, width, kind): (&'static str, u16, ColumnKind)) -> Column {
    let note = EXPLAINED.contains(&key).then(|| content.text(&format!("note-{key}")));
    Column { note, ..content.column((key, width, kind)) }
}

fn row<'a>(content: &'a Content, attainment: &'a Attainment) -> Vec<Value<'a>> {
    let forecast = attainment.forecast;
    let standing = format!("attainment-standing-{}", attainment.standing.as_str());
    vec![
        attainment.unit.code.as_deref().into(),
        attainment.unit.name.as_str().into(),
        attainment.indicator.code.as_ref().into(),
        attainment.indicator.name.r#in(content.language).into(),
        match attainment.region_category {
            Some(category) => content.text(&format!("region-category-{}", category.as_str())).into(),
            None => content.text("all-categories").into(),
        },
        match attainment.gender {
            Some(gender) => content.text(&format!("gender-{}", gender.as_str())).into(),
            None => content.text("all-genders").into(),
        },
        content.text(&format!("target-kind-{}", attainment.kind.as_str())).into(),
        number(attainment.target),
        attainment.actual.into(),
        attainment.ratio().map_or(Value::Empty, Value::Ratio),
        match attainment.kind {
            TargetKind::Stock => number(attainment.target),
            TargetKind::Cumulative | TargetKind::PerYear => number(tenth(attainment.expected)),
        },
        forecast.map_or(Value::Empty, |forecast| number(tenth(forecast.value))),
        forecast.map(|forecast| content.text(&format!("method-{}", forecast.method.as_str()))).into(),
        texts::text(content.language, &standing).into(),
        attainment.document.as_deref().into(),
    ]
}

/// More decimals of an expectation say nothing.
fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
