//! A sheet, with what stands above and below its tables.

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};
use texts::{Arg, text_with};

use super::margins::{self, PAGE_HEIGHT, PAGE_WIDTH};
use super::{Planned, Writer, charts, failure, formats};
use crate::WriteError;
use crate::line_break::lines_of;
use crate::table::{Layout, Part, Sheet, row_after};

/// Points of a row whose height is not set.
const DEFAULT_HEIGHT: f64 = 15.0;
const TITLE_HEIGHT: f64 = 30.0;
const HEADING_HEIGHT: f64 = 22.5;
/// From so many rows on a table is read by programs and filters: its cells look as their columns do.
const BULK: usize = 10_000;
/// Digits of the usual font on a line of small print, in per cent.
const SMALL_PRINT: u32 = 120;

/// Where a part of a table goes.
pub struct Place<'a> {
    pub part: &'a Part,
    /// Widths of the sheet's columns, in characters.
    pub widths: &'a [u16],
    pub layout: Layout,
    /// Whether nothing else stands on its sheet.
    pub single: bool,
    /// Whether its cells look as their columns do.
    pub bulk: bool,
}

impl Writer<'_> {
    /// Writes a sheet; a long one becomes several.
    pub fn sheet(&mut self, workbook: &mut Workbook, planned: Planned<'_>) -> Result<(), WriteError> {
        let Planned { mut sheet, parts } = planned;
        let widths = widths(&sheet);
        let lines = sheet.broken_lines();
        let mut tables = std::mem::take(&mut sheet.tables);
        let last_sheet = parts.last().map(|part| part.sheet.clone());
        for on_sheet in parts.chunk_by(|one, next| one.sheet == next.sheet) {
            let name = on_sheet[0].sheet.as_str();
            let fail = |error| failure(error, name);
            self.progress.sheet(name);
            self.report()?;
            let bulk = is_bulk(on_sheet);
            // Programs expect texts in the list that sheets share, which has no room for those of a long table.
            let to = match bulk {
                true => workbook.add_worksheet_with_constant_memory(),
                false => workbook.add_worksheet_with_low_memory(),
            };
            let to = to.map_err(fail)?;
            to.set_name(name).map_err(fail)?;
            margins::set(to, self.document).map_err(fail)?;
            to.set_hidden(sheet.layout == Layout::Hidden);
            for (at, width) in (0..).zip(&widths) {
                to.set_column_width(at, *width).map_err(fail)?;
            }
            let mut height = 0.0;
            if sheet.layout == Layout::Page {
                height += self.heading(to, (&sheet, &lines), on_sheet).map_err(fail)?;
            }
            let single = on_sheet.len() == 1;
            for part in on_sheet {
                let table = &mut tables[part.table];
                if let Some(heading) = &table.heading {
                    let row = part.header - 1;
                    to.write_string_with_format(row, 0, heading, &formats::heading_of_table())
                        .map_err(fail)?;
                    to.set_row_height(row, HEADING_HEIGHT).map_err(fail)?;
                    height += HEADING_HEIGHT;
                }
                let place = Place { part, widths: &widths, layout: sheet.layout, single, bulk };
                height += self.header(to, &table.columns, &place)?;
                height += self.rows(to, table, &place)? + DEFAULT_HEIGHT;
            }
            let mut end =
                End { row: row_after(&on_sheet[on_sheet.len() - 1].rows), height, columns: widths.len() };
            if Some(name) == last_sheet.as_deref() {
                charts::insert(to, (&sheet.charts, &parts), (&widths, &mut end)).map_err(fail)?;
            }
            if sheet.layout == Layout::Page {
                self.funding(to, &widths, &mut end).map_err(fail)?;
            }
            let last = (end.row.saturating_sub(1), (end.columns.max(1) - 1) as u16);
            to.set_print_area(0, 0, last.0, last.1).map_err(fail)?;
            if let [part] = on_sheet {
                to.set_freeze_panes(part.header + 1, 0).map_err(fail)?;
                to.set_repeat_rows(part.header, part.header).map_err(fail)?;
            }
        }
        Ok(())
    }

    /// Writes title and lines, and which part of a long table follows; says how high that is.
    fn heading(
        &self,
        to: &mut Worksheet,
        (sheet, lines): (&Sheet<'_>, &[String]),
        parts: &[Part],
    ) -> Result<f64, XlsxError> {
        to.write_string_with_format(0, 0, &sheet.title, &formats::title())?;
        to.set_row_height(0, TITLE_HEIGHT)?;
        let part = parts.iter().find(|part| part.of > 1);
        let going_on = part.map(|part| {
            let (number, of) = ((part.number + 1).to_string(), part.of.to_string());
            let args =
                [("number", Arg::Text(&number)), ("of", Arg::Text(&of)), ("sheet", Arg::Text(&sheet.name))];
            text_with(self.document.language, "report-line-part", &args)
        });
        let mut row = 1;
        for line in lines.iter().chain(&going_on) {
            to.write_string_with_format(row, 0, line, &formats::line_below_title())?;
            row += 1;
        }
        Ok(TITLE_HEIGHT + DEFAULT_HEIGHT * f64::from(row))
    }

    /// Writes below everything who pays.
    fn funding(&self, to: &mut Worksheet, widths: &[u16], end: &mut End) -> Result<(), XlsxError> {
        let width = widths.iter().map(|width| u32::from(*width)).sum::<u32>().max(100);
        for line in lines_of(self.document.funding, width * SMALL_PRINT / 100) {
            to.write_string_with_format(end.row, 0, line, &formats::funding())?;
            end.row += 1;
        }
        Ok(())
    }
}

/// Where a sheet ends.
pub struct End {
    /// The first free row.
    pub row: u32,
    /// Points of everything above it.
    pub height: f64,
    /// How many columns are used.
    pub columns: usize,
}

impl End {
    /// Points that fit on a page when the columns fill its width.
    pub fn page_height(widths: &[u16]) -> f64 {
        let width: f64 = widths.iter().map(|width| f64::from(pixels(*width)) * 0.75).sum();
        PAGE_HEIGHT * (width / PAGE_WIDTH).max(1.0)
    }
}

/// Whether a sheet is read by programs and filters rather than by eye.
fn is_bulk(parts: &[Part]) -> bool {
    matches!(parts, [part] if part.rows.len() >= BULK)
}

/// Pixels of a column as wide as so many digits.
pub fn pixels(width: u16) -> u32 {
    u32::from(width) * 7 + 5
}

/// The width of each column of a sheet: as wide as the widest of its tables wants it.
fn widths(sheet: &Sheet<'_>) -> Vec<u16> {
    let count = sheet.tables.iter().map(|table| table.columns.len()).max().unwrap_or(0);
    let widest = |at: usize| {
        let columns = sheet.tables.iter().filter_map(|table| table.columns.get(at));
        columns.map(|column| column.width).max().unwrap_or(0)
    };
    (0..count).map(widest).collect()
}
