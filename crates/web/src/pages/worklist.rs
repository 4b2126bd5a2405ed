//! The page of the worklist.

use askama::Template;

use super::{
    filters::{Counted, Filters},
    layout::Page,
};

/// The list with its filters, `GET /worklist`.
#[derive(Clone, Debug, Template)]
#[template(path = "worklist.html")]
pub struct Worklist {
    /// The frame.
    pub page: Page,
    /// The filters.
    pub filters: Filters,
    /// The cases of this page.
    pub rows: Vec<Row>,
    /// The place behind which the list goes on.
    pub next: Option<String>,
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
