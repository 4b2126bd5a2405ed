//! A column of an import file: its name, what it holds, and which column of the table keeps it.

use strum::VariantArray;
use texts::Language;

use super::Kind;

/// A column that a kind of records may have.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name in files.
    pub name: &'static str,
    /// Its German label, accepted as a name too.
    pub label_de: &'static str,
    /// Whether every row must fill it.
    pub required: bool,
    /// What it holds.
    pub kind: ColumnKind,
    /// The column of the table.
    pub stored: &'static str,
}

/// What a column holds.
#[derive(Clone, Copy, Debug)]
pub enum ColumnKind {
    /// Words.
    Text,
    /// A key with leading zeros, five digits.
    Ags,
    /// A calendar day.
    Date,
    /// A number with decimals.
    Decimal,
    /// A whole number, 0 or more.
    Count,
    /// A calendar year.
    Year,
    /// `yes`, `no` or `refused`.
    Answer,
    /// One of these codes.
    Code(&'static [&'static str]),
    /// Any number of these codes, separated by `;` or `|`.
    Codes(&'static [&'static str]),
    /// Any number of words, separated by `;` or `|`.
    List,
    /// An ISO alpha-2 country code.
    Country,
    /// Any number of ISO alpha-2 country codes, separated by `;` or `|`.
    Countries,
    /// The code of a record of another kind.
    Reference(&'static str),
}

impl Column {
    /// A column that may stay empty, kept under its own name.
    pub const fn optional(name: &'static str, label_de: &'static str, kind: ColumnKind) -> Self {
        Self { name, label_de, required: false, kind, stored: name }
    }

    /// A column that every row fills, kept under its own name.
    pub const fn required(name: &'static str, label_de: &'static str, kind: ColumnKind) -> Self {
        Self { name, label_de, required: true, kind, stored: name }
    }

    /// The same column, kept as `stored`.
    pub const fn stored_as(self, stored: &'static str) -> Self {
        Self { stored, ..self }
    }

    /// Whether a heading of a file means this column.
    pub fn is_called(&self, heading: &str) -> bool {
        let same =
            |name: &str| name.to_lowercase() == heading.trim().trim_end_matches('*').trim().to_lowercase();
        same(self.name) || same(self.label_de)
    }
}

/// A column's name as people say it: its German label, or the name without underscores.
pub(crate) fn in_words(name: &str, language: Language) -> String {
    let mut columns = Kind::VARIANTS.iter().flat_map(|kind| kind.columns());
    match (columns.find(|column| column.name == name), language) {
        (Some(column), Language::De) => column.label_de.to_owned(),
        _ => name.replace('_', " "),
    }
}

/// A column of a kind's table as people say it: as files name it, or where no file has it as the texts do.
pub(crate) fn stored_in_words(kind: Option<Kind>, stored: &str, language: Language) -> String {
    let column = kind.and_then(|kind| kind.columns().iter().find(|column| column.stored == stored));
    match (column, language) {
        (Some(column), Language::De) => column.label_de.to_owned(),
        (Some(column), Language::En) => column.name.replace('_', " "),
        (None, _) => texts::text(language, &format!("stored-column-{}", stored.replace('_', "-"))),
    }
}
