//! What people noted on figures.

use std::collections::BTreeMap;

use counting::Gender;
use domain::figure::{Breakdown, Figure};
use domain::sub_project::RegionCategory;

/// What tells one figure of a report from another: its level, the code of its unit, its category of region and the code
/// of its indicator. The code of the period's own figures is that of the period.
type Key = (Breakdown, Option<String>, RegionCategory, String);

/// A note, with the gender column it is about; none means the total.
type Note = (Option<Gender>, String);

/// Notes on figures, each in the words of who made it. They come into the file as notes on the cells they are about, and
/// those of the report's own unit into the comments of the tables that are transmitted.
#[derive(Clone, Debug, Default)]
pub struct Notes(BTreeMap<Key, Vec<Note>>);

impl Notes {
    /// Adds a note on a figure, or on one of its gender columns.
    pub fn add(&mut self, (figure, gender): (&Figure, Option<Gender>), note: impl Into<String>) {
        self.0.entry(key(figure)).or_default().push((gender, note.into()));
    }

    /// All notes on a figure, one below the other.
    pub(crate) fn on(&self, figure: &Figure) -> Option<String> {
        self.those(figure, |_| true)
    }

    /// The notes on one count of a figure, one below the other.
    pub(crate) fn at(&self, figure: &Figure, gender: Option<Gender>) -> Option<String> {
        self.those(figure, |about| *about == gender)
    }

    fn those(&self, figure: &Figure, wanted: impl Fn(&Option<Gender>) -> bool) -> Option<String> {
        if self.0.is_empty() {
            return None;
        }
        let notes = self.0.get(&key(figure))?.iter().filter(|(about, _)| wanted(about));
        let notes: Vec<&str> = notes.map(|(_, note)| note.as_str()).collect();
        (!notes.is_empty()).then(|| notes.join("\n"))
    }
}

fn key(figure: &Figure) -> Key {
    let Figure { unit, region_category, indicator, .. } = figure;
    (unit.kind, unit.code.clone(), *region_category, indicator.code.clone().into_owned())
}
