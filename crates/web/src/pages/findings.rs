//! The page of findings.

use askama::Template;

use super::{filters::Filters, layout::Page};

/// The findings of a period with their filters, `GET /findings`.
#[derive(Clone, Debug, Template)]
#[template(path = "findings.html")]
pub struct Findings {
    /// The frame.
    pub page: Page,
    /// The filters.
    pub filters: Filters,
    /// The findings of this page.
    pub rows: Vec<Row>,
    /// The place behind which the list goes on.
    pub next: Option<String>,
    /// Token of the forms; none for those who may waive nothing.
    pub csrf: Option<String>,
}

/// A finding.
#[derive(Clone, Debug)]
pub struct Row {
    /// What names it.
    pub key: String,
    /// The rule, e.g. `V-14`.
    pub rule: &'static str,
    /// Code of where it stands: `error`, `warning` or `waived`.
    pub state: &'static str,
    /// The same in words.
    pub state_label: String,
    /// What it is about.
    pub place: String,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub remedy: String,
    /// Where the rule comes from.
    pub legal_source: String,
    /// Who waived it, when and why, in words.
    pub waived: Option<Waived>,
}

/// A waiver.
#[derive(Clone, Debug)]
pub struct Waived {
    /// Who and when.
    pub by: String,
    /// Why.
    pub reason: String,
}
