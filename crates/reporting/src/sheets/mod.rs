//! The sheets of a report, in order.

mod activities;
mod amount;
mod by_network;
mod by_strand;
mod by_sub_project;
mod cell_names;
mod changes;
mod cover;
mod definitions;
mod development;
mod estimates;
mod evidence;
mod figure_columns;
mod indicators;
mod left_out;
mod programme;
mod reconciliation;
mod surveys;
mod target_charts;
mod targets;
mod transmission;
mod waivers;

use cell_names::CellNames;
use reconciliation::{Before, Reconciliation};

use crate::Content;
use crate::table::{Options, Sheet};

/// What makes a sheet; none where it has no meaning for the report's unit.
type Make = for<'a> fn(&'a Content, &CellNames) -> Option<Sheet<'a>>;

/// The sheets between the cover and the evidence.
const SHEETS: [Make; 16] = [
    transmission::outputs,
    transmission::results,
    programme::sheet,
    |content, _| targets::sheet(content),
    |content, _| targets::by_sub_project(content),
    |content, _| indicators::sheet(content),
    |content, _| by_network::sheet(content),
    |content, _| by_strand::sheet(content),
    |content, _| by_sub_project::sheet(content),
    |content, _| development::sheet(content),
    activities::sheet,
    |content, _| surveys::sheet(content),
    |content, _| estimates::sheet(content),
    |content, _| left_out::sheet(content),
    |content, _| waivers::sheet(content),
    |content, _| Some(changes::sheet(content)),
];

/// The sheets of a report.
pub fn of<'a>(content: &'a Content, options: &Options) -> Vec<Sheet<'a>> {
    let names = CellNames::of(content);
    let mut listed: Vec<_> = SHEETS.iter().filter_map(|sheet| sheet(content, &names)).collect();
    let evidence = evidence::sheets(content);
    let places = evidence::places(&evidence, options);
    let before = Before { names: &names, evidence: &places, listed: &listed, options };
    let Reconciliation { sheets, standing } = reconciliation::sheets(content, &before);
    listed.extend(evidence.into_iter().map(|(_, sheet)| sheet));
    listed.extend(sheets);
    listed.push(definitions::sheet(content));
    let cover = cover::sheet(content, (&listed, standing));
    std::iter::once(cover).chain(listed).collect()
}
