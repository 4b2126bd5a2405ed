//! The header of a table, and the table as an object of its own.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, Formula, Table as Object, TableColumn, TableStyle, Worksheet,
    XlsxError, utility::row_col_to_cell_absolute,
};
use texts::Language;

use super::formats::{self, header, header_downwards, optional_header};
use super::package::TableRange;
use super::paper::points;
use super::sheet::Place;
use super::{Writer, failure};
use crate::WriteError;
use crate::line_break::{lines_needed, wrapped};
use crate::look::NumberLook;
use crate::table::{Choices, Column, Heading, Input, InputKind, Layout, row_after};

const LAST_ROW: u32 = 1_048_575;
const LINE_HEIGHT: f64 = 12.75;
/// Points beside one another that a line written downwards takes, and points that a letter takes along it.
const LINE_DOWNWARDS: f64 = 12.0;
const LETTER_DOWNWARDS: f64 = 5.8;
/// Points at the end of a header written downwards that the button that filters takes.
const BUTTON: f64 = 18.0;

impl Writer<'_> {
    /// Writes the header of a part of a table and makes the part an object; says how high the header is, in points.
    pub fn header(
        &mut self,
        to: &mut Worksheet,
        columns: &[Column],
        place: &Place<'_>,
    ) -> Result<f64, WriteError> {
        let row = place.part.header;
        let heights = columns.iter().zip(place.widths).map(|(column, width)| height(column, *width));
        let height = heights.fold(LINE_HEIGHT, f64::max) + 9.0;
        let range = TableRange {
            header: row,
            last: row_after(&place.part.rows) - 2,
            columns: (columns.len() - 1) as u16,
        };
        let made = self.object(columns, place).and_then(|object| {
            to.set_row_height(row, height)?;
            to.add_table(row, 0, range.told(), range.columns, &object)?;
            for (at, column) in (0..).zip(columns) {
                self.column(to, column, (row, at))?;
            }
            Ok(())
        });
        made.map_err(|error| failure(error, &place.part.sheet))?;
        self.tables.push(range);
        Ok(height)
    }

    fn object(&self, columns: &[Column], place: &Place<'_>) -> Result<Object, XlsxError> {
        let column = |column: &Column| {
            let format = match &column.input {
                Some(Input { required: false, .. }) => optional_header(),
                _ if column.heading == Heading::Downwards => header_downwards(column.kind),
                _ => header(column.kind),
            };
            TableColumn::new().set_header(&column.header).set_header_format(format)
        };
        let letter = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '_' };
        let sheet: String = place.part.sheet.chars().map(letter).collect();
        let columns: Vec<_> = columns.iter().map(column).collect();
        Ok(Object::new()
            .set_name(format!("Table_{}_{sheet}", self.tables.len() + 1))
            .set_style(TableStyle::None)
            .set_banded_rows(false)
            .set_autofilter(place.single && place.layout != Layout::Hidden)
            .set_columns(&columns))
    }

    fn column(&self, to: &mut Worksheet, column: &Column, (row, at): (u32, u16)) -> Result<(), XlsxError> {
        if let Some(text) = &column.note {
            to.insert_note(row, at, &formats::note(text, self.document.author))?;
        }
        match &column.input {
            Some(input) => prepare(to, input, (at, self.document.language)),
            None => Ok(()),
        }
    }
}

/// Points that the header of a column takes from top to bottom.
fn height(column: &Column, width: u16) -> f64 {
    match column.heading {
        Heading::Across => f64::from(lines_needed(&column.header, width)) * LINE_HEIGHT,
        Heading::Downwards => {
            let lines = ((points(width) / LINE_DOWNWARDS) as usize).max(1);
            let longest = column.header.chars().count();
            let fits = |letters: &usize| wrapped(&column.header, *letters).len() <= lines;
            (1..longest).find(fits).unwrap_or(longest) as f64 * LETTER_DOWNWARDS + BUTTON
        }
    }
}

/// Prepares a column that people fill in.
fn prepare(to: &mut Worksheet, input: &Input, (at, language): (u16, Language)) -> Result<(), XlsxError> {
    let look = match input.kind {
        InputKind::Text => NumberLook::Text.code(None, language),
        InputKind::Number => "General",
        InputKind::Date => NumberLook::Date.code(None, language),
    };
    to.set_column_format(at, &formats::plain().set_num_format(look))?;
    let list = DataValidation::new().set_error_style(DataValidationErrorStyle::Warning);
    let list = match &input.choices {
        Choices::Any => return Ok(()),
        Choices::Here(codes) => list.allow_list_strings(codes)?,
        Choices::Listed { sheet, column, count } => {
            let cell = |row| row_col_to_cell_absolute(row, *column);
            list.allow_list_formula(Formula::new(format!("={sheet}!{}:{}", cell(1), cell(*count))))
        }
    };
    to.add_data_validation(1, at, LAST_ROW, at, &list)?;
    Ok(())
}
