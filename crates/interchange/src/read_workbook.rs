use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use chrono::{Days, NaiveDate};

use crate::{
    Cell, Format, Limits, ReadError, Table,
    builder::{Budget, TableBuilder},
    container,
    metered::Metered,
};

const MAX_ROW: u32 = 1_048_575;
const MAX_COLUMN: u32 = 16_383;
/// Shown for a formula whose result the program that wrote the file never saved.
const NEVER_CALCULATED: &str = "= ?";
const MILLISECONDS_PER_DAY: f64 = 86_400_000.0;

type Workbook<'a> = Xlsx<Metered<'a>>;

/// Reads the visible sheets of an `.xlsx` workbook in their order; sheets without any value are left out.
/// A formula counts as the value it was saved with; without one it is [`Cell::Invalid`], and so is an error value.
///
/// # Errors
/// Contents that are no workbook, are incomplete, damaged or password-protected; a column name that occurs twice in
/// any visible sheet; no value in any sheet; a passed limit, judged by what the parts really unpack to.
pub fn read_workbook(name: &str, bytes: &[u8], limits: &Limits) -> Result<Vec<Table>, ReadError> {
    limits.check_file(bytes.len() as u64)?;
    match Format::of(bytes) {
        Format::Zip => container::inspect(bytes, limits)?,
        Format::Encrypted => return Err(ReadError::Encrypted),
        Format::Text if bytes.is_empty() => return Err(ReadError::Truncated),
        found => {
            return Err(ReadError::WrongFormat { expected: Format::Workbook, found });
        }
    }
    // calamine's arithmetic on cell references overflows on absurd ones, which panics where overflow is checked
    let tables = catch_unwind(AssertUnwindSafe(|| sheets(name, bytes, limits)))
        .unwrap_or_else(|_| Err(ReadError::Unreadable("an absurd cell reference".into())))?;
    if tables.is_empty() { Err(ReadError::NoHeader) } else { Ok(tables) }
}

fn sheets(name: &str, bytes: &[u8], limits: &Limits) -> Result<Vec<Table>, ReadError> {
    let mut workbook = Workbook::new(Metered::new(bytes)).map_err(damaged)?;
    let mut budget = Budget::new(limits);
    let mut tables = Vec::new();
    for sheet in workbook.sheets_metadata().to_vec() {
        if sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet {
            let table = TableBuilder::new(limits, &mut budget, Some(&sheet.name));
            tables.extend(fill(table, &mut workbook, &sheet.name)?.finish(name));
        }
    }
    Ok(tables)
}

fn fill<'a>(
    mut table: TableBuilder<'a>,
    workbook: &mut Workbook<'_>,
    sheet: &str,
) -> Result<TableBuilder<'a>, ReadError> {
    let epoch = Epoch { from_1904: workbook.has_1904_epoch() };
    let mut reader = workbook.worksheet_cells_reader(sheet).map_err(damaged)?;
    let (mut row, mut cells) = (0, Vec::new());
    while let Some(found) = reader.next_cell_with_formula_metadata().map_err(damaged)? {
        let cell = match epoch.cell(&found.value) {
            Cell::Empty if found.formula.is_some() => Cell::Invalid(NEVER_CALCULATED.to_owned()),
            Cell::Empty => continue,
            cell => cell,
        };
        let (at_row, at_column) = found.pos;
        if at_row > MAX_ROW || at_column > MAX_COLUMN {
            return Err(ReadError::Unreadable("a cell outside the sheet".into()));
        }
        if at_row != row {
            table.push(row + 1, std::mem::take(&mut cells))?;
            row = at_row;
        }
        let column = at_column as usize;
        if cells.len() <= column {
            cells.resize(column + 1, Cell::Empty);
        }
        cells[column] = cell;
    }
    table.push(row + 1, cells)?;
    Ok(table)
}

/// The day from which a workbook counts its dates.
struct Epoch {
    from_1904: bool,
}

impl Epoch {
    fn cell(&self, value: &DataRef<'_>) -> Cell {
        match value {
            DataRef::Empty => Cell::Empty,
            DataRef::String(text) => Cell::text(text),
            DataRef::SharedString(text) => Cell::text(text),
            DataRef::Int(number) => Cell::Number(*number as f64),
            DataRef::Float(number) => finite(*number),
            DataRef::Bool(value) => Cell::Boolean(*value),
            DataRef::DateTime(moment) => self.day(moment),
            DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => iso_day(text),
            DataRef::Error(error) => Cell::Invalid(error.to_string()),
        }
    }

    /// The day of a date cell. What has no day stays the number it is: durations, times of day, and day 60 of the
    /// 1900 system, 29 February 1900, which Excel counts although it never was.
    fn day(&self, moment: &ExcelDateTime) -> Cell {
        let serial = moment.as_f64();
        let whole = ((serial * MILLISECONDS_PER_DAY).round() / MILLISECONDS_PER_DAY).floor();
        let first_of_1900 = if whole < 60.0 { (1899, 12, 31) } else { (1899, 12, 30) };
        let (year, month, day) = if self.from_1904 { (1904, 1, 1) } else { first_of_1900 };
        let has_day = moment.is_datetime() && (self.from_1904 || (whole >= 1.0 && whole != 60.0));
        if !has_day || !(0.0..2_958_466.0).contains(&whole) {
            return finite(serial);
        }
        NaiveDate::from_ymd_opt(year, month, day)
            .and_then(|start| start.checked_add_days(Days::new(whole as u64)))
            .map_or_else(|| finite(serial), Cell::Date)
    }
}

fn finite(number: f64) -> Cell {
    if number.is_finite() { Cell::Number(number) } else { Cell::Invalid(number.to_string()) }
}

fn iso_day(text: &str) -> Cell {
    let day = text.split('T').next().and_then(|day| day.parse().ok());
    day.map_or_else(|| Cell::Invalid(text.to_owned()), Cell::Date)
}

fn damaged(error: XlsxError) -> ReadError {
    match error {
        XlsxError::Password => ReadError::Encrypted,
        error => ReadError::Unreadable(error.into()),
    }
}
