//! From cells to values, strictly: what is not plainly a date or a number is reported, not guessed.

use chrono::NaiveDate;
use thiserror::Error;

use crate::Cell;

const RAW_CHARS: usize = 80;
const LARGEST_EXACT_INTEGER: f64 = 9_007_199_254_740_991.0;

/// A cell that does not hold what its column asks for.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("\"{raw}\" is not {expected}")]
pub struct BadValue {
    /// The value as the file has it, cut after 80 characters.
    pub raw: String,
    /// What was asked for.
    pub expected: Expected,
}

/// What a cell was asked to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A day, `2023-05-10` or `10.05.2023`.
    Date,
    /// A whole number.
    Integer,
    /// A number with or without decimals.
    Decimal,
    /// Any text.
    Text,
}

impl std::fmt::Display for Expected {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Date => "a date",
            Self::Integer => "a whole number",
            Self::Decimal => "a number",
            Self::Text => "a readable value",
        })
    }
}

/// The day in a cell: a date cell, `2023-05-10`, `10.05.2023` or `1.5.2023`. Years have four digits.
///
/// # Errors
/// Anything else, a bare number included: without a date format a number is no date.
pub fn date(cell: &Cell) -> Result<Option<NaiveDate>, BadValue> {
    match cell {
        Cell::Empty => Ok(None),
        Cell::Date(day) => Ok(Some(*day)),
        Cell::Text(text) => parse_date(text).map(Some).ok_or_else(|| bad(cell, Expected::Date)),
        _ => Err(bad(cell, Expected::Date)),
    }
}

/// The whole number in a cell: digits with an optional sign, or a number cell without decimals.
///
/// # Errors
/// Anything else; also number cells too large to be exact.
pub fn integer(cell: &Cell) -> Result<Option<i64>, BadValue> {
    match cell {
        Cell::Empty => Ok(None),
        Cell::Number(number) if number.fract() == 0.0 && number.abs() <= LARGEST_EXACT_INTEGER => {
            Ok(Some(*number as i64))
        }
        Cell::Text(text) => text.parse().map(Some).map_err(|_| bad(cell, Expected::Integer)),
        _ => Err(bad(cell, Expected::Integer)),
    }
}

/// The number in a cell: digits with an optional sign and one decimal comma or point.
///
/// # Errors
/// Anything else; separators of thousands too, because `1.234` cannot be told from a decimal.
pub fn decimal(cell: &Cell) -> Result<Option<f64>, BadValue> {
    match cell {
        Cell::Empty => Ok(None),
        Cell::Number(number) => Ok(Some(*number)),
        Cell::Text(text) => parse_decimal(text).map(Some).ok_or_else(|| bad(cell, Expected::Decimal)),
        _ => Err(bad(cell, Expected::Decimal)),
    }
}

/// The cell as text, as it was typed as far as the format keeps that: the number 9161.0 is `9161`, a day is
/// `2023-05-10`, a true/false cell is `true` or `false`.
///
/// # Errors
/// Error values such as `#REF!`.
pub fn text(cell: &Cell) -> Result<Option<String>, BadValue> {
    match cell {
        Cell::Empty => Ok(None),
        Cell::Invalid(_) => Err(bad(cell, Expected::Text)),
        _ => Ok(Some(shown(cell))),
    }
}

/// The items of a cell, separated by `;` or `|`, trimmed, empty ones left out.
///
/// # Errors
/// Error values such as `#REF!`.
pub fn list(cell: &Cell) -> Result<Vec<String>, BadValue> {
    let text = text(cell)?.unwrap_or_default();
    let items = text.split([';', '|']).map(str::trim).filter(|item| !item.is_empty());
    Ok(items.map(str::to_owned).collect())
}

fn bad(cell: &Cell, expected: Expected) -> BadValue {
    let raw = shown(cell).chars().take(RAW_CHARS).collect();
    BadValue { raw, expected }
}

pub(crate) fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Invalid(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Date(day) => day.to_string(),
        Cell::Boolean(value) => value.to_string(),
    }
}

fn parse_date(text: &str) -> Option<NaiveDate> {
    let (year, month, day) = match text.split('.').collect::<Vec<_>>()[..] {
        [day, month, year] => (year, digits(month, 1)?, digits(day, 1)?),
        _ => match text.split('-').collect::<Vec<_>>()[..] {
            [year, month, day] => (year, digits(month, 2)?, digits(day, 2)?),
            _ => return None,
        },
    };
    let year = (year.len() == 4).then(|| number(year)).flatten()?;
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

fn digits(text: &str, at_least: usize) -> Option<u32> {
    (at_least..=2).contains(&text.len()).then(|| number(text)).flatten()
}

fn number(text: &str) -> Option<u32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

fn parse_decimal(text: &str) -> Option<f64> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let mut groups = unsigned.splitn(2, [',', '.']);
    let plain = groups.all(|group| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit()));
    let number: f64 = plain.then(|| text.replace(',', ".").parse().ok()).flatten()?;
    number.is_finite().then_some(number)
}
