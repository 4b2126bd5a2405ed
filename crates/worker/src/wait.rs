//! Waiting for reports and recounts.

use std::time::Duration;

use domain::{
    Domain, Viewer,
    id::{RecountId, ReportRunId},
    recount, report,
};
use tokio::time::sleep;

const LOOK: Duration = Duration::from_millis(100);

/// Waits until the run has come to its end, telling `watch` how it goes, and returns it.
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
            state if state.is_under_way() => sleep(LOOK).await,
            _ => return Ok(run),
        }
    }
}

/// Waits until everything is counted again, telling `watch` how it goes.
pub async fn recounted(
    domain: &Domain,
    viewer: &Viewer,
    id: RecountId,
    mut watch: impl FnMut(&recount::Progress),
) -> domain::Result<recount::Progress> {
    loop {
        let progress = recount::get(domain, viewer, id).await?;
        watch(&progress);
        match progress.state() {
            recount::State::Waiting | recount::State::Running => sleep(LOOK).await,
            recount::State::Done => return Ok(progress),
        }
    }
}
