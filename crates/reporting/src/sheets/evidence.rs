//! The sheets of the evidence: every case behind the figures as a row.

use counting::Gender;
use domain::fact::SubjectKind;
use domain::figure::{EvidenceList, EvidencePart, EvidenceRow};
use domain::indicator::Indicator;
use domain::sub_project::RegionCategory;

use super::amount;
use super::reconciliation::{Condition, sum};
use crate::Content;
use crate::table::{Column, ColumnKind, Layout, Options, Part, Sheet, SourceError, Table, Value};

/// Columns before those of the indicators: what both lists have, then what each has alone.
const SHARED: [(&str, u16, ColumnKind); 4] = [
    ("sub-project", 14, ColumnKind::Label),
    ("region-category", 19, ColumnKind::Text),
    ("reference", 24, ColumnKind::Label),
    ("gender", 13, ColumnKind::Text),
];
const OF_PEOPLE: [(&str, u16, ColumnKind); 2] =
    [("entered-on", 12, ColumnKind::Number), ("left-on", 12, ColumnKind::Number)];
const OF_OTHERS: [(&str, u16, ColumnKind); 2] =
    [("subject-kind", 22, ColumnKind::Text), ("counted-since", 13, ColumnKind::Number)];

/// Places of columns in the formulas.
pub const SUB_PROJECT: usize = 0;
pub const REGION: usize = 1;
pub const GENDER: usize = 3;
const INDICATORS: usize = SHARED.len() + OF_PEOPLE.len();

/// Width of the column of an indicator, in characters: room for a 1, and for some thousand hours.
const OF_A_PERSON: u16 = 6;
const OF_OTHER: u16 = 9;

/// The sheets of the lists; one without rows says so.
pub fn sheets(content: &Content) -> Vec<(EvidencePart, Sheet<'_>)> {
    let lists = [(EvidencePart::People, "evidence"), (EvidencePart::Others, "evidence-others")];
    lists.into_iter().map(|(part, key)| (part, sheet(content, (part, key)))).collect()
}

fn sheet<'a>(content: &'a Content, (part, key): (EvidencePart, &str)) -> Sheet<'a> {
    let list = content.evidence.list(part);
    let words = Words::of(content);
    let rows = Counted {
        left: usize::try_from(list.rows).unwrap_or(usize::MAX),
        rows: content.evidence.source.rows(part),
        value: move |row| words.row(row, (part, list)),
    };
    let line = if list.rows == 0 { "line-no-evidence".to_owned() } else { format!("line-{key}") };
    Sheet {
        name: content.text(&format!("sheet-{key}")),
        layout: Layout::Page,
        title: content.text(&format!("title-{key}")),
        lines: vec![content.scope_line(), content.text(&line)],
        tables: vec![Table {
            heading: None,
            columns: columns(content, part),
            grouped_by: Vec::new(),
            rows: Box::new(rows),
        }],
        charts: Vec::new(),
    }
}

fn columns(content: &Content, part: EvidencePart) -> Vec<Column> {
    let own = match part {
        EvidencePart::People => &OF_PEOPLE,
        EvidencePart::Others => &OF_OTHERS,
    };
    let shared = content.columns(&SHARED, &["region-category"]).into_iter();
    let indicators = content.evidence.list(part).indicators.iter();
    shared
        .chain(content.columns(own, &[]))
        .chain(indicators.map(|indicator| indicator_column(content, (part, indicator))))
        .collect()
}

/// A narrow column headed by code and short name, with the whole name as a note.
fn indicator_column(content: &Content, (part, indicator): (EvidencePart, &Indicator)) -> Column {
    let width = match part {
        EvidencePart::People => OF_A_PERSON,
        EvidencePart::Others => OF_OTHER,
    };
    content.indicator_column(indicator, width)
}

/// The rows of a list, as many as were counted: another number ends the workbook.
struct Counted<R, V> {
    left: usize,
    rows: R,
    value: V,
}

