//! What people noted on figures.

use std::collections::BTreeMap;

use domain::figure::{Breakdown, Figure};
use domain::sub_project::RegionCategory;

/// What tells one figure of a report from another: its level, the code of its unit, its category of region and the code
/// of its indicator. The code of the period's own figures is that of the period.
type Key = (Breakdown, Option<String>, RegionCategory, String);

/// Notes on figures, each in the words of who made it. They come into the file as notes on the cells of the totals, and
/// those of the report's own unit into the comments of the tables that are transmitted.
#[derive(Clone, Debug, Default)]
pub struct Notes(BTreeMap<Key, Vec<String>>);

impl Notes {
    /// Adds a note on a figure.
    pub fn add(&mut self, figure: &Figure, note: impl Into<String>) {
        self.0.entry(key(figure)).or_default().push(note.into());
    }

    /// All notes on a figure, one below the other.
    pub(crate) fn on(&self, figure: &Figure) -> Option<String> {
        if self.0.is_empty() { None } else { self.0.get(&key(figure)).map(|notes| notes.join("\n")) }
    }
}

fn key(figure: &Figure) -> Key {
    let Figure { unit, region_category, indicator, .. } = figure;
    (unit.kind, unit.code.clone(), *region_category, indicator.code.clone().into_owned())
}
