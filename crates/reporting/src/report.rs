//! A report: its sheets, in order, as a file.

use std::path::Path;

use crate::table::Options;
use crate::workbook::{self, Document};
use crate::{Content, Progress, WriteError, sheets};

/// Writes the workbook of `content` to `out`.
///
/// `progress` hears of each sheet as it is begun, and of rows written and rows there are, now and then; once the last row is written the file is still to
/// be packed, which takes about twice as long again. When it answers with a break, writing ends.
///
/// # Errors
/// See [`WriteError`].
pub fn write_report(content: &Content, out: &Path, progress: &mut dyn Progress) -> Result<(), WriteError> {
    Options::default().write_report(content, out, progress)
}

impl Options {
    /// Writes the workbook of `content` to `out`, laid out like this; see [`write_report`].
    ///
    /// # Errors
    /// See [`WriteError`].
    pub fn write_report(
        self,
        content: &Content,
        out: &Path,
        progress: &mut dyn Progress,
    ) -> Result<(), WriteError> {
        let document = Document {
            title: &format!("{} {}", content.text("title"), content.period.code),
            author: &content.period.name,
            header: &content.scope_line(),
            funding: &content.funding_line(),
            language: content.language,
            created_at: content.requested_at,
            report: Some(&content.report_id),
            options: self,
        };
        workbook::write(&document, sheets::of(content, &self), out, progress)
    }
}
