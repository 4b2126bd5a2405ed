//! What is done by itself for deadlines.

use std::{error::Error, time::Duration};

use domain::{Domain, deadline};
use tracing::{info, warn};

use crate::{phase::Phases, rounds::Rounds};

/// How often somebody looks. What is due is so for days: nobody minds a minute.
const EVERY: Duration = Duration::from_secs(60);

/// Looks at once and every minute, until the worker drains.
pub async fn run(domain: Domain, phases: Phases) {
    let mut rounds = Rounds::every(EVERY, phases);
    while rounds.next().await {
        if let Err(error) = look(&domain).await {
            warn!(error = &error as &dyn Error, "deadlines could not be looked at; trying every minute");
        }
    }
}

/// Does what is due; a thing that fails keeps nothing else from being done.
async fn look(domain: &Domain) -> domain::Result<()> {
    for due in deadline::due(domain).await? {
        let (period, cut_off, task) = (&due.period.code, due.deadline.cut_off, due.task.as_str());
        match deadline::carry_out(domain, &due).await {
            Ok(()) => info!(period, %cut_off, task, "done for a deadline"),
            Err(error) => {
                warn!(period, %cut_off, task, error = &error as &dyn Error, "a deadline's task failed; trying every minute");
            }
        }
    }
    Ok(())
}
