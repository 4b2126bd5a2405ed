//! The page of licences and notices.

use askama::Template;

use super::layout::Page;

/// What the product is made of and under which terms, `/licences`.
#[derive(Clone, Debug, Template)]
#[template(path = "licences.html")]
pub struct Licences {
    /// The frame.
    pub page: Page,
}
