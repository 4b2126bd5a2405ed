//! The job that removes the files of reports whose time of keeping is over. What was handed in stays.

use std::{error::Error as StdError, time::Duration};

use domain::{
    Domain,
    report::{self, Keeping},
};
use tracing::{info, warn};

use crate::{FileStore, error::Error, phase::Phases, rounds::Rounds};

const EVERY: Duration = Duration::from_secs(60 * 60);

/// Looks at once and every hour, until the worker drains. Any number of processes may do so.
pub async fn run(domain: Domain, (files, keeping): (FileStore, Keeping), phases: Phases) {
    let mut rounds = Rounds::every(EVERY, phases);
    while rounds.next().await {
        if let Err(error) = remove(&domain, &files, &keeping).await {
            warn!(
                error = &error as &dyn StdError,
                "files of reports could not be removed; trying again in an hour"
            );
        }
    }
}

/// First the tombstone, then the file: nobody is offered what is being removed. A file whose removal fails stays in the
/// store until its run's folder is tidied up.
async fn remove(domain: &Domain, files: &FileStore, keeping: &Keeping) -> Result<(), Error> {
    loop {
        let expired = report::expired(domain, keeping).await?;
        let mut buried = 0_usize;
        for file in &expired {
            if report::bury(domain, keeping, file).await? {
                buried += 1;
                files.keep_of_run(file.run, None).await?;
                info!(report_run.id = %file.run, why = file.why.as_str(), "the file of a report was removed");
            }
        }
        if buried == 0 {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod killed;
