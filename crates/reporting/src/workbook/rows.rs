//! The rows of a table.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::cells::{Cell, put};
use super::names::Spot;
use super::pages::Group;
use super::sheet::Place;
use super::{Writer, failure, formats};
use crate::WriteError;
use crate::look::{Edge, Fit, Style};
use crate::table::{Column, Table, Value};
use texts::Language;

const LINE_HEIGHT: f64 = 12.75;
/// Points that keep text off the lines between rows, and in a dense table.
const PADDING: f64 = 6.0;
const DENSE_PADDING: f64 = 3.0;

impl Writer<'_> {
    /// Writes the rows of a part of a table below its header and says how high the groups of them are.
    pub fn rows(
        &mut self,
        to: &mut Worksheet,
        table: &mut Table<'_>,
        place: &Place<'_>,
    ) -> Result<Vec<Group>, WriteError> {
        let part = place.part;
        let bulk = place.bulk;
        let mut grid = Grid::new(&table.columns, place.widths, self.document.language);
        let padding = if table.is_dense() { DENSE_PADDING } else { PADDING };
        let mut above = Vec::new();
        let mut groups: Vec<Group> = Vec::new();
        let mut written = 0;
        for (row, values) in part.rows.clone().zip(&mut table.rows) {
            let values = values.map_err(WriteError::Source)?;
            if values.len() > table.columns.len() {
                return Err(WriteError::Workbook("a row has more values than its table has columns".into()));
            }
            let edge = match bulk {
                true => Edge::Bulk,
                false => Edge::between(&above, &values, &table.grouped_by),
            };
            let mut lines = 1;
            for index in 0..table.columns.len() {
                let value = values.get(index).unwrap_or(&Value::Empty);
                let spot = Spot { sheet: &part.sheet, row, column: index as u16 };
                let value = self.plain(to, spot, value)?;
                if bulk && *value == Value::Empty {
                    continue;
                }
                let fail = |error| match failure(error, &part.sheet) {
                    WriteError::TextTooLong { sheet, .. } => {
                        WriteError::TextTooLong { sheet, column: table.columns[index].header.clone() }
                    }
                    other => other,
                };
                let (style, needed) = grid.style(value, edge, index);
                lines = lines.max(needed);
                if bulk {
                    grid.shape_column(to, (index, style)).map_err(|error| failure(error, &part.sheet))?;
                }
                let format = grid.format(index, style);
                put(to, Cell { row, column: index as u16, value, format }).map_err(fail)?;
            }
            if !bulk {
                let high = f64::from(lines) * LINE_HEIGHT + padding;
                to.set_row_height(row, high).map_err(|error| failure(error, &part.sheet))?;
                match groups.last_mut().filter(|_| edge != Edge::Group) {
                    Some(group) => group.height += high,
                    None => groups.push(Group { row, height: high }),
                }
                above = values;
            }
            written += 1;
            self.row_done()?;
        }
        if bulk {
            grid.shape_the_rest(to).map_err(|error| failure(error, &part.sheet))?;
        }
        let more = part.number + 1 == part.of && table.rows.next().is_some();
        if written != part.rows.len() || more {
            return Err(WriteError::Source("there are not as many rows as were announced".into()));
        }
        Ok(groups)
    }

    /// The value itself; its name is given and what is said about it noted.
    fn plain<'v, 'a>(
        &mut self,
        to: &mut Worksheet,
        spot: Spot<'_>,
        value: &'v Value<'a>,
    ) -> Result<&'v Value<'a>, WriteError> {
        match value {
            Value::Named { value, name } => {
                self.names.give(name, spot)?;
                self.plain(to, spot, value)
            }
            Value::Noted { value, note } => {
                to.insert_note(spot.row, spot.column, &formats::note(note, self.document.author))
                    .map_err(|error| failure(error, spot.sheet))?;
                self.plain(to, spot, value)
            }
            value => Ok(value),
        }
    }
}

/// The looks of a table's columns. The library looks formats up by all they say, which takes longer than writing a
/// number; so each is made once, and a column of a long table gets the one its first value has.
struct Grid<'t> {
    columns: &'t [Column],
    widths: &'t [u16],
    language: Language,
    formats: Vec<Vec<(Style, Option<Format>)>>,
}

impl<'t> Grid<'t> {
    fn new(columns: &'t [Column], widths: &'t [u16], language: Language) -> Self {
        Self { columns, widths, language, formats: vec![Vec::new(); columns.len()] }
    }

    /// Gives a column the look of its first value.
    fn shape_column(&mut self, to: &mut Worksheet, (index, style): (usize, Style)) -> Result<(), XlsxError> {
        if self.formats[index].is_empty() {
            to.set_column_format(index as u16, &formats::format(style, self.language))?;
            self.formats[index].push((style, None));
        }
        Ok(())
    }

    /// Gives the columns without a value the look of nothing.
    fn shape_the_rest(&mut self, to: &mut Worksheet) -> Result<(), XlsxError> {
        for (index, column) in self.columns.iter().enumerate() {
            self.shape_column(to, (index, Style::new(&Value::Empty, column, Edge::Bulk)))?;
        }
        Ok(())
    }

    /// The look of a value in a column, and how many lines it takes.
    fn style(&self, value: &Value<'_>, edge: Edge, index: usize) -> (Style, u32) {
        let style = Style::new(value, &self.columns[index], edge);
        match value {
            Value::Text(text) if edge != Edge::Bulk => {
                let (fit, lines) = Fit::of(text, self.columns[index].kind, self.widths[index]);
                (Style { fit, ..style }, lines)
            }
            _ => (style, 1),
        }
    }

    fn format(&mut self, index: usize, style: Style) -> Option<&Format> {
        let known = &mut self.formats[index];
        let place = known.iter().position(|(of, _)| *of == style).unwrap_or_else(|| {
            known.push((style, Some(formats::format(style, self.language))));
            known.len() - 1
        });
        known[place].1.as_ref()
    }
}
