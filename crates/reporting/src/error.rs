//! Why a workbook was not written.

use std::error::Error;
use std::io;

use crate::table::SourceError;

/// What stopped a workbook. Nothing stands at the given place then.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The caller's progress function asked to stop.
    #[error("writing the workbook was cancelled")]
    Cancelled,
    /// The file, or the scratch file its rows wait in, could not be written.
    #[error("the workbook could not be written to disk")]
    Disk(#[source] io::Error),
    /// A text is longer than a cell of a workbook holds.
    #[error(
        "a text in column `{column}` of sheet `{sheet}` is longer than the 32,767 characters a cell holds"
    )]
    TextTooLong {
        /// Name of the sheet.
        sheet: String,
        /// Header of the column; empty for what stands above and below tables.
        column: String,
    },
    /// A table is longer than a sheet of a workbook.
    #[error("sheet `{sheet}` would need more than the 1,048,576 rows a sheet holds")]
    TooManyRows {
        /// Name of the sheet.
        sheet: String,
    },
    /// A table is wider than a sheet of a workbook.
    #[error("sheet `{sheet}` would need more than the 16,384 columns a sheet holds")]
    TooManyColumns {
        /// Name of the sheet.
        sheet: String,
    },
    /// There are more sheets than anybody can read.
    #[error("the workbook would have {count} sheets; 255 are the limit")]
    TooManySheets {
        /// How many.
        count: usize,
    },
    /// A sheet's name is used twice, longer than 31 characters or has some that no name may have.
    #[error("`{sheet}` cannot be the name of a sheet")]
    SheetName {
        /// The name.
        sheet: String,
    },
    /// A column's header is empty, used twice in its table or longer than 255 characters.
    #[error("`{header}` cannot be the header of a column on sheet `{sheet}`")]
    Header {
        /// Name of the sheet.
        sheet: String,
        /// The header.
        header: String,
    },
    /// A chart shows what its sheet does not have.
    #[error("chart `{title}` on sheet `{sheet}` shows rows or columns that are not there")]
    Chart {
        /// Name of the sheet.
        sheet: String,
        /// Its title.
        title: String,
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
    /// Where in the workbook the trouble is, or how many of what there are too many of; none where that says nothing.
    pub fn place(&self) -> Option<String> {
        match self {
            Self::TextTooLong { sheet, column } if !column.is_empty() => Some(format!("{sheet}, {column}")),
            Self::TextTooLong { sheet, .. }
            | Self::TooManyRows { sheet }
            | Self::TooManyColumns { sheet } => Some(sheet.clone()),
            Self::TooManySheets { count } => Some(count.to_string()),
            _ => None,
        }
    }
}
