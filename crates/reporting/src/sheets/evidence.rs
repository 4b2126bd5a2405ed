//! The sheets of the evidence: every case behind the figures as a row.

use counting::Gender;
use domain::fact::SubjectKind;
use domain::figure::{EvidenceList, EvidencePart, EvidenceRow};
use domain::sub_project::RegionCategory;

use crate::Content;
use crate::table::{Column, ColumnKind, Layout, Options, Part, Sheet, SourceError, Table, Value};

/// Columns of people before those of their indicators.
const PEOPLE: [(&str, u16, ColumnKind); 6] = [
    ("sub-project", 14, ColumnKind::Label),
    ("region-category", 19, ColumnKind::Text),
    ("reference", 20, ColumnKind::Text),
    ("gender", 13, ColumnKind::Text),
    ("entered-on", 12, ColumnKind::Number),
    ("left-on", 12, ColumnKind::Number),
];

/// Columns of other cases.
const OTHERS: [(&str, u16, ColumnKind); 8] = [
    ("sub-project", 14, ColumnKind::Label),
    ("region-category", 19, ColumnKind::Text),
    ("subject-kind", 22, ColumnKind::Text),
    ("reference", 24, ColumnKind::Text),
    ("gender", 13, ColumnKind::Text),
    ("counted-since", 13, ColumnKind::Number),
    ("id", 44, ColumnKind::Text),
    ("quantity", 11, ColumnKind::Total),
];

/// The sheets of the lists that have rows.
pub fn sheets(content: &Content) -> Vec<(EvidencePart, Sheet<'_>)> {
    let people = (EvidencePart::People, "evidence", people_columns(content));
    let others = (EvidencePart::Others, "evidence-others", content.columns(&OTHERS, &["quantity"]));
    let lists = [people, others].into_iter();
    let filled = lists.filter(|(part, ..)| content.evidence.list(*part).rows > 0);
    filled.map(|(part, key, columns)| (part, sheet(content, (part, key, columns)))).collect()
}

fn sheet<'a>(content: &'a Content, (part, key, columns): (EvidencePart, &str, Vec<Column>)) -> Sheet<'a> {
    let list = content.evidence.list(part);
    let words = Words::of(content);
    let rows = Counted {
        left: usize::try_from(list.rows).unwrap_or(usize::MAX),
        rows: content.evidence.source.rows(part),
        value: move |row| match part {
            EvidencePart::People => words.person(row, list),
            EvidencePart::Others => words.other(row, list),
        },
    };
    Sheet {
        name: content.text(&format!("sheet-{key}")),
        layout: Layout::Page,
        title: content.text(&format!("title-{key}")),
        lines: vec![content.scope_line(), content.text(&format!("line-{key}"))],
        tables: vec![Table { heading: None, columns, grouped_by: Vec::new(), rows: Box::new(rows) }],
        charts: Vec::new(),
    }
}

fn people_columns(content: &Content) -> Vec<Column> {
    let indicators = content.evidence.people.indicators.iter().map(|indicator| Column {
        note: Some(indicator.name.r#in(content.language).to_owned()),
        ..Column::new(indicator.code.as_ref(), 11, ColumnKind::Number)
    });
    content.columns(&PEOPLE, &["region-category"]).into_iter().chain(indicators).collect()
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

    fn person<'a>(&self, row: EvidenceRow, list: &EvidenceList) -> Vec<Value<'a>> {
        let mut values = Vec::with_capacity(PEOPLE.len() + list.indicators.len());
        values.extend([
            row.sub_project.code.clone().into(),
            word(&self.regions, row.region_category),
            row.reference.into(),
            row.gender.map_or(Value::Empty, |gender| word(&self.genders, gender)),
            row.entered_on.map_or(Value::Empty, Value::Date),
            row.left_on.map_or(Value::Empty, Value::Date),
        ]);
        values.resize(PEOPLE.len() + list.indicators.len(), Value::Empty);
        for (place, quantity) in row.counts {
            values[PEOPLE.len() + place] = quantity.into();
        }
        values
    }

    fn other<'a>(&self, row: EvidenceRow, list: &EvidenceList) -> Vec<Value<'a>> {
        let count = row.counts.first();
        let code = count.and_then(|(place, _)| list.indicators.get(*place));
        vec![
            row.sub_project.code.clone().into(),
            word(&self.regions, row.region_category),
            word(&self.kinds, row.kind),
            row.reference.into(),
            row.gender.map_or(Value::Empty, |gender| word(&self.genders, gender)),
            Value::Date(row.since),
            code.map(|indicator| indicator.code.to_string()).into(),
            count.map(|(_, quantity)| *quantity).into(),
        ]
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

/// What a formula adds up.
pub struct Wanted<'a> {
    /// The list.
    pub part: EvidencePart,
    /// Place of the indicator in the list.
    pub indicator: usize,
    /// The cells that hold its code, the category of region and, unless all are wanted, the gender.
    pub cells: [Option<&'a str>; 3],
}

impl Places {
    /// The formula that adds up the rows of a list, over all sheets it stands on.
    pub fn sum(&self, wanted: &Wanted<'_>) -> String {
        let parts = self.0.iter().filter(|(part, _)| *part == wanted.part).flat_map(|(_, parts)| parts);
        let sums: Vec<String> = parts.map(|part| wanted.sum_of(part)).collect();
        if sums.is_empty() { "0".to_owned() } else { sums.join("+") }
    }
}

impl Wanted<'_> {
    fn sum_of(&self, part: &Part) -> String {
        let (added, columns) = match self.part {
            EvidencePart::People => (PEOPLE.len() + self.indicator, [None, Some(1), Some(3)]),
            EvidencePart::Others => (OTHERS.len() - 1, [Some(6), Some(1), Some(4)]),
        };
        let conditions = columns.iter().zip(self.cells).filter_map(|(column, cell)| {
            let (column, cell) = column.zip(cell)?;
            Some(format!(",{},{cell}", part.range(column)))
        });
        format!("SUMIFS({}{})", part.range(added), conditions.collect::<String>())
    }
}
