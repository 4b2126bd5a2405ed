//! The sheets of a report, in order.

mod activities;
mod by_network;
mod by_sub_project;
mod cover;
mod definitions;
mod estimates;
mod figure_columns;
mod indicators;
mod left_out;
mod programme;
mod targets;
mod waivers;

use crate::Content;
use crate::table::{Options, Sheet};

/// The sheets after the cover; those without meaning for the report's unit stay away.
const SHEETS: [fn(&Content) -> Option<Sheet<'_>>; 10] = [
    indicators::sheet,
    programme::sheet,
    targets::sheet,
    by_network::sheet,
    by_sub_project::sheet,
    activities::sheet,
    estimates::sheet,
    left_out::sheet,
    waivers::sheet,
    definitions::sheet,
];

/// The sheets of a report, laid out as `options` say: formulas that point to further sheets ask them for the places.
pub fn of<'a>(content: &'a Content, _options: &Options) -> Vec<Sheet<'a>> {
    let listed: Vec<_> = SHEETS.iter().filter_map(|sheet| sheet(content)).collect();
    let cover = cover::sheet(content, &listed);
    std::iter::once(cover).chain(listed).collect()
}
