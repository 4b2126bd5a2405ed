//! The page that checks a workbook.

use askama::Template;

use super::layout::Page;

/// The form and, once a file was sent, the verdict: `GET` and `POST /reports/verify`.
#[derive(Clone, Debug, Template)]
#[template(path = "verify.html")]
pub struct Verify {
    /// The frame.
    pub page: Page,
    /// The form.
    pub verify: VerifyForm,
    /// The verdict.
    pub checked: Option<Checked>,
}

/// The form that takes a workbook. Fields: `csrf`, then `file`.
#[derive(Clone, Debug)]
pub struct VerifyForm {
    /// Token of the form.
    pub csrf: String,
    /// What was wrong with what was sent.
    pub problem: Option<String>,
}

/// What a workbook turned out to be.
#[derive(Clone, Debug)]
pub struct Checked {
    /// Name of the file, as it was sent.
    pub file: String,
    /// How the verdict is marked: a word of the design system's badges.
    pub badge: &'static str,
    /// The verdict in words.
    pub verdict: String,
    /// Key of the run it is about; none when it is none of those the viewer may see.
    pub report: Option<String>,
    /// The edition or report it is, or was made from, in words.
    pub about: Option<String>,
    /// What differs, in words.
    pub notes: Vec<String>,
    /// The first cells that differ.
    pub cells: Vec<Cell>,
}

/// A cell that differs.
#[derive(Clone, Debug)]
pub struct Cell {
    /// The sheet.
    pub sheet: String,
    /// The cell, e.g. `B7`.
    pub cell: String,
    /// What the original says.
    pub was: Option<String>,
    /// What the file says.
    pub is: Option<String>,
}
