use chrono::NaiveDate;

/// The rows of one CSV file or of one sheet of a workbook.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Name of the file as the caller gave it.
    pub file: String,
    /// Name of the sheet; `None` for a CSV file.
    pub sheet: Option<String>,
    /// Trimmed column names from the first row that is not empty. Names are unique regardless of case;
    /// a column without a name between named ones keeps an empty name.
    pub header: Vec<String>,
    /// Every row below the header that holds a value, in file order.
    pub rows: Vec<Row>,
}

/// One row below the header.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Number a person sees: the row number of a sheet, or the line of a CSV file on which the record starts. From 1.
    pub number: u32,
    /// As many cells as the header has columns, in the header's order; missing ones are [`Cell::Empty`].
    pub cells: Vec<Cell>,
    /// The row holds values beyond the last column of the header. They are not kept.
    pub extra_cells: bool,
}

/// One value as the file's format tells it. CSV knows only [`Cell::Empty`] and [`Cell::Text`].
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing, or nothing but blanks.
    Empty,
    /// Trimmed, never empty.
    Text(String),
    /// A finite number.
    Number(f64),
    /// A day; a time of day in the same cell is dropped.
    Date(NaiveDate),
    /// A cell of the type true/false.
    Boolean(bool),
    /// An error value such as `#REF!`, or a value that cannot be represented, as the file writes it.
    Invalid(String),
}

impl Cell {
    /// A text cell, or an empty one when nothing remains after trimming.
    pub fn text(raw: &str) -> Self {
        match raw.trim() {
            "" => Self::Empty,
            trimmed => Self::Text(trimmed.to_owned()),
        }
    }

    /// Whether the cell holds no value.
    pub fn is_empty(&self) -> bool {
        *self == Self::Empty
    }
}
