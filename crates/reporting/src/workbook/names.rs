//! Names that formulas and scripts find cells by.

use std::collections::BTreeMap;

use rust_xlsxwriter::utility::row_col_to_cell_absolute;

use crate::WriteError;
use crate::table::quoted;

/// The names given so far; two that differ by case alone are the same.
#[derive(Default)]
pub struct Names {
    places: BTreeMap<String, (String, String)>,
}

/// A cell of a sheet, rows and columns from 0.
#[derive(Clone, Copy)]
pub struct Spot<'a> {
    pub sheet: &'a str,
    pub row: u32,
    pub column: u16,
}

impl Names {
    /// Gives a cell a name.
    pub fn give(&mut self, name: &str, to: Spot<'_>) -> Result<(), WriteError> {
        let place = format!("={}!{}", quoted(to.sheet), row_col_to_cell_absolute(to.row, to.column));
        match self.places.insert(name.to_lowercase(), (name.to_owned(), place)) {
            None => Ok(()),
            Some(_) => Err(WriteError::Name { name: name.to_owned() }),
        }
    }

    /// Names and places.
    pub fn places(&self) -> impl Iterator<Item = &(String, String)> {
        self.places.values()
    }
}
