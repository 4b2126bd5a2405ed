//! A sheet as a plain table, before anything knows of workbooks.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, Utc};

/// One sheet: tables below one another.
pub struct Sheet<'a> {
    /// Name on the tab, at most 31 characters.
    pub name: String,
    /// Whom the sheet is for.
    pub layout: Layout,
    /// What the sheet shows, in the first row of a page.
    pub title: String,
    /// Lines below the title of a page.
    pub lines: Vec<String>,
    /// The tables. A single one keeps its header in sight and can be filtered.
    pub tables: Vec<Table<'a>>,
}

/// One table.
pub struct Table<'a> {
    /// Its heading, where a sheet has several tables.
    pub heading: Option<String>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Indexes of the columns whose change of value begins a new group of rows, the coarsest first.
    pub grouped_by: Vec<usize>,
    /// Its rows, made one by one while they are written, each with a value per column.
    pub rows: Rows<'a>,
}

/// Rows that know how many they are.
pub type Rows<'a> = Box<dyn ExactSizeIterator<Item = Vec<Value<'a>>> + 'a>;

/// A column of a table.
#[derive(Clone, Debug)]
pub struct Column {
    /// Text of the header.
    pub header: String,
    /// Width in characters.
    pub width: u16,
    /// How its values are laid out.
    pub kind: ColumnKind,
    /// How the column is to be read; a note on the header.
    pub note: Option<String>,
    /// What people enter in it, in a sheet to be filled in.
    pub input: Option<Input>,
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

/// Whom a sheet is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// For readers: a title above.
    Page,
    /// For people and programs that fill in or read rows: the header comes first.
    Data,
    /// For the other sheets only.
    Hidden,
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

/// The value of a cell; it reaches the file with this type.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// Nothing.
    Empty,
    /// Text, whatever it looks like.
    Text(Cow<'a, str>),
    /// A whole number.
    Integer(i64),
    /// A number with decimals.
    Decimal(f64),
    /// A share, shown as a percentage.
    Ratio(f64),
    /// A calendar day.
    Date(NaiveDate),
    /// A moment, shown to the second in UTC.
    Moment(DateTime<Utc>),
}

impl ColumnKind {
    /// Whether long texts of the column are broken into lines.
    pub const fn breaks_lines(self) -> bool {
        matches!(self, Self::Label | Self::Prose)
    }
}

impl Column {
    /// A column without note.
    pub fn new(header: impl Into<String>, width: u16, kind: ColumnKind) -> Self {
        Self { header: header.into(), width, kind, note: None, input: None }
    }
}

impl Sheet<'_> {
    /// How many rows its tables have.
    pub fn len(&self) -> u64 {
        self.tables.iter().map(|table| table.rows.len() as u64).sum()
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<u64> for Value<'_> {
    fn from(count: u64) -> Self {
        i64::try_from(count).map_or(Self::Decimal(count as f64), Self::Integer)
    }
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}
