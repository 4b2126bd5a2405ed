//! What a running attempt tells, and when it has to stop.

use std::time::Duration;

use domain::{
    Domain,
    report::{self, Attempt, Progress},
};
use tokio::{
    sync::watch,
    time::{Instant, MissedTickBehavior, interval, timeout_at},
};
use tracing::debug;

use crate::phase::Phases;

/// How often progress is written, when there is any.
const LOOK: Duration = Duration::from_millis(300);
/// How often a sign of life is given without progress; a cancellation is noticed with it.
const BEAT: Duration = Duration::from_secs(1);
/// Without a sign of life for so long an attempt must take itself for dead, well before others do so.
const LEASE: Duration = Duration::from_secs(15);

/// Why an attempt has to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The run is no longer its own.
    Lost,
    /// The worker leaves.
    Interrupted,
}

/// Writes down how far the attempt has come, until it has to stop.
pub async fn give(
    domain: &Domain,
    attempt: Attempt,
    heard: &watch::Receiver<Progress>,
    phases: &Phases,
) -> Stop {
    tokio::select! {
        () = phases.leaving() => Stop::Interrupted,
        () = until_lost(domain, attempt, heard) => Stop::Lost,
    }
}

async fn until_lost(domain: &Domain, attempt: Attempt, heard: &watch::Receiver<Progress>) {
    let mut looks = interval(LOOK);
    looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut alive = Instant::now();
    let mut written = None;
    loop {
        looks.tick().await;
        let progress = heard.borrow().clone();
        if written.as_ref() == Some(&progress) && alive.elapsed() < BEAT {
            continue;
        }
        let began = Instant::now();
        match timeout_at(alive + LEASE, report::progress(domain, attempt, progress.clone())).await {
            Ok(Ok(true)) => (alive, written) = (began, Some(progress)),
            Ok(Ok(false)) | Err(_) => return,
            Ok(Err(error)) => {
                debug!(report_run.id = %attempt.run, error = &error as &dyn std::error::Error, "no sign of life written");
                if alive.elapsed() >= LEASE {
                    return;
                }
            }
        }
    }
}
