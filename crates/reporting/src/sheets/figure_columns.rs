//! The columns of a figure, after those of Annex VII of Regulation (EU) 2021/1060.

use counting::Indicator;
use domain::figure::{Breakdown, Figure};
use texts::Language;

use crate::Content;
use crate::table::{Column, ColumnKind, Table, Value};

/// Place of the column that says what kind of indicator a figure is of.
pub const GROUP: usize = 3;

const COLUMNS: [(&str, u16, ColumnKind); 14] = [
    ("priority", 10, ColumnKind::Text),
    ("specific-objective", 11, ColumnKind::Text),
    ("region-category", 19, ColumnKind::Text),
    ("group", 21, ColumnKind::Text),
    ("id", 10, ColumnKind::Label),
    ("indicator", 46, ColumnKind::Prose),
    ("women", 10, ColumnKind::Number),
    ("men", 10, ColumnKind::Number),
    ("non-binary", 10, ColumnKind::Number),
    ("total", 11, ColumnKind::Total),
    ("target", 11, ColumnKind::Number),
    ("ratio", 10, ColumnKind::Number),
    ("persons", 11, ColumnKind::Number),
    ("left-out", 11, ColumnKind::Number),
];

const EXPLAINED: [&str; 6] = ["total", "target", "ratio", "persons", "left-out", "region-category"];

/// The columns.
pub fn columns(content: &Content) -> Vec<Column> {
    let column = |(key, width, kind): &(&str, u16, ColumnKind)| Column {
        header: content.text(&format!("column-{key}")),
        width: *width,
        kind: *kind,
        note: EXPLAINED.contains(key).then(|| content.text(&format!("note-{key}"))),
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
        content.text(&format!("group-{}", figure.indicator.group)).into(),
        figure.indicator.code.into(),
        name(content.language, figure.indicator).into(),
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

/// The name of an indicator in a language.
pub const fn name(language: Language, indicator: &Indicator) -> &'static str {
    match language {
        Language::De => indicator.name_de,
        Language::En => indicator.name_en,
    }
}

fn number(value: f64) -> Value<'static> {
    if value.fract() == 0.0 { Value::Integer(value as i64) } else { Value::Decimal(value) }
}

/// The figures of a level as a table that names the unit of each.
pub fn by_unit(content: &Content, level: Breakdown) -> Table<'_> {
    let figures = content.figures_by(level);
    let without_code = content.text("no-network");
    let rows = figures.into_iter().map(move |figure| {
        let name = match &figure.unit.code {
            Some(_) => Value::from(figure.unit.name.as_str()),
            None => Value::from(without_code.clone()),
        };
        let unit = [figure.unit.code.as_deref().into(), name];
        unit.into_iter().chain(values(content, figure)).collect()
    });
    let unit_column = |key, width, kind| Column { header: content.text(key), width, kind, note: None };
    let unit_columns = [
        unit_column("column-code", 12, ColumnKind::Label),
        unit_column("column-name", 34, ColumnKind::Prose),
    ];
    let grouped_by = Some(unit_columns.len() + GROUP);
    let columns = unit_columns.into_iter().chain(columns(content)).collect();
    Table { heading: None, columns, grouped_by, rows: Box::new(rows) }
}
