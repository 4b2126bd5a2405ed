//! A sheet as a plain table, before anything knows of workbooks.

mod chart;
mod column;
mod part;
mod value;

use std::error::Error;

pub use chart::{Chart, ChartKind, Series};
pub use column::{Choices, Column, ColumnKind, Heading, Input, InputKind, with_decimals};
pub use part::{Options, Part, quoted, row_after};
pub use value::Value;

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
    /// Charts of what is in the tables; they stand below them.
    pub charts: Vec<Chart>,
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

/// Rows that know how many they are. A source that fails ends the workbook.
pub type Rows<'a> = Box<dyn ExactSizeIterator<Item = Result<Vec<Value<'a>>, SourceError>> + 'a>;

/// Why rows did not come.
pub type SourceError = Box<dyn Error + Send + Sync>;

/// Rows from where nothing can fail.
pub fn given<'a, I>(rows: I) -> Rows<'a>
where
    I: IntoIterator<Item = Vec<Value<'a>>>,
    I::IntoIter: ExactSizeIterator + 'a,
{
    Box::new(rows.into_iter().map(Ok))
}

/// Rows from which on a table is too long to be read by eye.
const BULK: usize = 10_000;

/// Whom a sheet is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// For readers: a title above.
    Page,
    /// The same about one unit after another, which are the coarsest groups of its rows: no unit that fits on a printed page is
    /// torn between two.
    Units,
    /// A page for readers that is printed upright on a single page.
    Cover,
    /// For people and programs that fill in or read rows: the header comes first.
    Data,
    /// For the other sheets only.
    Hidden,
}

impl Layout {
    /// Whether there is a title above and who pays below.
    pub const fn is_titled(self) -> bool {
        matches!(self, Self::Page | Self::Units | Self::Cover)
    }
}

impl Table<'_> {
    /// Whether its rows stand close together: those of a table of many narrow columns.
    pub fn is_dense(&self) -> bool {
        self.columns.iter().any(|column| column.heading == Heading::Downwards)
    }

    /// Width of all columns, in characters.
    pub fn width(&self) -> u32 {
        self.columns.iter().map(|column| u32::from(column.width)).sum()
    }
}

impl Sheet<'_> {
    /// Whether it is read by programs and filters rather than by eye: its cells look as their columns do, and of what is
    /// titled only the beginning is printed.
    pub fn is_bulk(&self) -> bool {
        matches!(self.tables.as_slice(), [table] if table.rows.len() >= BULK)
    }

    /// How many rows its tables have.
    pub fn row_count(&self) -> u64 {
        self.tables.iter().map(|table| table.rows.len() as u64).sum()
    }
}
