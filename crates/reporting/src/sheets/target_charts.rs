//! The charts of targets beside what has been reached.

use std::ops::Range;

use domain::attainment::{Attainment, TargetKind};
use domain::figure::Breakdown;
use texts::Arg;

use super::{amount, targets::is_going_on};
use crate::Content;
use crate::table::{Chart, ChartKind, Series};

/// Indexes of the columns that charts show: code of the unit, code and name of the indicator, target, reached, to be
/// expected.
const UNIT: usize = 1;
const INDICATOR: usize = 3;
const NAME: usize = 4;
const TARGET: usize = 8;
const ACTUAL: usize = 9;
const EXPECTED: usize = 11;

/// More units than this nobody reads off a chart.
const MOST: usize = 30;

/// Whether a target can stand in a chart: it is for everybody, and to be reached by the end.
pub fn is_charted(target: &Attainment) -> bool {
    target.kind == TargetKind::Cumulative && target.gender.is_none()
}

/// The targets of the report's own unit by indicator, by name where indicators have no code, and those of its regional
/// networks for their first indicator. `targets` are the rows of the table, charted ones of a level together, indicator by indicator.
pub fn of(content: &Content, targets: &[&Attainment]) -> Vec<Chart> {
    let Some(top) = content.level() else { return Vec::new() };
    let of_unit = |has_code: bool| {
        together(targets, |target| {
            target.unit.kind == top
                && is_charted(target)
                && content.id(&target.indicator).is_some() == has_code
        })
    };
    let by_network = |target: &Attainment| target.unit.kind == Breakdown::Network && is_charted(target);
    let first = targets.iter().find(|target| top < Breakdown::Network && by_network(target));
    let of_networks = first.and_then(|first| {
        together(targets, |target| by_network(target) && target.indicator.code == first.indicator.code)
    });
    let unit = of_unit(true).map(|rows| chart(content, targets, (rows, "chart-targets", INDICATOR)));
    let activities =
        of_unit(false).map(|rows| chart(content, targets, (rows, "chart-targets-activities", NAME)));
    let networks = of_networks.map(|rows| chart(content, targets, (rows, "chart-targets-networks", UNIT)));
    unit.into_iter().chain(activities).chain(networks).collect()
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
    let indicator = drawn.first().map(|target| content.short_name(&target.indicator)).unwrap_or_default();
    let told = |target: &&Attainment| {
        let category = match categories {
            UNIT => target.unit.code.clone().unwrap_or_default(),
            _ => content.short_name(&target.indicator),
        };
        let [actual, target] = [target.actual as f64, target.target]
            .map(|value| texts::integer(content.language, amount::rounded(&target.indicator, value)));
        content.text_with(
            "chart-targets-value",
            &[("what", Arg::Text(&category)), ("actual", Arg::Text(&actual)), ("target", Arg::Text(&target))],
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
        value_title: content.text(if categories == NAME { "column-counted" } else { "chart-cases" }),
        series: drawn_columns.into_iter().map(series).collect(),
    }
}

fn place(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX)
}
