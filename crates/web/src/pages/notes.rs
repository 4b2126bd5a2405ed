//! The page of notes on figures.

use askama::Template;

use super::{layout::Page, reports::Choice};

/// The notes that stand in a period, `GET /notes?period={code}`.
#[derive(Clone, Debug, Template)]
#[template(path = "notes.html")]
pub struct Notes {
    /// The frame.
    pub page: Page,
    /// Token of the forms.
    pub csrf: String,
    /// Funding periods; choosing one reloads the page.
    pub periods: Vec<Choice>,
    /// Code of the chosen period.
    pub period: String,
    /// The notes, the oldest first.
    pub notes: Vec<Note>,
}

/// A note.
#[derive(Clone, Debug)]
pub struct Note {
    /// Key, as in the address of its form.
    pub id: String,
    /// On whose figure it is, in words.
    pub unit: String,
    /// Code and name of the indicator.
    pub indicator: String,
    /// The gender column it is about, in words; none for all together.
    pub gender: Option<String>,
    /// What is noted.
    pub text: String,
    /// Who noted it.
    pub by: String,
    /// When, as people write it.
    pub at: String,
    /// Whether the viewer may withdraw it.
    pub is_own: bool,
}
