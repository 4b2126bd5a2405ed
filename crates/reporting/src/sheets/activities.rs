//! The sheet of consultations, trainings and whatever else the network's work consists of.

use domain::{
    figure::{Breakdown, Figure},
    indicator::RulebookKind,
};

use super::figure_columns::{UNIT, unit};
use crate::Content;
use crate::table::{ColumnKind, Layout, Sheet, Table, Value, given};

const LEVELS: [Breakdown; 3] = [Breakdown::Period, Breakdown::Network, Breakdown::SubProject];

const COLUMNS: [(&str, u16, ColumnKind); 9] = [
    ("region-category", 19, ColumnKind::Text),
    ("id", 34, ColumnKind::Label),
    ("indicator", 46, ColumnKind::Prose),
    ("unit", 14, ColumnKind::Text),
    ("women", 9, ColumnKind::Number),
    ("men", 9, ColumnKind::Number),
    ("non-binary", 9, ColumnKind::Number),
    ("total", 10, ColumnKind::Total),
    ("persons", 10, ColumnKind::Number),
];

/// One row per unit, category of region and indicator: all of them for the unit of the report, and below it those that
/// counted anything.
pub fn sheet(content: &Content) -> Option<Sheet<'_>> {
    let top = content.level()?;
    let levels = LEVELS.into_iter().filter(|level| *level >= top);
    let figures = levels.flat_map(|level| content.figures_by(level, &[RulebookKind::Activities]));
    let told: Vec<&Figure> = figures.filter(|figure| figure.unit.kind == top || figure.total > 0).collect();
    let rows = told
        .into_iter()
        .map(|figure| unit(content, figure).into_iter().chain(values(content, figure)).collect());
    let rows: Vec<_> = rows.collect();
    (!rows.is_empty()).then(|| Sheet {
        name: content.text("sheet-activities"),
        layout: Layout::Page,
        title: content.text("title-activities"),
        lines: vec![content.scope_line(), content.text("line-activities")],
        tables: vec![Table {
            heading: None,
            columns: UNIT.into_iter().chain(COLUMNS).map(|column| content.column(column)).collect(),
            grouped_by: vec![0],
            rows: given(rows),
        }],
        charts: Vec::new(),
    })
}

fn values<'a>(content: &'a Content, figure: &'a Figure) -> Vec<Value<'a>> {
    let genders = figure.genders;
    vec![
        content.text(&format!("region-category-{}", figure.region_category.as_str())).into(),
        figure.indicator.code.as_ref().into(),
        figure.indicator.name.r#in(content.language).into(),
        content.text(&format!("unit-{}", figure.indicator.unit)).into(),
        genders.map(|genders| genders.women).into(),
        genders.map(|genders| genders.men).into(),
        genders.map(|genders| genders.non_binary).into(),
        figure.total.into(),
        figure.persons.into(),
    ]
}
