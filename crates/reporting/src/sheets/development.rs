//! The sheet of figures over time.

use domain::figure::Series;
use domain::sub_project::RegionCategory;
use texts::Arg;

use super::amount;
use super::figure_columns::BY_UNIT;
use crate::Content;
use crate::table::{self, Chart, ChartKind, ColumnKind, Layout, Sheet, Table, Value, given};

/// Columns before those of the indicators; without the second where all of the unit is in one category.
const BEFORE: [(&str, u16, ColumnKind); 2] =
    [("month-end", 13, ColumnKind::Label), ("region-category", 19, ColumnKind::Text)];

/// Width of the column of an indicator, in characters.
const WIDTH: u16 = 8;

/// One row per category of region and month end from the start of the period up to the cut-off, one column per indicator.
pub fn sheet(content: &Content) -> Option<Sheet<'_>> {
    let told: Vec<&Series> =
        content.development.iter().filter(|series| BY_UNIT.contains(&series.figure.indicator.kind)).collect();
    let mut categories: Vec<RegionCategory> =
        told.iter().map(|series| series.figure.region_category).collect();
    categories.dedup();
    let first = *categories.first()?;
    let before = if categories.len() > 1 { &BEFORE[..] } else { &BEFORE[..1] };
    let known = texts::moment(content.language, content.known_at);
    let of = |category: RegionCategory| {
        told.iter().copied().filter(move |series| series.figure.region_category == category)
    };
    let columns = before
        .iter()
        .map(|column| content.column(*column))
        .chain(of(first).map(|series| content.indicator_column(&series.figure.indicator, WIDTH)));
    let rows: Vec<_> = categories
        .iter()
        .flat_map(|category| {
            let series: Vec<&Series> = of(*category).collect();
            let days = series.first().map(|series| series.points.len()).unwrap_or_default();
            (0..days).map(move |day| row(content, &series, (day, before.len()))).collect::<Vec<_>>()
        })
        .collect();
    Some(Sheet {
        name: content.text("sheet-development"),
        layout: Layout::Page,
        title: content.text("title-development"),
        lines: vec![
            content.scope_line(),
            content.text_with("line-development", &[("known", Arg::Text(&known))]),
        ],
        tables: vec![Table {
            heading: None,
            columns: columns.collect(),
            grouped_by: (1..before.len()).collect(),
            rows: given(rows),
        }],
        charts: chart(content, &of(first).collect::<Vec<_>>(), before.len()).into_iter().collect(),
    })
}

fn row<'a>(content: &Content, series: &[&Series], (day, before): (usize, usize)) -> Vec<Value<'a>> {
    let Some(first) = series.first() else { return Vec::new() };
    let end = Value::Date(first.points[day].cut_off);
    let category = content.region(first.figure.region_category).into();
    let counts = series.iter().map(|series| {
        series
            .points
            .get(day)
            .map_or(Value::Empty, |point| amount::count(&series.figure.indicator, point.total))
    });
    [end, category].into_iter().take(before).chain(counts).collect()
}

/// The main indicators as lines; the others stay in the table.
fn chart(content: &Content, series: &[&Series], before: usize) -> Option<Chart> {
    let main = &content.layout?.main;
    let wanted = |series: &Series| main.iter().any(|code| *code == series.figure.indicator.code);
    let drawn: Vec<_> = series.iter().enumerate().filter(|(_, series)| wanted(series)).collect();
    let days = u32::try_from(drawn.first()?.1.points.len()).ok().filter(|days| *days > 1)?;
    let line = |(place, series): &(usize, &&Series)| table::Series {
        name: content.short_name(&series.figure.indicator),
        table: 0,
        categories: 0,
        values: before + place,
        rows: 0..days,
    };
    let told = |(_, series): &(usize, &&Series)| {
        let total = texts::integer(content.language, series.figure.total.cast_signed());
        format!("{} {total}", series.figure.indicator.code)
    };
    let told = drawn.iter().map(told).collect::<Vec<_>>().join(", ");
    let day = texts::date(content.language, content.cut_off);
    Some(Chart {
        kind: ChartKind::Line,
        title: content.text("chart-development"),
        alternative: content.text_with(
            "chart-development-alternative",
            &[("day", Arg::Text(&day)), ("values", Arg::Text(&told))],
        ),
        category_title: content.text("column-month-end"),
        value_title: content.text("chart-cases"),
        series: drawn.iter().map(line).collect(),
    })
}
