//! The next deadline, as the start page shows it.

/// A deadline with the dates before it, as people write them.
#[derive(Clone, Debug)]
pub struct Deadline {
    /// By this day the network hands in to the funder.
    pub due_on: String,
    /// Days until then, in words.
    pub left: String,
    /// What had happened by this day is to be reported.
    pub cut_off: String,
    /// What the dates before it are for, and the dates.
    pub before: Vec<(String, String)>,
    /// What the last check before it found; none while there was none.
    pub check: Option<Check>,
}

/// A deadline of another period than the one shown, as people write it.
#[derive(Clone, Debug)]
pub struct Elsewhere {
    /// Code of its period.
    pub period: String,
    /// By this day the network hands in to the funder.
    pub due_on: String,
    /// Days until then, in words.
    pub left: String,
    /// What had happened by this day is to be reported.
    pub cut_off: String,
}

/// What a pre-check found in what the viewer may see.
#[derive(Clone, Debug)]
pub struct Check {
    /// Code of the period.
    pub period: String,
    /// When, as people write it.
    pub checked_at: String,
    /// The reasons for which cases stand on the worklist, in words.
    pub reasons: Vec<String>,
    /// The sub-projects in which something was missing.
    pub found: Vec<Lacking>,
}

/// A sub-project in which something was missing.
#[derive(Clone, Debug)]
pub struct Lacking {
    /// Its code.
    pub sub_project: String,
    /// Its name.
    pub name: String,
    /// How many cases, by reason.
    pub counts: Vec<i64>,
    /// What incomplete cases lack, in words and numbers.
    pub missing: String,
}
