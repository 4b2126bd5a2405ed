//! The columns of a table.

use super::Value;

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Text of the header.
    pub header: String,
    /// Width in characters.
    pub width: u16,
    /// How its values are laid out.
    pub kind: ColumnKind,
    /// Which way its header is written.
    pub heading: Heading,
    /// How the column is to be read; a note on the header.
    pub note: Option<String>,
    /// Decimals of every number in the column, so that they stand below one another; none means as many as each has.
    pub decimals: Option<u8>,
    /// What people enter in it, in a sheet to be filled in.
    pub input: Option<Input>,
}

/// Which way the header of a column is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// As texts usually are.
    Across,
    /// Downwards, for columns narrower than their names; its beginning is at the top, away from the button that filters.
    Downwards,
}

/// What people enter in a column.
#[derive(Clone, Debug)]
pub struct Input {
    /// Whether every row needs it.
    pub required: bool,
    /// What is entered.
    pub kind: InputKind,
    /// The values offered.
    pub choices: Choices,
}

/// How an entry is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputKind {
    /// As typed, leading zeros included.
    Text,
    /// As a number.
    Number,
    /// As a calendar day.
    Date,
}

/// The values a column offers.
#[derive(Clone, Debug)]
pub enum Choices {
    /// None in particular.
    Any,
    /// A short list.
    Here(Vec<String>),
    /// The values below the header of a column of another sheet.
    Listed {
        /// Name of that sheet.
        sheet: &'static str,
        /// Index of the column.
        column: u16,
        /// How many values.
        count: u32,
    },
}

/// How the values of a column are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ColumnKind {
    /// Words and codes that fit on a line.
    Text,
    /// Words that stand out: what the row is about.
    Label,
    /// Sentences, broken into lines.
    Prose,
    /// Numbers and dates, to the right.
    Number,
    /// The number that matters most in a row.
    Total,
}

impl ColumnKind {
    /// Whether long texts of the column are broken into lines.
    pub const fn breaks_lines(self) -> bool {
        matches!(self, Self::Label | Self::Prose)
    }
}

/// The columns of rows: where one number of a column has decimals, all of it have one, so that they stand below one
/// another.
pub fn with_decimals(columns: Vec<Column>, rows: &[Vec<Value<'_>>]) -> Vec<Column> {
    let has_decimals = |at: usize| rows.iter().any(|row| matches!(row.get(at), Some(Value::Decimal(_))));
    let columns = columns.into_iter().enumerate();
    columns.map(|(at, column)| Column { decimals: has_decimals(at).then_some(1), ..column }).collect()
}

impl Column {
    /// A column without note.
    pub fn new(header: impl Into<String>, width: u16, kind: ColumnKind) -> Self {
        Self {
            header: header.into(),
            width,
            kind,
            heading: Heading::Across,
            note: None,
            decimals: None,
            input: None,
        }
    }

    /// The same with its header written downwards.
    pub fn downwards(self) -> Self {
        Self { heading: Heading::Downwards, ..self }
    }
}
