//! A worker at demo size, and what it is asked for.

use std::{
    path::Path,
    sync::atomic::{AtomicU64, Ordering},
};

use anyhow::Context as _;
use chrono::{Days, NaiveDate};
use domain::{
    Clock, Domain, Viewer, db,
    demo::{self, PERIOD},
    id::ReportRunId,
    report::{self, ReportRequest, State},
};
use migrations::{Migrator, MigratorTrait};
use texts::Language;
use worker::{FileStore, Worker, WorkerHandle, WorkerSettings};

static ASKED: AtomicU64 = AtomicU64::new(1);

/// The network of the demo in a database.
pub async fn network(url: &str) -> anyhow::Result<()> {
    let db = db::connect(url).await?;
    Migrator::up(&db, None).await?;
    demo::make(&Domain::new(db, Clock::system()), |_| {}).await?;
    Ok(())
}

/// A day before the last that no report was about: each is an earlier one, so that none has a report before it.
pub fn next_day() -> u64 {
    ASKED.fetch_add(1, Ordering::Relaxed)
}

/// A worker with a connection and a memory of its own, which has nothing in it yet.
pub struct Fresh {
    domain: Domain,
    worker: WorkerHandle,
}

impl Fresh {
    /// Starts it.
    pub async fn started(url: &str, folder: &Path) -> anyhow::Result<Self> {
        let domain = Domain::new(db::connect(url).await?, Clock::system());
        let files = FileStore::local(folder)?;
        let worker = Worker::start(domain.clone(), files, WorkerSettings::new(url)).await?;
        Ok(Self { domain, worker })
    }

    /// Asks for a report of the whole period so many days before its end.
    pub async fn ask(&self, days: u64) -> anyhow::Result<ReportRunId> {
        let last = NaiveDate::from_ymd_opt(2025, 12, 31).context("a date")?;
        let request = ReportRequest {
            period: PERIOD.to_owned(),
            cut_off: last - Days::new(days),
            known_at: None,
            network: None,
            strand: None,
            sub_project: None,
            language: Language::De,
        };
        Ok(report::request(&self.domain, &Viewer::local_operator(), request).await?.id)
    }

    /// Lets it look for what was asked for.
    pub fn wake(&self) {
        self.worker.wake();
    }

    /// Waits for a report, whoever builds it.
    pub async fn built(&self, run: ReportRunId) -> anyhow::Result<()> {
        let run = worker::finished(&self.domain, &Viewer::local_operator(), run, |_| {}).await?;
        anyhow::ensure!(run.state()? == State::Done, "a report was not built: {:?}", run.failure);
        Ok(())
    }

    /// Ends it.
    pub async fn shutdown(self) {
        self.worker.shutdown().await;
    }
}
