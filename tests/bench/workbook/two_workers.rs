//! Two workers with two reports beside one with one, at demo size.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use anyhow::Context as _;
use chrono::{Days, NaiveDate};
use domain::{
    Clock, Domain, Viewer, db,
    demo::{self, PERIOD},
    report::{self, ReportRequest, State},
};
use migrations::{Migrator, MigratorTrait};
use texts::Language;
use worker::{FileStore, Worker, WorkerHandle, WorkerSettings};

/// How often both are measured; the shortest times count.
const ROUNDS: u64 = 3;

/// The shortest time of one worker for one report and of two workers for two, each starting without anything in memory.
pub async fn measured(folder: &Path) -> anyhow::Result<[Duration; 2]> {
    let url = format!("sqlite://{}?mode=rwc", folder.join("migranet.db").display());
    let db = db::connect(&url).await?;
    Migrator::up(&db, None).await?;
    demo::make(&Domain::new(db, Clock::system()), |_| {}).await?;
    let mut best = [Duration::MAX; 2];
    for round in 0..ROUNDS {
        for (place, workers) in [(0, 1), (1, 2)] {
            let time = Measurement { url: &url, folder, workers, round }.time().await?;
            best[place] = best[place].min(time);
        }
    }
    Ok(best)
}

/// As many reports as workers.
struct Measurement<'a> {
    url: &'a str,
    folder: &'a Path,
    workers: u64,
    round: u64,
}

impl Measurement<'_> {
    async fn time(&self) -> anyhow::Result<Duration> {
        let mut started = Vec::new();
        for _ in 0..self.workers {
            started.push(self.worker().await?);
        }
        let (domain, _) = started.first().context("no worker")?;
        let begin = Instant::now();
        let mut runs = Vec::new();
        for number in 0..self.workers {
            let request = self.request(number)?;
            runs.push(report::request(domain, &Viewer::local_operator(), request).await?.id);
        }
        started.iter().for_each(|(_, worker)| worker.wake());
        for run in runs {
            let run = worker::finished(domain, &Viewer::local_operator(), run, |_| {}).await?;
            anyhow::ensure!(run.state()? == State::Done, "a report was not built: {:?}", run.failure);
        }
        let time = begin.elapsed();
        for (_, worker) in started {
            worker.shutdown().await;
        }
        Ok(time)
    }

    /// A worker with a connection and a memory of its own.
    async fn worker(&self) -> anyhow::Result<(Domain, WorkerHandle)> {
        let domain = Domain::new(db::connect(self.url).await?, Clock::system());
        let files = FileStore::local(self.folder)?;
        let worker = Worker::start(domain.clone(), files, WorkerSettings::new(self.url)).await?;
        Ok((domain, worker))
    }

    /// A report that nobody asked for before: each is about another day.
    fn request(&self, number: u64) -> anyhow::Result<ReportRequest> {
        let last = NaiveDate::from_ymd_opt(2025, 12, 31).context("a date")?;
        let days = self.round * 4 + self.workers + number;
        Ok(ReportRequest {
            period: PERIOD.to_owned(),
            cut_off: last - Days::new(days),
            known_at: None,
            network: None,
            strand: None,
            sub_project: None,
            language: Language::De,
        })
    }
}
