#![doc = include_str!("../README.md")]

mod content;
mod error;
mod files;
mod jobs;
mod orphans;
mod phase;
mod prompt;
mod queue;
mod rebuild;
mod rounds;
mod schedule;
mod settings;
mod signs_of_life;
mod supervisor;
mod sweep;
mod verify;
mod wait;

#[cfg(test)]
extern crate self as worker;
#[cfg(test)]
#[expect(dead_code, reason = "the house of the tests of the whole worker; not all of it is needed here")]
#[path = "../tests/it/house/mod.rs"]
mod house;

use domain::Domain;
use tokio::task::JoinSet;

pub use error::{Error, FileError, QueueError};
pub use files::{FileStore, S3};
pub use interchange::Comparison;
pub use rebuild::{Rebuilt, rebuild};
pub use settings::{WorkerSettings, WriteReport};
pub use verify::{LARGEST_WORKBOOK, Verdict, verify};
pub use wait::{finished, recounted};

use crate::{
    jobs::{recount, report::ReportJob, retention},
    phase::Phases,
    queue::Queue,
};

/// Builds reports and counts periods again, beside a server or alone.
pub struct Worker;

impl Worker {
    /// Opens the queue and starts to work on it in the background.
    ///
    /// # Errors
    /// When the queue's database does not open.
    pub async fn start(
        domain: Domain,
        files: FileStore,
        settings: WorkerSettings,
    ) -> Result<WorkerHandle, Error> {
        let domain = domain.with_shelf(files.clone());
        let queue = Queue::open(&settings.database_url).await?;
        files.remove_leftovers().await?;
        Ok(Self::begin((domain, files), queue, settings))
    }

    /// Starts every task. Not async, so that they are compiled here and not by every crate that awaits the start.
    fn begin(
        (domain, files): (Domain, FileStore),
        queue: Queue<ReportJob>,
        settings: WorkerSettings,
    ) -> WorkerHandle {
        let phases = Phases::new();
        let job = ReportJob::new((domain.clone(), files.clone()), &settings, phases.clone());
        let mut tasks = JoinSet::new();
        tasks.spawn(sweep::sweep(domain.clone(), (queue.clone(), files.clone()), phases.clone()));
        tasks.spawn(schedule::run(domain.clone(), phases.clone()));
        tasks.spawn(recount::run(domain.clone(), phases.clone()));
        let kept = (files, settings.keeping);
        tasks.spawn(retention::run(domain.clone(), kept, phases.clone()));
        tasks.spawn(supervisor::supervise(queue, job, settings, phases.clone()));
        WorkerHandle { domain, phases, tasks }
    }
}

/// A running worker. Dropped, it is cut off as by a crash; [`WorkerHandle::shutdown`] lets it finish.
pub struct WorkerHandle {
    domain: Domain,
    phases: Phases,
    tasks: JoinSet<()>,
}

impl WorkerHandle {
    /// Makes the worker look for waiting runs and recounts now. A request in the same process does so by itself.
    pub fn wake(&self) {
        self.domain.report_bell.ring();
        self.domain.recount_bell.ring();
    }

    /// Takes up nothing more and waits for running builds; those that outlast the drain time of the settings are
    /// interrupted and go back to waiting.
    pub async fn shutdown(mut self) {
        self.phases.drain();
        while self.tasks.join_next().await.is_some() {}
    }
}
