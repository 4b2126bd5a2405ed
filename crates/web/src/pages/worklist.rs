//! The page of the worklist.

use askama::Template;

use super::{
    layout::Page,
    reports::{Choice, ChoiceGroup},
};

/// The list with its filters, `GET /worklist`.
#[derive(Clone, Debug, Template)]
#[template(path = "worklist.html")]
pub struct Worklist {
    /// The frame.
    pub page: Page,
    /// How many cases there are for each reason, whatever the chosen one.
    pub counts: Vec<Counted>,
    /// The filters.
    pub form: WorklistForm,
    /// The cases of this page.
    pub rows: Vec<Row>,
    /// The place behind which the list goes on.
    pub next: Option<String>,
}

/// The filters, as they are. Fields: `period`, `unit`, `reason`, `cut_off`.
#[derive(Clone, Debug)]
pub struct WorklistForm {
    /// Funding periods; choosing one reloads the page.
    pub periods: Vec<Choice>,
    /// Code of the chosen period.
    pub period: String,
    /// Units to choose from, in groups.
    pub units: Vec<ChoiceGroup>,
    /// The chosen unit.
    pub unit: String,
    /// Reasons to choose from.
    pub reasons: Vec<Choice>,
    /// The chosen reason; empty for all.
    pub reason: &'static str,
    /// Cut-off date, `YYYY-MM-DD`.
    pub cut_off: String,
}

/// How many cases stand on the list for a reason.
#[derive(Clone, Debug)]
pub struct Counted {
    /// Code of the reason.
    pub reason: &'static str,
    /// The reason in words.
    pub label: String,
    /// The number.
    pub count: i64,
}

/// The worklist in short, for the start page.
#[derive(Clone, Debug)]
pub struct WorklistSummary {
    /// Code of the period.
    pub period: String,
    /// How many cases there are for each reason.
    pub counts: Vec<Counted>,
}

/// A case.
#[derive(Clone, Debug)]
pub struct Row {
    /// The project's own reference.
    pub reference: String,
    /// Code of its sub-project.
    pub sub_project: String,
    /// Name of its sub-project.
    pub sub_project_name: String,
    /// Why it stands here.
    pub reason: String,
    /// What is missing; may be empty.
    pub missing: String,
    /// The day until which it can be mended, as people write it.
    pub until: String,
    /// How long that is, in words.
    pub left: String,
    /// Whether the day has passed.
    pub is_overdue: bool,
    /// Who has to mend it; may be empty.
    pub responsible: String,
}
