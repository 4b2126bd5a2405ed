//! The sheet that adds every total up again, by formulas over the evidence.

use domain::figure::{EvidencePart, Figure};
use domain::indicator::RulebookKind;

use super::placing::{Place, filled};
use super::{Before, Condition, FAILS, HOLDS, Standing, same};
use crate::Content;
use crate::content::place;
use crate::sheets::cell_names::Counted;
use crate::sheets::{amount, evidence};
use crate::table::{ColumnKind, Layout, Part, Sheet, Table, Value, given};

const COLUMNS: [(&str, u16, ColumnKind); 7] = [
    ("id", 12, ColumnKind::Label),
    ("indicator", 62, ColumnKind::Label),
    ("region-category", 19, ColumnKind::Text),
    ("counted", 13, ColumnKind::Text),
    ("from-evidence", 18, ColumnKind::Number),
    ("reported", 18, ColumnKind::Number),
    ("check", 11, ColumnKind::Total),
];

/// Places of columns in the formulas.
const INDICATOR: usize = 1;
const REGION: usize = 2;
const COUNTED: usize = 3;
const ADDED: usize = 4;
const REPORTED: usize = 5;

const ALL_KINDS: [RulebookKind; 3] = [RulebookKind::Law, RulebookKind::Programme, RulebookKind::Activities];

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

/// One row per count of a figure of the report's own unit, none without figures; and how the checks stand.
pub fn sheet<'a>(content: &'a Content, before: &Before<'_, 'a>) -> (Option<Sheet<'a>>, Standing) {
    let checks = checks(content);
    let standing = Standing::of(checks.iter().map(Check::holds));
    let sheet = Sheet {
        name: content.text("sheet-reconciliation"),
        layout: Layout::Page,
        title: content.text("title-reconciliation"),
        lines: vec![content.scope_line(), content.text("line-reconciliation"), standing.in_words(content)],
        tables: vec![Table {
            heading: None,
            columns: content.columns(&COLUMNS, &["from-evidence", "reported"]),
            grouped_by: vec![REGION, INDICATOR],
            rows: given(Vec::new()),
        }],
        charts: Vec::new(),
    };
    let row = |check: &Check<'a>, (part, at): Place<'_>| row(content, check, &Cells { part, at, before });
    (filled(sheet, (&checks, before.options), row), standing)
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
struct Cells<'p, 'a> {
    part: &'p Part,
    at: u32,
    before: &'p Before<'p, 'a>,
}

impl Cells<'_, '_> {
    fn cell(&self, column: usize) -> String {
        self.part.cell(self.at, column)
    }
}

fn row<'a>(content: &'a Content, check: &Check<'a>, cells: &Cells<'_, 'a>) -> Vec<Value<'a>> {
    let Check { figure, counted, added, reported } = check;
    let indicator = &figure.indicator;
    let part = EvidencePart::of(indicator);
    let [region, gender] = [REGION, COUNTED].map(|column| cells.cell(column));
    let by_region = Condition { column: evidence::REGION, is: region, by: Default::default() };
    let by_gender = Condition { column: evidence::GENDER, is: gender, by: Default::default() };
    let by_gender = (*counted != Counted::Total).then_some(by_gender);
    let conditions: Vec<_> = std::iter::once(by_region).chain(by_gender).collect();
    let sum = place(content.evidence.list(part), indicator)
        .map(|indicator| cells.before.evidence.sum(part, (indicator, &conditions)));
    let reported = match cells.before.names.name(figure, *counted) {
        Some(name) => Value::formula(name, amount::count(indicator, *reported)),
        None => amount::count(indicator, *reported),
    };
    let compared = same(indicator, [ADDED, REPORTED].map(|column| cells.cell(column)));
    let compared = format!("IF({compared},\"{HOLDS}\",\"{FAILS}\")");
    vec![
        content.id(indicator).into(),
        Value::Text(content.name(indicator)),
        content.region(figure.region_category).into(),
        content.text(&format!("counted-{}", counted.as_str())).into(),
        Value::formula(sum.unwrap_or_else(|| "0".to_owned()), amount::count(indicator, *added)),
        reported,
        Value::formula(compared, if check.holds() { HOLDS } else { FAILS }),
    ]
}
