//! The figures of a report's own unit, each in a cell with a name.

use domain::figure::{Breakdown, Figure};
use reporting::Content;

use crate::parts::{Parts, contents, elements, unescaped};

/// The counts of the figures of the period without a cell that has their name and shows them, a line each.
pub fn unnamed(content: &Content, parts: &Parts) -> Vec<String> {
    let of_period = content.figures.iter().filter(|figure| figure.unit.kind == Breakdown::Period);
    let counts = of_period.flat_map(counts);
    let wrong = counts.filter_map(|(name, count)| match shown(parts, &name) {
        Some(value) if value.parse() == Ok(count) => None,
        shown => Some(format!("{name} is {count}, its cell shows {shown:?}")),
    });
    wrong.collect()
}

/// The names of a figure's counts, with what their cells show: durations in hours.
fn counts(figure: &Figure) -> Vec<(String, f64)> {
    let stem = figure.indicator.code.replace('-', "_");
    let genders = figure
        .genders
        .map(|genders| [("women", genders.women), ("men", genders.men), ("non_binary", genders.non_binary)]);
    let all = genders.into_iter().flatten().chain([("total", figure.total)]);
    let shown = |count: u64| match figure.indicator.unit {
        counting::Unit::Minutes => count as f64 / 60.0,
        _ => count as f64,
    };
    all.map(|(end, count)| (format!("{stem}_{}_{end}", figure.region_category.as_str()), shown(count)))
        .collect()
}

/// What the cell of a name shows.
fn shown(parts: &Parts, name: &str) -> Option<String> {
    let workbook = parts.part("xl/workbook.xml");
    let names = elements(workbook, "definedName").into_iter().zip(contents(workbook, "definedName"));
    let place =
        names.filter(|(element, _)| element.attribute("name") == name).map(|(_, place)| place).next()?;
    let place = unescaped(place);
    let (sheet, cell) = place.rsplit_once('!')?;
    let (sheet, cell) = (sheet.trim_matches('\''), cell.replace('$', ""));
    let (_, part, _) = parts.sheets().into_iter().find(|(name, ..)| name == sheet)?;
    let (_, rest) = part.split_once(&format!("<c r=\"{cell}\""))?;
    let (cell, _) = rest.split_once("</c>")?;
    contents(cell, "v").first().map(|value| (*value).to_owned())
}
