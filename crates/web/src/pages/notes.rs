//! The page of notes on figures.

use askama::Template;

use super::{
    layout::Page,
    reports::{Choice, ChoiceGroup, FieldError},
};

/// The notes that stand in a period, `GET /notes?period={code}`, and the answer to a form that has mistakes.
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
    /// The form that notes something; none for those who may not.
    pub form: Option<NoteForm>,
}

/// What something may be noted on, and what was sent last. Fields of the form: `csrf`, `period`, `unit`, `indicator`,
/// `gender`, `text`.
#[derive(Clone, Debug)]
pub struct NoteForm {
    /// Token of the form.
    pub csrf: String,
    /// Units of the period, in groups.
    pub units: Vec<ChoiceGroup>,
    /// Indicators of the period, in groups.
    pub indicators: Vec<ChoiceGroup>,
    /// Gender columns, all together among them.
    pub genders: Vec<Choice>,
    /// What is noted.
    pub text: String,
    /// What has to be put right, all at once.
    pub errors: Vec<FieldError>,
}

impl NoteForm {
    /// What has to be put right in the field `name`.
    pub fn error(&self, name: &str) -> Option<&str> {
        self.errors.iter().find(|error| error.field == name).map(|error| error.message.as_str())
    }
}

/// A note.
#[derive(Clone, Debug)]
pub struct Note {
    /// Key, as in the address of its form.
    pub id: String,
    /// On whose figure it is, in words.
    pub unit: String,
    /// Name of the unit; none for the whole network.
    pub unit_name: Option<String>,
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
