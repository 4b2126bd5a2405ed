//! The sheets of targets beside what has been reached.

use std::cmp::Reverse;

use chrono::Datelike;
use domain::attainment::{Attainment, TargetKind};
use domain::figure::Breakdown;

use super::{amount, target_charts};
use crate::Content;
use crate::table::{ColumnKind, Layout, Sheet, Table, Value, given, with_decimals};

const COLUMNS: [(&str, u16, ColumnKind); 16] = [
    ("level", 19, ColumnKind::Text),
    ("code", 12, ColumnKind::Label),
    ("name", 46, ColumnKind::Prose),
    ("id", 10, ColumnKind::Label),
    ("indicator", 46, ColumnKind::Prose),
    ("region-category", 19, ColumnKind::Text),
    ("gender", 12, ColumnKind::Text),
    ("target-kind", 14, ColumnKind::Text),
    ("target", 11, ColumnKind::Number),
    ("actual", 11, ColumnKind::Total),
    ("ratio", 11, ColumnKind::Number),
    ("expected", 12, ColumnKind::Number),
    ("forecast", 12, ColumnKind::Number),
    ("method", 14, ColumnKind::Text),
    ("standing", 20, ColumnKind::Text),
    ("document", 28, ColumnKind::Prose),
];

const EXPLAINED: [&str; 4] = ["target-kind", "expected", "forecast", "standing"];

/// Places of the columns by which rows fall into groups.
const LEVEL: usize = 0;
const INDICATOR: usize = 3;

/// Those of the report's unit and of its regional networks, one row per target in force at the cut-off, with their charts;
/// without any, it says so.
pub fn sheet(content: &Content) -> Option<Sheet<'_>> {
    let top = content.level()?;
    let targets = in_order(content, |level| level == top || level < Breakdown::SubProject);
    let charts = target_charts::of(content, &targets);
    let name = (content.text("sheet-targets"), content.text("title-targets"));
    let table = table(content, &targets);
    Some(Sheet { charts, ..titled(content, name, table) })
}

/// Those of the sub-projects of more than one, which are too many for charts; none when the report is about a single one.
pub fn by_sub_project(content: &Content) -> Option<Sheet<'_>> {
    let top = content.level()?;
    let targets = in_order(content, |level| level != top && level == Breakdown::SubProject);
    let name = (content.sub_projects("sheet-targets-below"), content.sub_projects("title-targets-below"));
    let mut table = table(content, &targets);
    table.grouped_by = vec![INDICATOR];
    (top < Breakdown::SubProject).then(|| titled(content, name, table))
}

fn titled<'a>(content: &Content, (name, title): (String, String), table: Table<'a>) -> Sheet<'a> {
    let line = if table.rows.len() == 0 { "line-no-targets" } else { "line-targets" };
    Sheet {
        name,
        layout: Layout::Page,
        title,
        lines: vec![content.scope_line(), content.text(line)],
        tables: vec![table],
        charts: Vec::new(),
    }
}

fn table<'a>(content: &'a Content, targets: &[&'a Attainment]) -> Table<'a> {
    let rows: Vec<_> = targets.iter().map(|attainment| row(content, attainment)).collect();
    Table {
        heading: None,
        columns: with_decimals(content.columns(&COLUMNS, &EXPLAINED), &rows),
        grouped_by: vec![LEVEL],
        rows: given(rows),
    }
}

/// The targets of some levels, level by level; within one those for everybody until the end first, indicator by
/// indicator, so that what a chart shows stands together.
fn in_order(content: &Content, wanted: impl Fn(Breakdown) -> bool) -> Vec<&Attainment> {
    let place = |attainment: &Attainment| {
        content.catalogue.all().iter().position(|indicator| indicator.code == attainment.indicator.code)
    };
    let mut targets: Vec<&Attainment> =
        content.targets.iter().filter(|target| wanted(target.unit.kind)).collect();
    targets.sort_by_cached_key(|target| {
        let is_charted = target_charts::is_charted(target);
        let indicator = is_charted.then(|| place(target));
        (target.unit.kind, Reverse(is_charted), indicator)
    });
    targets
}

fn row<'a>(content: &'a Content, attainment: &'a Attainment) -> Vec<Value<'a>> {
    let indicator = &attainment.indicator;
    let planned = |value: f64| amount::planned(indicator, value);
    let goes_on = is_going_on(content, attainment);
    let forecast = attainment.forecast.filter(|_| goes_on);
    let level: &'static str = attainment.unit.kind.into();
    let standing = format!("attainment-standing-{}", attainment.standing.as_str());
    vec![
        content.sub_projects(&format!("level-{level}")).into(),
        attainment.unit.code.as_deref().into(),
        attainment.unit.name.as_str().into(),
        content.id(indicator).into(),
        Value::Text(content.name(indicator)),
        match attainment.region_category {
            Some(category) => content.region(category).into(),
            None => content.text("all-categories").into(),
        },
        match attainment.gender {
            Some(gender) => content.gender(gender).into(),
            None => content.text("all-genders").into(),
        },
        kind(content, attainment).into(),
        planned(attainment.target),
        amount::count(indicator, attainment.actual),
        attainment.ratio().map_or(Value::Empty, Value::Ratio),
        match attainment.kind {
            _ if !goes_on => Value::Empty,
            TargetKind::Stock => planned(attainment.target),
            _ => planned(tenth(attainment.expected)),
        },
        forecast.map_or(Value::Empty, |forecast| planned(tenth(forecast.value))),
        forecast.map(|forecast| content.text(&format!("method-{}", forecast.method.as_str()))).into(),
        texts::text(content.language, &standing).into(),
        attainment.document.as_deref().into(),
    ]
}

/// Whether days of the target come after the cut-off: else nothing is to be expected beside the target itself, nor to be
/// forecast beside what was reached.
pub fn is_going_on(content: &Content, target: &Attainment) -> bool {
    content.cut_off < target.days.last
}

/// How the target is meant, with the year it is for.
fn kind(content: &Content, attainment: &Attainment) -> String {
    let kind = content.text(&format!("target-kind-{}", attainment.kind.as_str()));
    match attainment.kind {
        TargetKind::PerYear => format!("{kind} ({})", attainment.days.first.year()),
        _ => kind,
    }
}

/// More decimals of an expectation say nothing.
fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
