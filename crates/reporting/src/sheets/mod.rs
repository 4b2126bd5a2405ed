//! The sheets of a report, in order.

mod activities;
mod by_network;
mod by_sub_project;
mod cover;
mod definitions;
mod figure_columns;
mod indicators;
mod left_out;
mod programme;

use crate::Content;
use crate::table::Sheet;

/// The sheets after the cover; those without meaning for the report's unit stay away.
const SHEETS: [fn(&Content) -> Option<Sheet<'_>>; 7] = [
    indicators::sheet,
    programme::sheet,
    by_network::sheet,
    by_sub_project::sheet,
    activities::sheet,
    left_out::sheet,
    definitions::sheet,
];

/// The sheets of a report.
pub fn of(content: &Content) -> Vec<Sheet<'_>> {
    let listed: Vec<_> = SHEETS.iter().filter_map(|sheet| sheet(content)).collect();
    let cover = cover::sheet(content, &listed);
    std::iter::once(cover).chain(listed).collect()
}
