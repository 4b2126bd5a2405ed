//! What can go wrong in a use case.

use chrono::DateTime;
use sea_orm::DbErr;
use texts::{Arg, Language};

/// A failed use case. Texts for people are made from the codes by whoever answers them; `Display` is for logs.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Nobody is signed in, and the doing needs somebody.
    #[error("not signed in")]
    Unauthenticated,
    /// The viewer may not do this. Rows the viewer may not see are [`Error::NotFound`] instead.
    #[error("not allowed")]
    Forbidden,
    /// There is no such thing, or the viewer may not see it: what, as the message `error-not-found` knows it.
    #[error("{0} not found")]
    NotFound(&'static str),
    /// The input breaks rules; all of them at once.
    #[error("{} mistakes in the input", .0.len())]
    Invalid(Vec<UserError>),
    /// Another writer was faster or holds the database; trying again helps.
    #[error("the database is busy")]
    Busy(#[source] DbErr),
    /// The database failed.
    #[error("the database failed")]
    Database(#[source] DbErr),
    /// A stored value cannot be what it should be.
    #[error("stored value out of shape: {table}.{column}")]
    Inconsistent {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
    },
    /// Something outside the database failed.
    #[error("{what} failed")]
    Internal {
        /// What was attempted.
        what: &'static str,
        /// Why it failed.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

impl Error {
    /// One mistake in the input.
    pub fn invalid(error: UserError) -> Self {
        Self::Invalid(vec![error])
    }

    /// What happened, in words for whoever asked; none for what is our fault, whose causes are for the log.
    pub fn message(&self, language: Language) -> Option<String> {
        let text = |key: &str| Some(texts::text(language, key));
        match self {
            Self::Unauthenticated => text("error-unauthenticated"),
            Self::Forbidden => text("error-forbidden"),
            Self::NotFound(kind) => {
                Some(texts::text_with(language, "error-not-found", &[("kind", Arg::Text(kind))]))
            }
            Self::Invalid(mistakes) => {
                let words: Vec<String> = mistakes.iter().map(|mistake| mistake.message(language)).collect();
                Some(words.join(" "))
            }
            Self::Busy(_) => text("error-busy"),
            Self::Database(_) | Self::Inconsistent { .. } | Self::Internal { .. } => None,
        }
    }
}

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        if crate::db::is_busy(&error) { Self::Busy(error) } else { Self::Database(error) }
    }
}

/// So much of a refused value is shown.
const SHOWN_CHARACTERS: usize = 80;

/// One mistake in an input, with the place and the rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserError {
    /// A stable code; its text is the message `error-<code>`.
    pub code: &'static str,
    /// The input field, e.g. `cutOff`.
    pub field: &'static str,
    /// The value that was refused, when showing it helps and reveals nothing personal.
    pub value: Option<String>,
    /// What could stand there instead, separated by commas; empty where that is no list.
    pub allowed: String,
    /// The rule's source, when there is one.
    pub legal_source: Option<&'static str>,
}

impl UserError {
    /// A mistake in `field`.
    pub fn new(code: &'static str, field: &'static str) -> Self {
        Self { code, field, value: None, allowed: String::new(), legal_source: None }
    }

    /// The same mistake, saying what could stand there instead.
    pub fn with_allowed<'a>(self, allowed: impl Iterator<Item = &'a str>) -> Self {
        let allowed = allowed.collect::<Vec<_>>().join(", ");
        Self { allowed: if allowed.is_empty() { "…".to_owned() } else { allowed }, ..self }
    }

    /// The same mistake, showing what was given.
    pub fn with_value(self, value: impl ToString) -> Self {
        let value = value.to_string();
        let shown = match value.char_indices().nth(SHOWN_CHARACTERS) {
            Some((end, _)) => format!("{}…", &value[..end]),
            None => value,
        };
        Self { value: Some(shown), ..self }
    }

    /// The message in words.
    pub fn message(&self, language: Language) -> String {
        let value = as_people_write(self.value.as_deref().unwrap_or_default(), language);
        let args = [("value", (&value).into()), ("allowed", self.allowed.as_str().into())];
        texts::text_with(language, &format!("error-{}", self.code), &args)
    }
}

/// A value; days and moments as people of the language write them.
fn as_people_write(value: &str, language: Language) -> String {
    let day = || Some(texts::date(language, value.parse().ok()?));
    let moment = || Some(texts::moment(language, DateTime::parse_from_rfc3339(value).ok()?.to_utc()));
    day().or_else(moment).unwrap_or_else(|| value.to_owned())
}

/// The result of a use case.
pub type Result<T, E = Error> = std::result::Result<T, E>;
