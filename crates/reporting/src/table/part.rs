//! Where tables stand, known before their first row is made.

use std::ops::Range;

use super::{Sheet, Table};
use crate::line_break::lines_of;

/// Characters a sheet's name may have.
const LONGEST_NAME: usize = 31;

/// How a workbook is laid out.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Rows of a table on one sheet; what is left goes on on further sheets.
    pub rows_per_sheet: u32,
}

impl Default for Options {
    fn default() -> Self {
        Self { rows_per_sheet: 1_000_000 }
    }
}

/// A table or a part of it on one sheet of the file. Rows count from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Name of the sheet in the file.
    pub sheet: String,
    /// Index of the table.
    pub table: usize,
    /// Which part of its table, from 0.
    pub number: usize,
    /// How many parts its table has.
    pub of: usize,
    /// The row of the header.
    pub header: u32,
    /// The rows below it that hold values.
    pub rows: Range<u32>,
}

impl Part {
    /// A cell of the part for use in a formula: `row` from 0 below the header.
    pub fn cell(&self, row: u32, column: usize) -> String {
        format!("{}!${}${}", quoted(&self.sheet), letters(column), self.rows.start + row + 1)
    }

    /// The same cell for use in a formula on the same sheet.
    pub fn local_cell(&self, row: u32, column: usize) -> String {
        format!("${}${}", letters(column), self.rows.start + row + 1)
    }

    /// A column of the part for use in a formula; of a part without rows, the empty row below its header.
    pub fn range(&self, column: usize) -> String {
        let (first, last) = (self.rows.start + 1, self.rows.end.max(self.rows.start + 1));
        let column = letters(column);
        format!("{}!${column}${first}:${column}${last}", quoted(&self.sheet))
    }
}

impl Sheet<'_> {
    /// Where its tables will stand, in the order of the tables and, within one, of the rows.
    pub fn parts(&self, options: &Options) -> Vec<Part> {
        let per_sheet = match self.layout.is_titled() {
            true => options.rows_per_sheet.max(1) as usize,
            false => usize::MAX,
        };
        let goes_on = self.tables.iter().any(|table| table.rows.len() > per_sheet);
        let top = self.rows_above(goes_on);
        let mut row = top;
        let mut sheet = 1;
        let mut parts = Vec::new();
        for (index, table) in self.tables.iter().enumerate() {
            let of = table.rows.len().div_ceil(per_sheet).max(1);
            for number in 0..of {
                if number > 0 {
                    sheet += 1;
                    row = top;
                }
                let rows = (table.rows.len() - number * per_sheet).min(per_sheet) as u32;
                let header = row + u32::from(table.heading.is_some());
                let rows = header + 1..(header + 1).saturating_add(rows);
                row = row_after(&rows);
                parts.push(Part {
                    sheet: numbered(&self.name, sheet),
                    table: index,
                    number,
                    of,
                    header,
                    rows,
                });
            }
        }
        parts
    }

    /// Rows of title and lines above the tables, and the empty one below them.
    fn rows_above(&self, goes_on: bool) -> u32 {
        match self.layout.is_titled() {
            true => 2 + self.broken_lines().len() as u32 + u32::from(goes_on) + u32::from(self.is_bulk()),
            false => 0,
        }
    }

    /// The lines below the title, broken where the tables end.
    pub(crate) fn broken_lines(&self) -> Vec<String> {
        let width = self.tables.iter().map(Table::width).max().unwrap_or(0).max(100);
        self.lines.iter().flat_map(|line| lines_of(line, width)).collect()
    }
}

/// The first row that is free for what comes below a table: one stays empty, and a table has one row at least.
pub fn row_after(rows: &Range<u32>) -> u32 {
    rows.end.max(rows.start.saturating_add(1)).saturating_add(1)
}

/// The name of a further sheet, as long as a name may be.
fn numbered(name: &str, number: usize) -> String {
    if number == 1 {
        return name.to_owned();
    }
    let number = format!(" {number}");
    let start: String = name.chars().take(LONGEST_NAME - number.len()).collect();
    format!("{}{number}", start.trim_end())
}

/// A sheet's name in a formula.
pub fn quoted(sheet: &str) -> String {
    format!("'{}'", sheet.replace('\'', "''"))
}

/// The letters of a column, counted from 0.
fn letters(column: usize) -> String {
    let mut rest = column + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}
