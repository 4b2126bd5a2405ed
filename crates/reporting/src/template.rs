//! The empty workbook that people fill in for an import.

use std::ops::ControlFlow;
use std::path::Path;

use chrono::{DateTime, Utc};
use texts::{Arg, Language, text, text_with};

use crate::WriteError;
use crate::records::width;
use crate::table::{
    Choices, Column, ColumnKind, Input, InputKind, Layout, Options, Sheet, Table, Value, given,
};
use crate::workbook::{self, Document};

const CODES: &str = "Codes";
/// What a drop-down holds by itself, separators included.
const LONGEST_LIST: usize = 255;

/// A sheet of the template.
#[derive(Clone, Debug)]
pub struct TemplateSheet<'a> {
    /// The kind of record, which names the sheet.
    pub name: &'a str,
    /// The columns.
    pub columns: Vec<TemplateColumn<'a>>,
}

/// A column of the template.
#[derive(Clone, Debug)]
pub struct TemplateColumn<'a> {
    /// The name the import knows: the header.
    pub name: &'a str,
    /// What German readers call it.
    pub label_de: &'a str,
    /// Whether every row needs it.
    pub required: bool,
    /// What is entered.
    pub kind: TemplateKind,
    /// The values allowed; empty means any.
    pub codes: Vec<&'a str>,
    /// The rule, in German.
    pub note_de: &'a str,
    /// The rule, in English.
    pub note_en: &'a str,
}

/// What is entered in a column of the template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TemplateKind {
    /// Text and codes; leading zeros stay.
    Text,
    /// A number.
    Number,
    /// A calendar day.
    Date,
    /// Several texts or codes in one cell.
    List,
}

/// Writes an empty workbook: a sheet per kind with header, notes on the rules and drop-downs for the codes. The same
/// sheets make the same file.
///
/// # Errors
/// See [`WriteError`].
pub fn write_template(kinds: &[TemplateSheet<'_>], out: &Path) -> Result<(), WriteError> {
    let title = text(Language::De, "report-template-title");
    let document = Document {
        title: &title,
        author: "MigraNet",
        header: &title,
        funding: "",
        language: Language::De,
        // A template has no moment of its own.
        created_at: DateTime::<Utc>::UNIX_EPOCH,
        report: None,
        options: Options::default(),
    };
    let mut lists = Lists::default();
    let mut sheets: Vec<_> = kinds.iter().map(|kind| sheet(kind, &mut lists)).collect();
    sheets.extend(lists.into_sheet());
    workbook::write(&document, sheets, out, &mut |_, _| ControlFlow::Continue(()))
}

fn sheet<'a>(kind: &TemplateSheet<'a>, lists: &mut Lists<'a>) -> Sheet<'a> {
    let column = |column: &TemplateColumn<'a>| Column {
        note: Some(note(column)),
        input: Some(Input {
            required: column.required,
            kind: input_kind(column.kind),
            choices: lists.choices(kind.name, column),
        }),
        ..Column::new(column.name, width(column.name), ColumnKind::Text)
    };
    let columns = kind.columns.iter().map(column).collect();
    let table = Table { heading: None, columns, grouped_by: Vec::new(), rows: given([]) };
    Sheet {
        name: kind.name.to_owned(),
        layout: Layout::Data,
        title: String::new(),
        lines: Vec::new(),
        tables: vec![table],
        charts: Vec::new(),
    }
}

const fn input_kind(kind: TemplateKind) -> InputKind {
    match kind {
        TemplateKind::Text | TemplateKind::List => InputKind::Text,
        TemplateKind::Number => InputKind::Number,
        TemplateKind::Date => InputKind::Date,
    }
}

/// The rule of a column, in German and then in English.
fn note(column: &TemplateColumn<'_>) -> String {
    let german = about(column, Language::De);
    let english = about(column, Language::En);
    format!("{}\n{german}\n\n{}\n{english}", column.label_de, column.name)
}

fn about(column: &TemplateColumn<'_>, language: Language) -> String {
    let rule = match language {
        Language::De => column.note_de,
        Language::En => column.note_en,
    };
    let required = column.required.then(|| text(language, "report-template-required"));
    let kind = match column.kind {
        TemplateKind::Text => None,
        TemplateKind::Number => Some(text(language, "report-template-number")),
        TemplateKind::Date => Some(text(language, "report-template-date")),
        TemplateKind::List => Some(text(language, "report-template-list")),
    };
    let codes = column.codes.join(", ");
    let values = (!codes.is_empty() && codes.len() <= LONGEST_LIST)
        .then(|| text_with(language, "report-template-codes", &[("codes", Arg::Text(&codes))]));
    let rule = (!rule.is_empty()).then(|| rule.to_owned());
    [required, rule, kind, values].into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// The code lists too long for a drop-down by themselves: columns of a hidden sheet.
#[derive(Default)]
struct Lists<'a> {
    columns: Vec<(String, Vec<&'a str>)>,
}

impl<'a> Lists<'a> {
    fn choices(&mut self, kind: &str, column: &TemplateColumn<'a>) -> Choices {
        let codes = &column.codes;
        if codes.is_empty() || column.kind == TemplateKind::List {
            return Choices::Any;
        }
        if codes.join(",").chars().count() <= LONGEST_LIST {
            return Choices::Here(codes.iter().map(|code| (*code).to_owned()).collect());
        }
        let place = self.columns.iter().position(|(_, known)| known == codes).unwrap_or_else(|| {
            self.columns.push((format!("{kind}.{}", column.name), codes.clone()));
            self.columns.len() - 1
        });
        Choices::Listed { sheet: CODES, column: place as u16, count: codes.len() as u32 }
    }

    fn into_sheet(self) -> Option<Sheet<'a>> {
        let rows = self.columns.iter().map(|(_, codes)| codes.len()).max()?;
        let columns =
            self.columns.iter().map(|(name, _)| Column::new(name, width(name), ColumnKind::Text)).collect();
        let row = move |row: usize| -> Vec<Value<'a>> {
            self.columns.iter().map(|(_, codes)| codes.get(row).copied().into()).collect()
        };
        let rows = given((0..rows).map(row));
        Some(Sheet {
            name: CODES.to_owned(),
            layout: Layout::Hidden,
            title: String::new(),
            lines: Vec::new(),
            tables: vec![Table { heading: None, columns, grouped_by: Vec::new(), rows }],
            charts: Vec::new(),
        })
    }
}
