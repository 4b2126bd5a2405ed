//! Targets of the demonstration: for the period, its regional networks and its sub-projects.

use interchange::Table;

use super::{
    generate::{PEOPLE, PERIOD, Places},
    table::Rows,
};
use crate::exchange::Kind;

const DOCUMENT: &str = "Zuwendungsbescheid (Demo)";

/// Columns that tell targets of an indicator apart.
type Details<'a> = &'a [(&'a str, &'a str)];

/// The targets of the period: indicator, per thousand of all people, and what else tells them apart.
const OF_PERIOD: &[(&str, usize, Details<'static>)] = &[
    ("EECO01", 1_000, &[]),
    ("EECO01", 550, &[("gender", "female")]),
    ("EECO01", 330, &[("kind", "per_year"), ("year", "2023")]),
    ("EECO01", 340, &[("kind", "per_year"), ("year", "2024")]),
    ("EECO01", 330, &[("kind", "per_year"), ("year", "2025")]),
    ("EECO01", 480, &[("kind", "milestone")]),
    ("EECO01", 1_080, &[("kind", "planned")]),
    ("EECO02", 450, &[]),
    ("EECO02", 210, &[("kind", "milestone")]),
    ("EECO14", 850, &[("region_category", "MORE_DEVELOPED")]),
    ("EECR03", 420, &[]),
    ("EECR03", 360, &[("kind", "reference")]),
    ("EECR03", 440, &[("kind", "planned")]),
    ("EECR04", 330, &[]),
    ("EECR04", 290, &[("kind", "reference")]),
    ("EECR04", 180, &[("gender", "female")]),
    ("EECR05", 150, &[]),
];

/// All of them; nothing here is drawn.
pub(super) fn targets(places: &Places) -> (Kind, Table) {
    let mut rows = Rows::new(Kind::Targets);
    for (indicator, share, more) in OF_PERIOD {
        push(&mut rows, (indicator, PEOPLE * share / 1_000), more);
    }
    let of_network = PEOPLE / places.networks.len().max(1);
    for network in &places.networks {
        push(&mut rows, ("EECO01", of_network), &[("network", network)]);
        push(&mut rows, ("EECR03", of_network * 2 / 5), &[("network", network)]);
    }
    let of_sub_project = PEOPLE / places.people.len().max(1);
    for (sub_project, _) in &places.people {
        push(&mut rows, ("EECO01", of_sub_project), &[("sub_project", sub_project)]);
        let women = [("sub_project", sub_project.as_str()), ("gender", "female")];
        push(&mut rows, ("EECO01", of_sub_project * 11 / 20), &women);
        for year in ["2023", "2024", "2025"] {
            let yearly = [("sub_project", sub_project.as_str()), ("kind", "per_year"), ("year", year)];
            push(&mut rows, ("EECR04", of_sub_project / 9), &yearly);
        }
    }
    for sub_project in &places.entities {
        push(&mut rows, ("EECO19", 60), &[("sub_project", sub_project)]);
    }
    rows.finish()
}

fn push(rows: &mut Rows, (indicator, value): (&str, usize), more: Details<'_>) {
    let mut cells = vec![
        ("period", PERIOD.to_owned()),
        ("indicator", indicator.to_owned()),
        ("value", value.to_string()),
        ("document", DOCUMENT.to_owned()),
    ];
    cells.extend(more.iter().map(|(name, value)| (*name, (*value).to_owned())));
    rows.push(&cells);
}
