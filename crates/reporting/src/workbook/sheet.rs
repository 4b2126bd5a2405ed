//! A sheet, with what stands above and below its tables.

use std::ops::Range;

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};
use texts::{Arg, text, text_with};

use super::pages::Group;
use super::paper::Paper;
use super::{Planned, Writer, charts, failure, formats, margins, pages};
use crate::WriteError;
use crate::line_break::lines_of;
use crate::table::{Column, ColumnKind, Layout, Part, Sheet, row_after};

/// Points of a row whose height is not set.
const DEFAULT_HEIGHT: f64 = 15.0;
const TITLE_HEIGHT: f64 = 30.0;
const HEADING_HEIGHT: f64 = 22.5;
/// Digits of the usual font on a line of small print, in per cent.
const SMALL_PRINT: u32 = 120;
/// Columns that stay in sight are not wider than so many digits together: half of a usual screen.
const WIDEST_IN_SIGHT: u32 = 80;

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
        let paper = Paper::of(sheet.layout, &widths);
        let bulk = sheet.is_bulk();
        let mut lines = sheet.broken_lines();
        if bulk {
            lines.push(text(self.document.language, "report-line-first-page"));
        }
        let mut tables = std::mem::take(&mut sheet.tables);
        let last_sheet = parts.last().map(|part| part.sheet.clone());
        for on_sheet in parts.chunk_by(|one, next| one.sheet == next.sheet) {
            let name = on_sheet[0].sheet.as_str();
            let fail = |error| failure(error, name);
            self.progress.sheet(name);
            self.report()?;
            // Programs expect texts in the list that sheets share, which has no room for those of a long table.
            let to = match bulk {
                true => workbook.add_worksheet_with_constant_memory(),
                false => workbook.add_worksheet_with_low_memory(),
            };
            let to = to.map_err(fail)?;
            to.set_name(name).map_err(fail)?;
            margins::set(to, paper, self.document).map_err(fail)?;
            to.set_hidden(sheet.layout == Layout::Hidden);
            for (at, width) in (0..).zip(&widths) {
                to.set_column_width(at, *width).map_err(fail)?;
            }
            let lined = if bulk { widths.len() as u16 } else { 0 };
            let (mut height, mut above, mut repeated) = (0.0, 0.0, 0.0);
            let mut groups = Vec::new();
            if sheet.layout.is_titled() {
                height += self.heading(to, (&sheet, &lines), (on_sheet, lined)).map_err(fail)?;
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
                repeated = self.header(to, &table.columns, &place)?;
                height += repeated;
                above = height;
                groups = self.rows(to, table, &place)?;
                height += groups.iter().map(|group| group.height).sum::<f64>() + DEFAULT_HEIGHT;
            }
            let mut end = End {
                row: row_after(&on_sheet[on_sheet.len() - 1].rows),
                height,
                columns: widths.len(),
                repeated: if single { repeated } else { 0.0 },
                groups: if sheet.layout == Layout::Units && single { groups } else { Vec::new() },
                above,
                is_one_page: false,
                breaks: Vec::new(),
            };
            if Some(name) == last_sheet.as_deref() {
                charts::insert(to, (&sheet.charts, &parts), (paper, &widths, &mut end)).map_err(fail)?;
            }
            if sheet.layout.is_titled() {
                self.funding(to, &widths, &mut end).map_err(fail)?;
            }
            let last = match on_sheet {
                [part] if bulk && sheet.layout.is_titled() => {
                    let room = pages::beginning(to, paper, &widths) - above;
                    part.rows.end.min(part.rows.start + (room / DEFAULT_HEIGHT) as u32)
                }
                _ => {
                    pages::lay_out(to, (paper, &widths), &end).map_err(fail)?;
                    end.row
                }
            };
            to.set_print_area(0, 0, last.max(1) - 1, (end.columns.max(1) - 1) as u16).map_err(fail)?;
            if on_sheet.len() > 1 && sheet.layout.is_titled() {
                // there is no header that all rows have: the title stays in sight
                to.set_freeze_panes(1, 0).map_err(fail)?;
                to.set_repeat_rows(0, 0).map_err(fail)?;
            }
            if let [part] = on_sheet {
                let beside = in_sight(&tables[part.table].columns);
                to.set_freeze_panes(part.header + 1, beside).map_err(fail)?;
                to.set_repeat_rows(part.header, part.header).map_err(fail)?;
                if beside > 0 {
                    to.set_repeat_columns(0, beside - 1).map_err(fail)?;
                }
            }
        }
        Ok(())
    }

    /// Writes title and lines, and which part of a long table follows; says how high that is. `lined` columns have lines,
    /// which belong to the table alone.
    fn heading(
        &self,
        to: &mut Worksheet,
        (sheet, lines): (&Sheet<'_>, &[String]),
        (parts, lined): (&[Part], u16),
    ) -> Result<f64, XlsxError> {
        to.write_string_with_format(0, 0, &sheet.title, &formats::title())?;
        without_lines(to, 0, 1..lined)?;
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
            without_lines(to, row, 1..lined)?;
            row += 1;
        }
        without_lines(to, row, 0..lined)?;
        Ok(TITLE_HEIGHT + DEFAULT_HEIGHT * f64::from(row))
    }

    /// Writes below everything who pays, parted from it by a line.
    fn funding(&self, to: &mut Worksheet, widths: &[u16], end: &mut End) -> Result<(), XlsxError> {
        let width = widths.iter().map(|width| u32::from(*width)).sum::<u32>().max(100);
        for column in 1..widths.len() as u16 {
            to.write_blank(end.row, column, &formats::first_of_funding())?;
        }
        let mut look = formats::first_of_funding();
        for line in lines_of(self.document.funding, width * SMALL_PRINT / 100) {
            to.write_string_with_format(end.row, 0, line, &look)?;
            look = formats::funding();
            end.row += 1;
            end.height += DEFAULT_HEIGHT;
        }
        Ok(())
    }
}

/// Takes the lines that columns have from a row above the table.
fn without_lines(to: &mut Worksheet, row: u32, columns: Range<u16>) -> Result<(), XlsxError> {
    for column in columns {
        to.write_blank(row, column, &formats::line_below_title())?;
    }
    Ok(())
}

/// Where a sheet ends.
pub struct End {
    /// The first free row.
    pub row: u32,
    /// Points of everything above it, from the last of the breaks on.
    pub height: f64,
    /// How many columns are used.
    pub columns: usize,
    /// Points of the header that stands again on every page.
    pub repeated: f64,
    /// The units, in a sheet about one after another.
    pub groups: Vec<Group>,
    /// Points of everything above the first of them.
    pub above: f64,
    /// Whether all of it belongs on one page.
    pub is_one_page: bool,
    /// Rows that begin a page.
    pub breaks: Vec<u32>,
}

/// How many columns stay in sight beside those further right: up to the last that says what a row is about, as far as
/// they leave room.
fn in_sight(columns: &[Column]) -> u16 {
    let mut width = 0;
    let mut count = 0;
    for (at, column) in (1..).zip(columns) {
        width += u32::from(column.width);
        if column.kind == ColumnKind::Label && width <= WIDEST_IN_SIGHT {
            count = at;
        }
    }
    count
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
