//! Why a workbook was not written.

use std::error::Error;
use std::io;

use crate::table::SourceError;

/// What stopped a workbook. The file at the given place is then incomplete and has to go.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The caller's progress function asked to stop.
    #[error("writing the workbook was cancelled")]
    Cancelled,
    /// The file, or the scratch file its rows wait in, could not be written.
    #[error("the workbook could not be written to disk")]
    Disk(#[source] io::Error),
    /// A text is longer than a cell of a workbook holds.
    #[error("a text on sheet `{sheet}` is longer than the 32,767 characters a cell holds")]
    TextTooLong {
        /// Name of the sheet.
        sheet: String,
    },
    /// A table is longer than a sheet of a workbook.
    #[error("sheet `{sheet}` would need more than the 1,048,576 rows a sheet holds")]
    TooManyRows {
        /// Name of the sheet.
        sheet: String,
    },
    /// A name for a cell is used twice or is none that a workbook allows.
    #[error("`{name}` cannot be the name of a cell")]
    Name {
        /// The name.
        name: String,
    },
    /// The rows could not be read from where they come.
    #[error("the rows of the workbook could not be read")]
    Source(#[source] SourceError),
    /// The workbook's parts do not fit together.
    #[error("the workbook could not be put together")]
    Workbook(#[source] Box<dyn Error + Send + Sync>),
}

impl WriteError {
    /// The code stored with a failed run and shown in words.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Cancelled => "cancelled",
            Self::Disk(_) => "disk",
            Self::TextTooLong { .. } => "text_too_long",
            Self::TooManyRows { .. } => "too_many_rows",
            Self::Name { .. } => "name",
            Self::Source(_) => "source",
            Self::Workbook(_) => "workbook",
        }
    }
}
