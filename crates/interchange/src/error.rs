use std::error::Error;

use thiserror::Error;

use crate::{Format, Measure};

/// Why a file could not be read at all. The message names neither the file nor the underlying error:
/// the caller knows the first, and [`Error::source`] holds the second.
#[derive(Debug, Error)]
pub enum ReadError {
    /// The operating system did not hand the file over.
    #[error("the file cannot be opened")]
    Io(#[source] std::io::Error),
    /// A workbook whose inside contradicts itself.
    #[error("the workbook is damaged and cannot be read")]
    Unreadable(#[source] Box<dyn Error + Send + Sync>),
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// The end is missing, for instance after an interrupted download.
    #[error("the file ends too early; it is probably an incomplete copy")]
    Truncated,
    /// A limit is passed; see [`Limits`](crate::Limits).
    #[error("the file is too large: more than {limit} {what}")]
    TooLarge {
        /// What was counted.
        what: Measure,
        /// How much of it is allowed.
        limit: u64,
    },
    /// A CSV file with bytes that no text has.
    #[error("the file is not text in UTF-8 or Windows-1252")]
    NotText,
    /// A quoted cell of a CSV file that swallows the rest of the file.
    #[error("a quotation mark in line {line} is never closed; it is stray, or the file is incomplete")]
    UnclosedQuote {
        /// Line on which the cell's record starts, from 1.
        line: u32,
    },
    /// No row holds a value, so there are no column names.
    #[error("the file has no header row")]
    NoHeader,
    /// Two columns share a name, so values could not be told apart.
    #[error("the column \"{column}\" occurs more than once{}", in_sheet(sheet.as_deref()))]
    DuplicateColumn {
        /// Sheet of the header; `None` for a CSV file.
        sheet: Option<String>,
        /// The name of the second column.
        column: String,
    },
    /// A workbook that opens only with a password.
    #[error("the workbook is password-protected; save it without a password")]
    Encrypted,
    /// The contents are not what the name promises.
    #[error("the file should be {expected} but seems to be {found}")]
    WrongFormat {
        /// What the name of the file or the caller says.
        expected: Format,
        /// What the contents look like.
        found: Format,
    },
    /// A kind of file that is not read.
    #[error("files of this kind are not supported; save the file as .xlsx or .csv")]
    Unsupported,
}

impl ReadError {
    /// Stable name of the variant for translations and machine-readable output.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Io(_) => "io",
            Self::Unreadable(_) => "unreadable",
            Self::Empty => "empty",
            Self::Truncated => "truncated",
            Self::TooLarge { .. } => "too_large",
            Self::NotText => "not_text",
            Self::UnclosedQuote { .. } => "unclosed_quote",
            Self::NoHeader => "no_header",
            Self::DuplicateColumn { .. } => "duplicate_column",
            Self::Encrypted => "encrypted",
            Self::WrongFormat { .. } => "wrong_format",
            Self::Unsupported => "unsupported",
        }
    }
}

fn in_sheet(sheet: Option<&str>) -> String {
    sheet.map(|name| format!(" in the sheet \"{name}\"")).unwrap_or_default()
}
