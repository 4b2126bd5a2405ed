//! The sheet that adds every total up again, by formulas over the evidence.

use domain::figure::{EvidencePart, Figure};
use domain::indicator::RulebookKind;
use texts::Arg;

use super::cell_names::{CellNames, Counted};
use super::evidence::{Places, Wanted};
use crate::Content;
use crate::content::place;
use crate::table::{ColumnKind, Layout, Options, Part, Sheet, Table, Value, given};

const COLUMNS: [(&str, u16, ColumnKind); 7] = [
    ("id", 44, ColumnKind::Label),
    ("indicator", 46, ColumnKind::Prose),
    ("region-category", 19, ColumnKind::Text),
    ("counted", 13, ColumnKind::Text),
    ("from-evidence", 18, ColumnKind::Number),
    ("reported", 18, ColumnKind::Number),
    ("check", 11, ColumnKind::Total),
];

/// Places of columns in the formulas.
const ID: usize = 0;
const REGION: usize = 2;
const COUNTED: usize = 3;
const ADDED: usize = 4;
const REPORTED: usize = 5;

const ALL_KINDS: [RulebookKind; 3] = [RulebookKind::Law, RulebookKind::Programme, RulebookKind::Activities];

/// What a check that holds shows, and one that does not.
const HOLDS: &str = "OK";
const FAILS: &str = "≠";

/// A count of a figure beside the same count out of the evidence.
struct Check<'a> {
    figure: &'a Figure,
    counted: Counted,
    added: u64,
    reported: u64,
}

impl Check<'_> {
    fn holds(&self) -> bool {
        self.added == self.reported
    }
}

/// How many checks there are, and how many of them hold.
pub fn standing(content: &Content) -> (usize, usize) {
    let checks = checks(content);
    (checks.len(), checks.iter().filter(|check| check.holds()).count())
}

/// One row per count of a figure of the report's own unit; none without figures.
pub fn sheet<'a>(content: &'a Content, names: &CellNames, evidence: &Places) -> Option<Sheet<'a>> {
    let checks = checks(content);
    let mut sheet = Sheet {
        name: content.text("sheet-reconciliation"),
        layout: Layout::Page,
        title: content.text("title-reconciliation"),
        lines: vec![content.scope_line(), content.text("line-reconciliation"), standing_line(content)],
        tables: vec![Table {
            heading: None,
            columns: content.columns(&COLUMNS, &["from-evidence", "reported"]),
            grouped_by: vec![REGION, ID],
            rows: given(vec![Vec::new(); checks.len()]),
        }],
        charts: Vec::new(),
    };
    // the table is as long as a sheet at most: it has as many rows as there are indicators, categories and genders
    let part = sheet.parts(&Options::default()).into_iter().next()?;
    let rows: Vec<_> = (0..)
        .zip(&checks)
        .map(|(at, check)| row(content, check, &Cells { part: &part, at, names, evidence }))
        .collect();
    if let Some(table) = sheet.tables.first_mut() {
        table.rows = given(rows);
    }
    (!checks.is_empty()).then_some(sheet)
}

fn standing_line(content: &Content) -> String {
    let (all, holding) = standing(content);
    let (all, failing) = (Arg::Count(count(all)), Arg::Count(count(all - holding)));
    content.text_with("line-checks", &[("all", all), ("failing", failing)])
}

/// A number of checks as texts take it.
pub fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

fn checks(content: &Content) -> Vec<Check<'_>> {
    let figures = content.figures_of_unit(&ALL_KINDS).into_iter();
    figures
        .flat_map(|figure| {
            let sums = content.evidence.sum(&figure.indicator, figure.region_category);
            let of = move |(counted, added): (Counted, u64)| {
                Some(Check { figure, counted, added, reported: counted.of(figure)? })
            };
            Counted::ALL.into_iter().zip(sums).filter_map(of)
        })
        .collect()
}

/// Where a row stands, and what its formulas speak of.
struct Cells<'p> {
    part: &'p Part,
    at: u32,
    names: &'p CellNames,
    evidence: &'p Places,
}

impl Cells<'_> {
    fn cell(&self, column: usize) -> String {
        self.part.cell(self.at, column)
    }
}

fn row<'a>(content: &'a Content, check: &Check<'a>, cells: &Cells<'_>) -> Vec<Value<'a>> {
    let Check { figure, counted, added, reported } = check;
    let indicator = &figure.indicator;
    let part = EvidencePart::of(indicator);
    let [region, gender] = [REGION, COUNTED].map(|column| cells.cell(column));
    let gender = (*counted != Counted::Total).then_some(gender.as_str());
    let sum = place(content.evidence.list(part), indicator)
        .map(|indicator| cells.evidence.sum(&Wanted { part, indicator, region: &region, gender }));
    let reported = match cells.names.name(figure, *counted) {
        Some(name) => Value::formula(name, *reported),
        None => Value::from(*reported),
    };
    let compared = format!("IF({}={},\"{HOLDS}\",\"{FAILS}\")", cells.cell(ADDED), cells.cell(REPORTED));
    vec![
        indicator.code.as_ref().into(),
        indicator.name.r#in(content.language).into(),
        content.region(figure.region_category).into(),
        content.text(&format!("counted-{}", counted.as_str())).into(),
        Value::formula(sum.unwrap_or_else(|| "0".to_owned()), *added),
        reported,
        Value::formula(compared, if check.holds() { HOLDS } else { FAILS }),
    ]
}
