//! Pages for when something did not work.

use askama::Template;

use super::layout::Page;

/// The role that something takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needed {
    /// Any: the account has none today.
    Any,
    /// One that changes records: auditors read only.
    Writer,
    /// One that is responsible for more than the viewer's own unit.
    Above,
    /// That of an administrator.
    Administrator,
}

impl Needed {
    /// Key of its text.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Any => "web-needed-any",
            Self::Writer => "web-needed-writer",
            Self::Above => "web-needed-above",
            Self::Administrator => "web-needed-administrator",
        }
    }
}

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// 404: there is nothing here, or nothing the viewer may see.
    NotFound,
    /// 403: the viewer's role is not enough, and they may know what there is.
    Forbidden(Needed),
    /// 400: the form was sent twice, is too old or came from elsewhere.
    Form,
    /// 400: the address cannot be read.
    Address,
    /// 400: the form lacks fields, or is none.
    Fields,
    /// 405: the page is there to be sent to, not to be opened, or the other way round.
    Method,
    /// 413: the form is longer than any that is filled in by hand.
    TooLarge,
    /// 429: too many attempts.
    TooMany,
    /// 503: the database is busy; trying again helps.
    Busy,
    /// 503: the place where files lie does not answer; trying again helps.
    Store,
    /// 500: our fault.
    Internal,
}

impl Problem {
    /// Key of the texts: `{key}-title` and `{key}-body`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotFound => "web-problem-not-found",
            Self::Forbidden(_) => "web-problem-forbidden",
            Self::Form => "web-problem-form",
            Self::Address => "web-problem-address",
            Self::Fields => "web-problem-fields",
            Self::Method => "web-problem-method",
            Self::TooLarge => "web-problem-too-large",
            Self::TooMany => "web-problem-too-many",
            Self::Busy => "web-problem-busy",
            Self::Store => "web-problem-store",
            Self::Internal => "web-problem-internal",
        }
    }
}

/// The page of a problem. Says nothing about causes; the request's id leads to them in the log.
#[derive(Clone, Debug, Template)]
#[template(path = "error.html")]
pub struct ErrorPage {
    /// The frame.
    pub page: Page,
    /// What went wrong.
    pub problem: Problem,
    /// Id of the request.
    pub request_id: String,
}

impl ErrorPage {
    /// The heading.
    pub fn title(&self) -> String {
        self.page.text(&format!("{}-title", self.problem.key()))
    }

    /// What to do.
    pub fn body(&self) -> String {
        match self.problem {
            Problem::Forbidden(needed) => self.page.text(needed.key()),
            problem => self.page.text(&format!("{}-body", problem.key())),
        }
    }
}