impl<'a, R, V> Iterator for Counted<R, V>
where
    R: Iterator<Item = Result<EvidenceRow, SourceError>>,
    V: Fn(EvidenceRow) -> Vec<Value<'a>>,
{
    type Item = Result<Vec<Value<'a>>, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.left = self.left.checked_sub(1)?;
        let row =
            self.rows.next().unwrap_or_else(|| Err("the evidence has fewer rows than were counted".into()));
        Some(row.map(&self.value))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl<'a, R, V> ExactSizeIterator for Counted<R, V>
where
    R: Iterator<Item = Result<EvidenceRow, SourceError>>,
    V: Fn(EvidenceRow) -> Vec<Value<'a>>,
{
}

/// The texts of the rows, looked up once.
struct Words {
    regions: Vec<(RegionCategory, String)>,
    genders: Vec<(Gender, String)>,
    kinds: Vec<(SubjectKind, String)>,
}

impl Words {
    fn of(content: &Content) -> Self {
        let regions =
            [RegionCategory::MoreDeveloped, RegionCategory::Transition, RegionCategory::LessDeveloped];
        let genders = [Gender::Female, Gender::Male, Gender::NonBinary, Gender::NotStated];
        Self {
            regions: regions.map(|region| (region, content.region(region))).to_vec(),
            genders: genders.map(|gender| (gender, content.gender(gender))).to_vec(),
            kinds: KINDS.map(|kind| (kind, content.text(&format!("subject-{}", kind.as_str())))).to_vec(),
        }
    }

    fn row<'a>(&self, row: EvidenceRow, (part, list): (EvidencePart, &EvidenceList)) -> Vec<Value<'a>> {
        let mut values = Vec::with_capacity(INDICATORS + list.indicators.len());
        values.extend([
            row.sub_project.code.clone().into(),
            word(&self.regions, row.region_category),
            row.reference.into(),
            row.gender.map_or(Value::Empty, |gender| word(&self.genders, gender)),
        ]);
        values.extend(match part {
            EvidencePart::People => {
                [row.entered_on, row.left_on].map(|day| day.map_or(Value::Empty, Value::Date))
            }
            EvidencePart::Others => [word(&self.kinds, row.kind), Value::Date(row.since)],
        });
        values.resize(INDICATORS + list.indicators.len(), Value::Empty);
        for (place, quantity) in row.counts {
            values[INDICATORS + place] = amount::count(&list.indicators[place], quantity);
        }
        values
    }
}

const KINDS: [SubjectKind; 10] = [
    SubjectKind::Person,
    SubjectKind::Entity,
    SubjectKind::Consultation,
    SubjectKind::Training,
    SubjectKind::QualificationPlan,
    SubjectKind::Trainer,
    SubjectKind::Participation,
    SubjectKind::Outcome,
    SubjectKind::SubProject,
    SubjectKind::Value,
];

fn word<'a, K: PartialEq>(words: &[(K, String)], wanted: K) -> Value<'a> {
    words.iter().find(|(key, _)| *key == wanted).map(|(_, word)| word.clone()).into()
}

/// Where the lists stand in the file.
pub struct Places(Vec<(EvidencePart, Vec<Part>)>);

/// Where the lists will stand in the file.
pub fn places(sheets: &[(EvidencePart, Sheet<'_>)], options: &Options) -> Places {
    Places(sheets.iter().map(|(part, sheet)| (*part, sheet.parts(options))).collect())
}

impl Places {
    /// The formula that adds up what the rows of a list that fulfil all conditions count for an indicator, told by its
    /// place, over all sheets that the list stands on.
    pub fn sum(&self, list: EvidencePart, (indicator, conditions): (usize, &[Condition])) -> String {
        let parts = self.0.iter().filter(|(of, _)| *of == list).flat_map(|(_, parts)| parts);
        let wanted = (INDICATORS + indicator, conditions);
        let sums: Vec<String> = parts.map(|part| sum(|column| part.range(column), wanted)).collect();
        if sums.is_empty() { "0".to_owned() } else { sums.join("+") }
    }
}
