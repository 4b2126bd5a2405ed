//! Waiting for a report.

use std::time::Duration;

use domain::{
    Domain, Viewer,
    id::ReportRunId,
    report::{self, State},
};
use tokio::time::sleep;

const LOOK: Duration = Duration::from_millis(100);

/// Waits until the run is done or failed, telling `watch` how it goes, and returns it.
pub async fn finished(
    domain: &Domain,
    viewer: &Viewer,
    run: ReportRunId,
    mut watch: impl FnMut(&report::Model),
) -> domain::Result<report::Model> {
    loop {
        let run = report::get(domain, viewer, run).await?;
        watch(&run);
        match run.state()? {
            State::Waiting | State::Running => sleep(LOOK).await,
            State::Done | State::Failed => return Ok(run),
        }
    }
}
