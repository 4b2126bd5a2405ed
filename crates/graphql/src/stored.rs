//! Codes as they are stored, read as the closed sets they belong to.

use std::str::FromStr;

use crate::error::Result;

/// The value of a stored code; `place` is the table and the column.
///
/// # Errors
/// `INTERNAL` when the database holds a code that is none of ours.
pub fn code<T: FromStr>(code: &str, place: (&'static str, &'static str)) -> Result<T> {
    let (table, column) = place;
    Ok(code.parse().map_err(|_| domain::Error::Inconsistent { table, column })?)
}
