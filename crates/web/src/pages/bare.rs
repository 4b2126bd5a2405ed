//! The page for when not even the frame of a page can be made.

use askama::Template;
use texts::Language;

use super::error::Problem;
use crate::assets;

/// A page that asks the database for nothing.
#[derive(Clone, Copy, Debug, Template)]
#[template(path = "bare.html")]
pub struct BarePage {
    /// Its language.
    pub language: Language,
    /// What went wrong.
    pub problem: Problem,
}

impl BarePage {
    /// A text of the page.
    pub fn text(&self, key: &str) -> String {
        texts::text(self.language, key)
    }

    /// The address of a file it needs.
    pub fn asset(&self, name: &str) -> String {
        assets::url(name)
    }

    /// The heading.
    pub fn title(&self) -> String {
        self.text(&format!("{}-title", self.problem.key()))
    }

    /// What to do.
    pub fn body(&self) -> String {
        self.text(&format!("{}-body", self.problem.key()))
    }
}
