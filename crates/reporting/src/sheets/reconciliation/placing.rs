//! Rows with formulas, which have to know where they will stand.

use crate::table::{Options, Part, Sheet, Value, given};

/// Where a row stands: the part of its table, and its place in that from 0.
pub type Place<'p> = (&'p Part, u32);

/// The sheet with a row for each of some things in its only table; none without anything.
pub fn filled<'a, T>(
    mut sheet: Sheet<'a>,
    (things, options): (&[T], &Options),
    row: impl Fn(&T, Place<'_>) -> Vec<Value<'a>>,
) -> Option<Sheet<'a>> {
    let count = things.len();
    sheet.tables.first_mut()?.rows = given(vec![Vec::new(); count]);
    let parts = sheet.parts(options);
    let places = parts.iter().flat_map(|part| (0..part.rows.len() as u32).map(move |at| (part, at)));
    let rows: Vec<_> = things.iter().zip(places).map(|(thing, place)| row(thing, place)).collect();
    sheet.tables.first_mut()?.rows = given(rows);
    (count > 0).then_some(sheet)
}
