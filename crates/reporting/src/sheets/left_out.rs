//! The sheet of cases that are left out of the figures.

use counting::{MissingField, MissingFields};
use domain::indicator::RulebookKind;

use crate::table::{ColumnKind, Layout, Sheet, Table, Value, given};
use crate::{Content, LeftOutCase};

const COLUMNS: [(&str, u16, ColumnKind); 7] = [
    ("code", 12, ColumnKind::Label),
    ("name", 46, ColumnKind::Prose),
    ("reference", 18, ColumnKind::Text),
    ("since", 13, ColumnKind::Number),
    ("missing", 40, ColumnKind::Prose),
    ("reason", 52, ColumnKind::Prose),
    ("concerned", 52, ColumnKind::Prose),
];

/// One row per case, pseudonymous. Regulation (EU) 2021/1057, Article 17(5): a person's data are transmitted only when
/// all data of Annex I, point 1.1 are there.
pub fn sheet(content: &Content) -> Option<Sheet<'_>> {
    let line = if content.left_out.is_empty() { "line-nobody-left-out" } else { "line-left-out" };
    let words = Words::new(content);
    Some(Sheet {
        name: content.text("sheet-left-out"),
        layout: Layout::Page,
        title: content.text("title-left-out"),
        lines: vec![content.scope_line(), content.text(line)],
        tables: vec![Table {
            heading: None,
            columns: content.columns(&COLUMNS, &["concerned"]),
            grouped_by: Vec::new(),
            rows: given(content.left_out.iter().map(move |case| words.row(case))),
        }],
        charts: Vec::new(),
    })
}

/// The texts of the rows, looked up once.
struct Words<'a> {
    content: &'a Content,
    missing: Vec<(MissingField, String)>,
    incomplete: String,
    gender_not_stated: String,
    in_education: String,
}

impl<'a> Words<'a> {
    fn new(content: &'a Content) -> Self {
        let word = |field: MissingField| (field, content.text(&format!("missing-{}", field.as_str())));
        Self {
            content,
            missing: MissingField::ALL.into_iter().map(word).collect(),
            incomplete: content.text("reason-incomplete"),
            gender_not_stated: content.text("reason-gender-not-stated"),
            in_education: content.text("reason-in_education"),
        }
    }

    fn row(&self, case: &'a LeftOutCase) -> Vec<Value<'a>> {
        vec![
            case.sub_project_code.as_str().into(),
            case.sub_project_name.as_str().into(),
            case.reference.as_str().into(),
            Value::Date(case.since),
            self.missing(case.missing).into(),
            self.reason(case.missing).to_owned().into(),
            self.concerned(case).into(),
        ]
    }

    fn missing(&self, fields: MissingFields) -> String {
        let lacking = self.missing.iter().filter(|(field, _)| fields.contains(*field));
        lacking.map(|(_, word)| word.as_str()).collect::<Vec<_>>().join(", ")
    }

    fn reason(&self, fields: MissingFields) -> &str {
        let only = |field| fields == MissingFields::from_iter([field]);
        if only(MissingField::GenderNotStated) {
            &self.gender_not_stated
        } else if only(MissingField::InEducation) {
            &self.in_education
        } else {
            &self.incomplete
        }
    }

    fn concerned(&self, case: &LeftOutCase) -> String {
        let members = self.content.catalogue.members(RulebookKind::Law, case.indicators);
        members.map(|indicator| indicator.code.as_ref()).collect::<Vec<_>>().join(", ")
    }
}
