//! Who has handed in before a deadline.

/// Who is to hand in before a deadline.
#[derive(Clone, Debug)]
pub struct HandIns {
    /// Its cut-off.
    pub cut_off: String,
    /// How many have, in words.
    pub told: String,
    /// Each regional network followed by its sub-projects, at last the period.
    pub rows: Vec<Handed>,
}

/// A unit that is to hand in.
#[derive(Clone, Debug)]
pub struct Handed {
    /// Whether it belongs to the regional network above it.
    pub is_part: bool,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// By when, as people write it.
    pub by: String,
    /// A word of the design system's badges.
    pub badge: &'static str,
    /// Number and state of its newest edition in words, or that there is none.
    pub state: String,
    /// Key of the run whose workbook the edition is.
    pub run: Option<String>,
    /// Whether the day has passed.
    pub is_overdue: bool,
    /// Whether nothing at all is recorded.
    pub is_silent: bool,
}
