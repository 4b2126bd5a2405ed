//! The sheet that adds up every total of every regional network and every strand, from what was added up for their
//! sub-projects.

use domain::indicator::RulebookKind;

use super::checks::{Check, Unit};
use super::counts::{self, Row, cell_in};
use super::criteria::{Condition, Tellings, sum};
use super::placing::{Place, filled};
use super::{Before, sub_projects};
use crate::Content;
use crate::sheets::cell_names::Counted;
use crate::sheets::{activities, figure_columns};
use crate::table::{ColumnKind, Layout, Part, Sheet, Table, Value, given};

const COLUMNS: [(&str, u16, ColumnKind); 4] = [
    ("level", 22, ColumnKind::Text),
    ("code", 16, ColumnKind::Label),
    ("region-category", 19, ColumnKind::Text),
    ("indicator", 46, ColumnKind::Label),
];

/// Places of columns in the formulas.
const CODE: usize = 1;
const REGION: usize = 2;
const INDICATOR: usize = 3;
const ADDED: usize = COLUMNS.len();

/// One row per regional network or strand and indicator that counts anything; none when the report has neither.
pub fn sheet<'a>(
    content: &'a Content,
    checks: &[Check<'a>],
    (before, over): (&Before<'_, 'a>, &[Part]),
) -> Option<Sheet<'a>> {
    let sheet = Sheet {
        name: content.text("sheet-reconciliation-networks"),
        layout: Layout::Page,
        title: content.text("title-reconciliation-networks"),
        lines: vec![
            content.scope_line(),
            content.sub_projects("line-reconciliation-networks"),
            content.text("line-reconciliation-zeros"),
        ],
        tables: vec![Table {
            heading: None,
            columns: COLUMNS
                .into_iter()
                .map(|column| content.column(column))
                .chain(counts::columns(content))
                .collect(),
            grouped_by: vec![0, CODE],
            rows: given(Vec::new()),
        }],
        charts: Vec::new(),
    };
    let codes = checks.iter().map(|check| words(content, check.unit));
    let codes: Vec<String> = codes.filter_map(|(.., words)| words.text().map(str::to_owned)).collect();
    let indicators = content.catalogue.all().iter().map(|indicator| content.short_name(indicator));
    let indicators: Vec<String> = indicators.collect();
    let shown = Shown {
        content,
        over,
        networks: before.parts(&content.text("sheet-networks")),
        strands: before.parts(&content.text("sheet-strands")),
        activities: before.parts(&content.text("sheet-activities")),
        codes: Tellings::of(codes.iter().map(String::as_str)),
        indicators: Tellings::of(indicators.iter().map(String::as_str)),
    };
    filled(sheet, (checks, before.options), |check, place| shown.row(check, place))
}

/// What the formulas of the rows speak of.
struct Shown<'s, 'a> {
    content: &'a Content,
    /// Where the sums of the sub-projects stand.
    over: &'s [Part],
    networks: Vec<Part>,
    strands: Vec<Part>,
    activities: Vec<Part>,
    codes: Tellings,
    indicators: Tellings,
}

impl<'a> Shown<'_, 'a> {
    fn row(&self, check: &Check<'a>, (part, at): Place<'_>) -> Vec<Value<'a>> {
        let content = self.content;
        let Check { figure, unit, .. } = check;
        let indicator = &figure.indicator;
        let (level, by, code) = words(content, *unit);
        let condition = |column, own, by| Condition { column, is: part.local_cell(at, own), by };
        let conditions = [
            condition(by, CODE, self.codes.telling(code.text().unwrap_or_default())),
            condition(sub_projects::REGION, REGION, Default::default()),
            condition(
                sub_projects::INDICATOR,
                INDICATOR,
                self.indicators.telling(&content.short_name(indicator)),
            ),
        ];
        let added = |_: Counted, column: usize| {
            let column = sub_projects::ADDED + column - ADDED;
            let sums = self.over.iter().map(|part| sum(|at| part.range(at), (column, &conditions)));
            let sums: Vec<String> = sums.collect();
            if sums.is_empty() { "0".to_owned() } else { sums.join("+") }
        };
        let reported = |count: usize| match (unit, indicator.kind) {
            (_, RulebookKind::Activities) => cell_in(&self.activities, check.row, activities::COUNTS + count),
            (Unit::Strand(_), _) => cell_in(&self.strands, check.row, figure_columns::COUNTS_BY_UNIT + count),
            _ => cell_in(&self.networks, check.row, figure_columns::COUNTS_BY_UNIT + count),
        };
        let counts = Row { part, at, first: ADDED }.values(check, added, reported);
        let before = [
            content.text(level).into(),
            code,
            content.region(figure.region_category).into(),
            content.short_name(indicator).into(),
        ];
        before.into_iter().chain(counts).collect()
    }
}

/// The words for the kind of a unit, the column of the sub-projects' sheet that says to which of them one belongs, and
/// what stands there.
fn words<'a>(content: &Content, unit: Unit<'a>) -> (&'static str, usize, Value<'a>) {
    match unit {
        Unit::Network(code) => ("level-network", sub_projects::NETWORK, network_words(content, code)),
        Unit::Strand(code) => ("level-strand", sub_projects::STRAND, strand_words(content, code)),
        Unit::SubProject(code) => ("level-sub_project", 0, code.into()),
    }
}

/// A regional network, or that there is none.
pub fn network_words<'a>(content: &Content, code: Option<&'a str>) -> Value<'a> {
    code.map_or_else(|| content.text("no-network").into(), Into::into)
}

/// A strand, or that there is none.
pub fn strand_words<'a>(content: &Content, code: Option<&'a str>) -> Value<'a> {
    code.map_or_else(|| content.text("no-strand").into(), Into::into)
}
