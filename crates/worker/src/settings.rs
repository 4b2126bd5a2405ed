//! What a worker can be told.

use std::{path::Path, sync::Arc, time::Duration};

use domain::report::Keeping;
use reporting::{Content, Progress, WriteError};

/// Writes a workbook: content, place, and whom to tell about sheets and rows.
pub type WriteReport =
    Arc<dyn Fn(&Content, &Path, &mut dyn Progress) -> Result<(), WriteError> + Send + Sync>;

/// Settings of a worker.
#[derive(Clone)]
pub struct WorkerSettings {
    /// The database of the records, `sqlite://…` or `postgres://…`; the queue is kept beside or in it.
    pub database_url: String,
    /// How many reports are built at the same time.
    pub builds_at_once: usize,
    /// How long running builds may go on after a shutdown was asked for.
    pub drain: Duration,
    /// How long files are kept that nobody handed in.
    pub keeping: Keeping,
    /// Whether facts stay in memory when a report is done, for the server in the same process. Where there is none, they
    /// would add up from report to report.
    pub keeps_facts: bool,
    /// Writes the workbooks.
    pub write: WriteReport,
}

impl WorkerSettings {
    /// One report at a time, ten seconds to finish it at a shutdown, files kept as usual, written by `reporting`.
    pub fn new(database_url: impl Into<String>) -> Self {
        Self {
            database_url: database_url.into(),
            builds_at_once: 1,
            drain: Duration::from_secs(10),
            keeping: Keeping::default(),
            keeps_facts: true,
            write: Arc::new(reporting::write_report),
        }
    }
}
