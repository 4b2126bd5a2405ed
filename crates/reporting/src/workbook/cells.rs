//! A value becomes a cell.

use chrono::Datelike;
use rust_xlsxwriter::{Format, Formula, Worksheet, XlsxError};

use crate::table::Value;

/// A cell and its look; without one it looks as its column does.
pub struct Cell<'a> {
    pub row: u32,
    pub column: u16,
    pub value: &'a Value<'a>,
    pub format: Option<&'a Format>,
}

/// Writes a cell with the type of its value.
pub fn put(to: &mut Worksheet, cell: Cell<'_>) -> Result<(), XlsxError> {
    let Cell { row, column, value, format } = cell;
    match (value, format) {
        (Value::Empty, None) => {}
        (Value::Empty, Some(format)) => {
            to.write_blank(row, column, format)?;
        }
        (Value::Text(text), None) => {
            to.write_string(row, column, text.as_ref())?;
        }
        (Value::Text(text), Some(format)) => {
            to.write_string_with_format(row, column, text.as_ref(), format)?;
        }
        (Value::Integer(number), format) => number_cell(to, (row, column, *number as f64), format)?,
        (Value::Decimal(number) | Value::Hours(number) | Value::Ratio(number), format) => {
            number_cell(to, (row, column, *number), format)?;
        }
        // The calendar of workbooks begins in 1900.
        (Value::Date(day), format) if day.year() < 1900 => {
            put(to, Cell { row, column, value: &Value::from(day.to_string()), format })?;
        }
        (Value::Date(day), None) => {
            to.write_datetime(row, column, day)?;
        }
        (Value::Date(day), Some(format)) => {
            to.write_datetime_with_format(row, column, day, format)?;
        }
        (Value::Moment(at), None) => {
            to.write_datetime(row, column, at.naive_utc())?;
        }
        (Value::Moment(at), Some(format)) => {
            to.write_datetime_with_format(row, column, at.naive_utc(), format)?;
        }
        (Value::Formula { formula, result }, format) => {
            let formula = Formula::new(formula.as_str()).set_result(cached(result)?);
            match format {
                Some(format) => to.write_formula_with_format(row, column, formula, format)?,
                None => to.write_formula(row, column, formula)?,
            };
        }
        (Value::Named { value, .. } | Value::Noted { value, .. }, format) => {
            put(to, Cell { row, column, value, format })?;
        }
    }
    Ok(())
}

/// Numbers beyond the range of numbers would become words.
fn number_cell(
    to: &mut Worksheet,
    (row, column, number): (u32, u16, f64),
    format: Option<&Format>,
) -> Result<(), XlsxError> {
    if !number.is_finite() {
        return Err(XlsxError::CustomError(format!("{number} is no number of a cell")));
    }
    match format {
        Some(format) => to.write_number_with_format(row, column, number, format)?,
        None => to.write_number(row, column, number)?,
    };
    Ok(())
}

/// The result of a formula as it stands in the file.
fn cached(result: &Value<'_>) -> Result<String, XlsxError> {
    use rust_xlsxwriter::IntoExcelDateTime as _;
    Ok(match result {
        Value::Empty => String::new(),
        // The library tells words from numbers by how they look.
        Value::Text(text) if text.parse::<f64>().is_ok() || matches!(text.as_ref(), "TRUE" | "FALSE") => {
            return Err(XlsxError::CustomError(format!(
                "`{text}` would be no text as the result of a formula"
            )));
        }
        Value::Text(text) => text.to_string(),
        Value::Integer(number) => number.to_string(),
        Value::Decimal(number) | Value::Hours(number) | Value::Ratio(number) => number.to_string(),
        Value::Date(day) => day.to_excel_serial_date().to_string(),
        Value::Moment(at) => at.naive_utc().to_excel_serial_date().to_string(),
        Value::Formula { result: value, .. } | Value::Named { value, .. } | Value::Noted { value, .. } => {
            cached(value)?
        }
    })
}
