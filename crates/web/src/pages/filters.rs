//! The filters above a list of what there is to do, and how much of it there is.

use super::reports::{Choice, ChoiceGroup};

/// The filters, as they are. Fields: `period`, `unit`, `cut_off` and the list's own.
#[derive(Clone, Debug)]
pub struct Filters {
    /// Where the list is, e.g. `/worklist`.
    pub path: &'static str,
    /// Funding periods; choosing one reloads the page.
    pub periods: Vec<Choice>,
    /// Code of the chosen period.
    pub period: String,
    /// Units to choose from, in groups.
    pub units: Vec<ChoiceGroup>,
    /// The chosen unit.
    pub unit: String,
    /// The list's own field.
    pub kind: Kind,
    /// How many rows there are of each kind, whatever the chosen one; empty when the question has mistakes.
    pub counts: Vec<Counted>,
    /// Cut-off date, `YYYY-MM-DD`.
    pub cut_off: String,
    /// What is wrong with the question, in words.
    pub mistakes: Vec<String>,
}

/// What rows of a list differ by.
#[derive(Clone, Debug)]
pub struct Kind {
    /// Name of the field.
    pub name: &'static str,
    /// Its label.
    pub label: String,
    /// The choice of all, in words.
    pub all: String,
    /// The kinds to choose from.
    pub choices: Vec<Choice>,
    /// The chosen one; empty for all.
    pub chosen: String,
}

/// How many rows of a kind there are.
#[derive(Clone, Debug)]
pub struct Counted {
    /// Code of the kind.
    pub kind: &'static str,
    /// The kind in words.
    pub label: String,
    /// The number.
    pub count: i64,
}
