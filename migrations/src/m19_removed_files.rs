//! Why the file of a report was removed.

use crate::columns::optional_text;

crate::migration!("m19_removed_files", adds: optional_text("file_removed_for"), to: "report_run");
