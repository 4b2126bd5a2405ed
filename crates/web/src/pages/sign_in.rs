//! The page for signing in.

use askama::Template;

use super::layout::Page;

/// The form, `GET` and `POST /sign-in` with the fields `email`, `password`, `csrf` and `next`.
#[derive(Clone, Debug, Template)]
#[template(path = "sign_in.html")]
pub struct SignIn {
    /// The frame.
    pub page: Page,
    /// Token of the form.
    pub csrf: String,
    /// Path to go to afterwards.
    pub next: String,
    /// What was typed last time.
    pub email: String,
    /// Why the last attempt failed, in words.
    pub error: Option<String>,
}
