//! What the library says went wrong, in our words.

use std::any::Any;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use rust_xlsxwriter::XlsxError;

use crate::WriteError;

/// The error of a step on a sheet.
pub fn failure(error: XlsxError, sheet: &str) -> WriteError {
    match error {
        XlsxError::IoError(cause) | XlsxError::TempFileError(_, cause) => WriteError::Disk(cause),
        XlsxError::ZipError(cause) => WriteError::Disk(cause.into()),
        XlsxError::MaxStringLengthExceeded => {
            WriteError::TextTooLong { sheet: sheet.to_owned(), column: String::new() }
        }
        XlsxError::NameError(name, _) | XlsxError::NameReused(name) => WriteError::Name { name },
        other => WriteError::Workbook(Box::new(other)),
    }
}

/// The library panics when its scratch file cannot grow; a full disk is an error like any other.
pub fn without_panic(work: impl FnOnce() -> Result<(), WriteError>) -> Result<(), WriteError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|cause| match system_error(&*cause) {
        Some(text) => Err(WriteError::Disk(io::Error::other(text.to_owned()))),
        None => resume_unwind(cause),
    })
}

fn system_error(panic: &(dyn Any + Send)) -> Option<&str> {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.filter(|text| text.contains("Os { code") || text.contains("kind: WriteZero"))
}
