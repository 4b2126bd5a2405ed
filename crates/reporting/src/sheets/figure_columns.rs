//! The columns of a figure, after those of Annex VII of Regulation (EU) 2021/1060.

use domain::{
    figure::{Breakdown, Figure},
    indicator::{Indicator, RulebookKind},
};

use crate::Content;
use crate::table::{Column, ColumnKind, Table, Value, given};

/// Places of the columns by which figures fall into groups, the coarsest first.
pub const GROUPS: [usize; 3] = [2, 3, 4];

const COLUMNS: [(&str, u16, ColumnKind); 15] = [
    ("priority", 9, ColumnKind::Text),
    ("specific-objective", 13, ColumnKind::Text),
    ("region-category", 19, ColumnKind::Text),
    ("kind", 9, ColumnKind::Text),
    ("group", 16, ColumnKind::Text),
    ("id", 9, ColumnKind::Label),
    ("indicator", 46, ColumnKind::Prose),
    ("women", 9, ColumnKind::Number),
    ("men", 9, ColumnKind::Number),
    ("non-binary", 9, ColumnKind::Number),
    ("total", 10, ColumnKind::Total),
    ("target", 10, ColumnKind::Number),
    ("ratio", 10, ColumnKind::Number),
    ("persons", 10, ColumnKind::Number),
    ("left-out", 10, ColumnKind::Number),
];

const EXPLAINED: [&str; 6] = ["total", "target", "ratio", "persons", "left-out", "region-category"];

/// The columns.
pub fn columns(content: &Content) -> Vec<Column> {
    let column = |(key, width, kind): &(&str, u16, ColumnKind)| Column {
        note: EXPLAINED.contains(key).then(|| content.text(&format!("note-{key}"))),
        ..content.column((key, *width, *kind))
    };
    COLUMNS.iter().map(column).collect()
}

/// The values of a figure in these columns.
pub fn values<'a>(content: &'a Content, figure: &'a Figure) -> Vec<Value<'a>> {
    let genders = figure.genders;
    vec![
        content.period.priority.as_deref().into(),
        content.period.specific_objective.as_deref().into(),
        content.text(&format!("region-category-{}", figure.region_category.as_str())).into(),
        content.text(kind(&figure.indicator)).into(),
        content.text(&format!("group-{}", figure.indicator.group)).into(),
        figure.indicator.code.as_ref().into(),
        figure.indicator.name.r#in(content.language).into(),
        genders.map(|genders| genders.women).into(),
        genders.map(|genders| genders.men).into(),
        genders.map(|genders| genders.non_binary).into(),
        figure.total.into(),
        figure.target.map_or(Value::Empty, number),
        figure.ratio().map_or(Value::Empty, Value::Ratio),
        figure.persons.into(),
        figure.excluded.into(),
    ]
}

/// The message that says whether an indicator is of outputs or results.
pub const fn kind(indicator: &Indicator) -> &'static str {
    if indicator.is_result { "kind-result" } else { "kind-output" }
}

/// A value with or without decimals, as it is.
pub fn number(value: f64) -> Value<'static> {
    if value.fract() == 0.0 { Value::Integer(value as i64) } else { Value::Decimal(value) }
}

/// The columns that name the unit of a figure.
pub const UNIT: [(&str, u16, ColumnKind); 2] =
    [("code", 10, ColumnKind::Label), ("name", 32, ColumnKind::Prose)];

/// The values of the unit of a figure in these columns.
pub fn unit<'a>(content: &Content, figure: &'a Figure) -> [Value<'a>; 2] {
    let name = match &figure.unit.code {
        Some(_) => figure.unit.name.as_str().into(),
        None => content.text("no-network").into(),
    };
    [figure.unit.code.as_deref().into(), name]
}

/// The figures of a level as a table that names the unit of each.
pub fn by_unit(content: &Content, level: Breakdown) -> Table<'_> {
    let figures = content.figures_by(level, &[RulebookKind::Law, RulebookKind::Programme]);
    let rows = figures
        .into_iter()
        .map(move |figure| unit(content, figure).into_iter().chain(values(content, figure)).collect());
    let unit_columns = UNIT.map(|column| content.column(column));
    let groups = GROUPS.map(|place| unit_columns.len() + place);
    let grouped_by = std::iter::once(0).chain(groups).collect();
    let columns = unit_columns.into_iter().chain(columns(content)).collect();
    Table { heading: None, columns, grouped_by, rows: given(rows) }
}
