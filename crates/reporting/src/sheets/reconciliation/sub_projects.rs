//! The sheet that adds up every total of every sub-project, from the rows of the evidence.

use domain::figure::EvidencePart;
use domain::indicator::RulebookKind;

use super::checks::{Check, Unit};
use super::counts::{self, Row, cell_in};
use super::criteria::{Condition, Tellings};
use super::placing::{Place, filled};
use super::{Before, networks};
use crate::Content;
use crate::content::place;
use crate::sheets::cell_names::Counted;
use crate::sheets::{activities, evidence, figure_columns};
use crate::table::{ColumnKind, Layout, Part, Sheet, Table, Value, given};

const COLUMNS: [(&str, u16, ColumnKind); 5] = [
    ("code", 16, ColumnKind::Label),
    ("network", 16, ColumnKind::Prose),
    ("strand", 24, ColumnKind::Prose),
    ("region-category", 19, ColumnKind::Text),
    ("indicator", 46, ColumnKind::Label),
];

/// Places of columns that the sums of networks and strands go by.
pub const NETWORK: usize = 1;
pub const STRAND: usize = 2;
pub const REGION: usize = 3;
pub const INDICATOR: usize = 4;
/// The first column of what is added up.
pub const ADDED: usize = COLUMNS.len();

/// One row per sub-project and indicator that counts anything; none when the report is about a single one.
pub fn sheet<'a>(content: &'a Content, checks: &[Check<'a>], before: &Before<'_, 'a>) -> Option<Sheet<'a>> {
    let sheet = Sheet {
        name: content.sub_projects("sheet-reconciliation-sub-projects"),
        layout: Layout::Page,
        title: content.sub_projects("title-reconciliation-sub-projects"),
        lines: vec![
            content.scope_line(),
            content.text("line-reconciliation-sub-projects"),
            content.text("line-reconciliation-zeros"),
        ],
        tables: vec![Table {
            heading: None,
            columns: COLUMNS
                .into_iter()
                .map(|column| content.column(column))
                .chain(counts::columns(content))
                .collect(),
            grouped_by: vec![0],
            rows: given(Vec::new()),
        }],
        charts: Vec::new(),
    };
    let shown = Shown {
        content,
        before,
        figures: before.parts(&content.sub_projects("sheet-sub-projects")),
        activities: before.parts(&content.text("sheet-activities")),
        codes: Tellings::of(content.evidence.sub_projects()),
    };
    filled(sheet, (checks, before.options), |check, place| shown.row(check, place))
}

/// What the formulas of the rows speak of.
struct Shown<'s, 'a> {
    content: &'a Content,
    before: &'s Before<'s, 'a>,
    figures: Vec<Part>,
    activities: Vec<Part>,
    codes: Tellings,
}

impl<'a> Shown<'_, 'a> {
    fn row(&self, check: &Check<'a>, (part, at): Place<'_>) -> Vec<Value<'a>> {
        let content = self.content;
        let Check { figure, unit, .. } = check;
        let indicator = &figure.indicator;
        let code = match unit {
            Unit::SubProject(code) => *code,
            Unit::Network(_) | Unit::Strand(_) => return Vec::new(),
        };
        let list = EvidencePart::of(indicator);
        let column = place(content.evidence.list(list), indicator);
        let added = |counted: Counted, _| {
            let Some(column) = column else { return "0".to_owned() };
            let mut conditions = vec![Condition {
                column: evidence::SUB_PROJECT,
                is: part.local_cell(at, 0),
                by: self.codes.telling(code),
            }];
            conditions.extend(counted.gender().map(|gender| Condition {
                column: evidence::GENDER,
                is: counts::quoted(content, gender),
                by: Default::default(),
            }));
            self.before.evidence.sum(list, (column, &conditions))
        };
        let reported = |count: usize| match indicator.kind {
            RulebookKind::Activities => cell_in(&self.activities, check.row, activities::COUNTS + count),
            _ => cell_in(&self.figures, check.row, figure_columns::COUNTS_BY_UNIT + count),
        };
        let counts = Row { part, at, first: ADDED }.values(check, added, reported);
        let before = [
            code.into(),
            networks::network_words(content, content.networks.get(code).map(String::as_str)),
            match content.strands.as_slice() {
                [] => Value::Empty,
                _ => networks::strand_words(content, content.strand_of(code)),
            },
            content.region(figure.region_category).into(),
            content.short_name(indicator).into(),
        ];
        before.into_iter().chain(counts).collect()
    }
}
