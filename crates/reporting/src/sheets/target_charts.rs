//! The charts of targets beside what has been reached.

use std::ops::Range;

use domain::attainment::{Attainment, TargetKind};
use domain::figure::Breakdown;
use texts::Arg;

use super::targets::is_going_on;
use crate::Content;
use crate::table::{Chart, ChartKind, Series};

/// Indexes of the columns that charts show: code of the unit, code of the indicator, target, reached, to be expected.
const UNIT: usize = 1;
const INDICATOR: usize = 3;
const TARGET: usize = 8;
const ACTUAL: usize = 9;
const EXPECTED: usize = 11;

/// More units than this nobody reads off a chart.
const MOST: usize = 30;

/// Whether a target can stand in a chart: it is for everybody, and to be reached by the end.
pub fn is_charted(target: &Attainment) -> bool {
    target.kind == TargetKind::Cumulative && target.gender.is_none()
}

/// The targets of the report's own unit by indicator, and those of its regional networks for their first indicator.
/// `targets` are the rows of the table, charted ones of a level together, indicator by indicator.
pub fn of(content: &Content, targets: &[&Attainment]) -> Vec<Chart> {
    let Some(top) = content.level() else { return Vec::new() };
    let of_unit = together(targets, |target| target.unit.kind == top && is_charted(target));
    let by_network = |target: &Attainment| target.unit.kind == Breakdown::Network && is_charted(target);
    let first = targets.iter().find(|target| top < Breakdown::Network && by_network(target));
    let of_networks = first.and_then(|first| {
        together(targets, |target| by_network(target) && target.indicator.code == first.indicator.code)
    });
    let unit = of_unit.map(|rows| chart(content, targets, (rows, "chart-targets", INDICATOR)));
    let networks = of_networks.map(|rows| chart(content, targets, (rows, "chart-targets-networks", UNIT)));
    unit.into_iter().chain(networks).collect()
}

/// The rows that fulfil something, when there are any and they stand together.
fn together(targets: &[&Attainment], wanted: impl Fn(&Attainment) -> bool) -> Option<Range<usize>> {
    let first = targets.iter().position(|target| wanted(target))?;
    let rows = targets[first..].iter().take_while(|target| wanted(target)).count().min(MOST);
    Some(first..first + rows)
}

fn chart(
    content: &Content,
    targets: &[&Attainment],
    (rows, key, categories): (Range<usize>, &str, usize),
) -> Chart {
    let drawn = &targets[rows.clone()];
    let indicator = drawn.first().map(|target| target.indicator.code.to_string()).unwrap_or_default();
    let number = |value: f64| texts::integer(content.language, value.round() as i64);
    let told = |target: &&Attainment| {
        let category = match categories {
            UNIT => target.unit.code.as_deref().unwrap_or_default(),
            _ => target.indicator.code.as_ref(),
        };
        let (actual, target) = (number(target.actual as f64), number(target.target));
        content.text_with(
            "chart-targets-value",
            &[("what", category.into()), ("actual", Arg::Text(&actual)), ("target", Arg::Text(&target))],
        )
    };
    let told = drawn.iter().map(told).collect::<Vec<_>>().join("; ");
    let rows = place(rows.start)..place(rows.end);
    let mut drawn_columns = vec![("target", TARGET), ("actual", ACTUAL)];
    let mut alternative = "chart-targets-alternative-at-end";
    if drawn.iter().any(|target| is_going_on(content, target)) {
        drawn_columns.push(("expected", EXPECTED));
        alternative = "chart-targets-alternative";
    }
    let series = |(key, values): (&str, usize)| Series {
        name: content.text(&format!("column-{key}")),
        table: 0,
        categories,
        values,
        rows: rows.clone(),
    };
    Chart {
        kind: ChartKind::Column,
        title: content.text_with(key, &[("indicator", Arg::Text(&indicator))]),
        alternative: content.text_with(alternative, &[("values", Arg::Text(&told))]),
        category_title: content.text(if categories == UNIT { "sheet-networks" } else { "column-indicator" }),
        value_title: content.text("chart-cases"),
        series: drawn_columns.into_iter().map(series).collect(),
    }
}

fn place(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX)
}
