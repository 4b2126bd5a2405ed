//! What was done behind an edition.

use askama::Template;

use super::{layout::Page, reports::ReportRun};

/// `/reports/{id}/changes`.
#[derive(Clone, Debug, Template)]
#[template(path = "report_changes.html")]
pub struct Changes {
    /// The frame.
    pub page: Page,
    /// The run whose workbook became the edition.
    pub run: ReportRun,
    /// Number of the edition.
    pub number: i32,
    /// Since when, in words.
    pub lead: String,
    /// How much changed, in words.
    pub told: String,
    /// The newest first.
    pub changes: Vec<Changed>,
    /// Where the next page begins; none behind the last.
    pub next: Option<String>,
}

/// A row: something was entered, corrected or withdrawn.
#[derive(Clone, Debug)]
pub struct Changed {
    /// When, as people write it.
    pub at: String,
    /// By whom.
    pub by: Option<String>,
    /// What was done, in words.
    pub kind: String,
    /// The fields that were corrected, in words.
    pub fields: String,
    /// What it is, in words.
    pub changed: String,
    /// The project's reference, or a code.
    pub reference: String,
    /// Code of the sub-project or the regional network.
    pub unit: Option<String>,
    /// Why.
    pub reason: Option<String>,
}
