//! The columns of a figure, wherever figures are told beyond the tables that are transmitted.

use domain::figure::Figure;
use domain::indicator::{Indicator, RulebookKind};

use super::amount;
use super::cell_names::{CellNames, Counted};
use crate::table::{Column, ColumnKind, Table, Value, given, with_decimals};
use crate::{Content, Notes};

/// Places of the columns by which figures fall into groups, the coarsest first.
pub const GROUPS: [usize; 3] = [2, 3, 4];

const COLUMNS: [(&str, u16, ColumnKind); 15] = [
    ("priority", 10, ColumnKind::Text),
    ("specific-objective", 13, ColumnKind::Text),
    ("region-category", 19, ColumnKind::Text),
    ("kind", 10, ColumnKind::Text),
    ("group", 16, ColumnKind::Text),
    ("id", 10, ColumnKind::Label),
    ("indicator", 47, ColumnKind::Prose),
    ("women", 11, ColumnKind::Number),
    ("men", 11, ColumnKind::Number),
    ("non-binary", 11, ColumnKind::Number),
    ("total", 11, ColumnKind::Total),
    ("target", 11, ColumnKind::Number),
    ("ratio", 11, ColumnKind::Number),
    ("persons", 11, ColumnKind::Number),
    ("left-out", 11, ColumnKind::Number),
];

const EXPLAINED: [&str; 6] = ["total", "target", "ratio", "persons", "left-out", "region-category"];

/// The columns.
pub fn columns(content: &Content) -> Vec<Column> {
    content.columns(&COLUMNS, &EXPLAINED)
}

/// The values of a figure in these columns, with notes on the counts.
pub fn values<'a>(content: &'a Content, figure: &'a Figure, notes: &Notes) -> Vec<Value<'a>> {
    let plain = |counted: Counted| {
        let count = counted.value(figure);
        match notes.at(figure, counted.gender()) {
            Some(note) => count.noted(note),
            None => count,
        }
    };
    with_counts(content, figure, Counted::ALL.map(plain))
}

/// The same, the counts under their names.
pub fn named_values<'a>(content: &'a Content, figure: &'a Figure, names: &CellNames) -> Vec<Value<'a>> {
    with_counts(content, figure, Counted::ALL.map(|counted| names.value(content, figure, counted)))
}

fn with_counts<'a>(content: &'a Content, figure: &'a Figure, counts: [Value<'a>; 4]) -> Vec<Value<'a>> {
    let mut values = vec![
        content.period.priority.as_deref().into(),
        content.period.specific_objective.as_deref().into(),
        content.region(figure.region_category).into(),
        content.text(kind(&figure.indicator)).into(),
        content.text(&format!("group-{}", figure.indicator.group)).into(),
        content.id(&figure.indicator).into(),
        Value::Text(content.name(&figure.indicator)),
    ];
    values.extend(counts);
    values.extend([
        figure.plan.target.map_or(Value::Empty, |target| amount::planned(&figure.indicator, target)),
        figure.ratio().map_or(Value::Empty, Value::Ratio),
        figure.persons.into(),
        figure.excluded.into(),
    ]);
    values
}

/// The message that says whether an indicator is of outputs or results.
pub const fn kind(indicator: &Indicator) -> &'static str {
    if indicator.is_result { "kind-result" } else { "kind-output" }
}

/// The first of the columns of counts in a table by unit.
pub const COUNTS_BY_UNIT: usize = UNIT.len() + 7;

/// The columns that name the unit of a figure.
pub const UNIT: [(&str, u16, ColumnKind); 2] =
    [("code", 12, ColumnKind::Label), ("name", 60, ColumnKind::Prose)];

/// The values of the unit of a figure in these columns.
pub fn unit<'a>(content: &Content, figure: &'a Figure) -> [Value<'a>; 2] {
    let name = match &figure.unit.code {
        Some(_) => figure.unit.name.as_str().into(),
        None => content.text("no-network").into(),
    };
    [figure.unit.code.as_deref().into(), name]
}

/// The kinds of rulebooks whose figures stand in the tables by unit.
pub const BY_UNIT: [RulebookKind; 2] = [RulebookKind::Law, RulebookKind::Programme];

/// Whether a figure has a row in a table by unit: what the unit does not owe has one only where there is something to tell.
pub fn is_told(figure: &Figure, notes: &Notes) -> bool {
    let counts = figure.total > 0 || figure.excluded.is_some_and(|count| count > 0);
    figure.is_owed || counts || figure.plan.target.is_some() || notes.on(figure).is_some()
}

/// Figures as a table that names the unit of each: what they are of, and they, with what was noted on them.
pub fn by_unit<'a>(
    content: &'a Content,
    notes: &Notes,
    figures: Vec<([Value<'a>; 2], &'a Figure)>,
) -> Table<'a> {
    let row = |(unit, figure): ([Value<'a>; 2], &'a Figure)| {
        unit.into_iter().chain(values(content, figure, notes)).collect()
    };
    let rows: Vec<Vec<_>> = figures.into_iter().map(row).collect();
    let unit_columns = UNIT.map(|column| content.column(column));
    let groups = GROUPS.map(|place| unit_columns.len() + place);
    let grouped_by = std::iter::once(0).chain(groups).collect();
    let columns = with_decimals(unit_columns.into_iter().chain(columns(content)).collect(), &rows);
    Table { heading: None, columns, grouped_by, rows: given(rows) }
}
