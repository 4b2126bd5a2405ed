//! The sweep: what makes the queue follow the rows.

use std::time::Duration;

use domain::{Domain, report};
use tokio::time::Instant;
use tracing::{info, warn};

use crate::{
    error::Error, files::FileStore, jobs::report::ReportJob, orphans, phase::Phases, queue::Queue,
    rounds::Rounds,
};

const EVERY: Duration = Duration::from_secs(1);
/// How often what is left behind is tidied up.
const PRUNE_EVERY: Duration = Duration::from_secs(600);

/// Sweeps every second, and at once when a report is asked for in this process, until the worker drains.
pub async fn sweep(domain: Domain, (queue, files): (Queue<ReportJob>, FileStore), phases: Phases) {
    let mut rounds = Rounds::every(EVERY, phases);
    let mut failing = false;
    let mut pruned: Option<Instant> = None;
    while rounds.next_or(domain.report_bell.rung()).await {
        let mut swept = sweep_once(&domain, &queue).await;
        if swept.is_ok() && pruned.is_none_or(|at| at.elapsed() >= PRUNE_EVERY) {
            pruned = Some(Instant::now());
            swept = tidy_up(&domain, &queue, &files).await;
        }
        if let Err(error) = &swept
            && !failing
        {
            warn!(error = error as &dyn std::error::Error, "sweeps fail; trying on every second");
        }
        failing = swept.is_err();
    }
}

/// Takes runs from the silent and hands out those that wait. Any number of processes may do so at once.
async fn sweep_once(domain: &Domain, queue: &Queue<ReportJob>) -> Result<(), Error> {
    for lost in report::rescue(domain).await? {
        info!(report_run.id = %lost.run, attempt = lost.number, "a silent attempt lost its run");
    }
    for attempt in report::due(domain).await? {
        queue.push(&attempt).await?;
    }
    Ok(())
}

/// Removes what has ended from the queue, and from the store what nobody will publish.
async fn tidy_up(domain: &Domain, queue: &Queue<ReportJob>, files: &FileStore) -> Result<(), Error> {
    queue.prune().await?;
    orphans::remove(domain, files).await
}
