//! The sheet of consultations, trainings and whatever else the network's work consists of.

use domain::{
    figure::{Breakdown, Figure},
    indicator::RulebookKind,
};

use super::cell_names::{CellNames, Counted};
use super::figure_columns::{UNIT, unit};
use crate::Content;
use crate::table::{ColumnKind, Layout, Sheet, Table, Value, given};

const LEVELS: [Breakdown; 3] = [Breakdown::Period, Breakdown::Network, Breakdown::SubProject];

const COLUMNS: [(&str, u16, ColumnKind); 8] = [
    ("region-category", 19, ColumnKind::Text),
    ("indicator", 62, ColumnKind::Label),
    ("unit", 16, ColumnKind::Text),
    ("women", 11, ColumnKind::Number),
    ("men", 11, ColumnKind::Number),
    ("non-binary", 11, ColumnKind::Number),
    ("total", 11, ColumnKind::Total),
    ("persons", 11, ColumnKind::Number),
];

/// The first of the columns of counts.
pub const COUNTS: usize = UNIT.len() + 3;

/// One row per unit, category of region and indicator: all of them for the unit of the report, and below it those that
/// counted anything.
pub fn sheet<'a>(content: &'a Content, names: &CellNames) -> Option<Sheet<'a>> {
    let top = content.level()?;
    let rows: Vec<Vec<Value<'a>>> = told(content)
        .into_iter()
        .map(|figure| {
            let names = (figure.unit.kind == top).then_some(names);
            unit(content, figure).into_iter().chain(values(content, figure, names)).collect()
        })
        .collect();
    (!rows.is_empty()).then(|| Sheet {
        name: content.text("sheet-activities"),
        layout: Layout::Units,
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

/// The figures told, in the order of the rows.
pub fn told(content: &Content) -> Vec<&Figure> {
    let Some(top) = content.level() else { return Vec::new() };
    let levels = LEVELS.into_iter().filter(|level| *level >= top);
    let figures = levels.flat_map(|level| content.figures_by(level, &[RulebookKind::Activities]));
    figures.filter(|figure| figure.unit.kind == top || figure.total > 0).collect()
}

fn values<'a>(content: &'a Content, figure: &'a Figure, names: Option<&CellNames>) -> Vec<Value<'a>> {
    let count = |counted: Counted| match names {
        Some(names) => names.value(content, figure, counted),
        None => counted.value(figure),
    };
    let [women, men, non_binary, total] = Counted::ALL.map(count);
    vec![
        content.region(figure.region_category).into(),
        Value::Text(content.name(&figure.indicator)),
        content.unit_of(&figure.indicator).into(),
        women,
        men,
        non_binary,
        total,
        figure.persons.into(),
    ]
}
