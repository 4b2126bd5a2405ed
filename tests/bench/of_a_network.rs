//! A worker in a process of its own, with nothing in memory, that builds the reports on regional networks, one after the
//! other.

use std::{
    env,
    io::{self, Write as _},
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::Context as _;
use domain::{
    Clock, Domain, Viewer, db,
    demo::PERIOD,
    report::{self, ReportRequest, State},
};
use texts::Language;
use worker::{FileStore, Worker, WorkerSettings};

use super::{
    CUT_OFF,
    peak::{self, Used},
};

/// The first word of the process.
pub const WORD: &str = "work";
const NETWORKS: [&str; 2] = ["FRA", "SOB"];

/// What the worker took.
pub struct Built {
    pub time: Duration,
    pub used: Used,
    /// Rows and bytes of the last file.
    pub size: String,
}

/// In the process of the worker.
pub async fn build(url: &str, folder: &Path) -> anyhow::Result<()> {
    let domain = Domain::new(db::connect(url).await?, Clock::system());
    let files = FileStore::local(folder)?;
    let settings = WorkerSettings { keeps_facts: false, ..WorkerSettings::new(url) };
    let worker = Worker::start(domain.clone(), files, settings).await?;
    let mut last = None;
    for network in NETWORKS {
        let request = ReportRequest {
            period: PERIOD.to_owned(),
            cut_off: CUT_OFF,
            known_at: None,
            network: Some(network.to_owned()),
            strand: None,
            sub_project: None,
            language: Language::De,
        };
        let run = report::request(&domain, &Viewer::local_operator(), request).await?.id;
        worker.wake();
        let run = worker::finished(&domain, &Viewer::local_operator(), run, |_| {}).await?;
        anyhow::ensure!(run.state()? == State::Done, "a report was not built: {:?}", run.failure);
        last = Some(run);
    }
    let run = last.context("a report")?;
    let megabytes = run.file_size.context("a file")? / 1_000_000;
    writeln!(io::stdout(), "{} rows, {megabytes} MB", run.total)?;
    worker.shutdown().await;
    Ok(())
}

/// From the start of the process to its end.
pub fn measured(url: &str, folder: &Path) -> anyhow::Result<Built> {
    let mut command = Command::new(env::current_exe()?);
    command.args([WORD, url]).arg(folder).stdin(Stdio::null()).stdout(Stdio::piped());
    let begin = Instant::now();
    let mut child = command.spawn()?;
    let output = child.stdout.take().context("its output is piped")?;
    let used = peak::used_by(child)?;
    Ok(Built { time: begin.elapsed(), used, size: io::read_to_string(output)?.trim_end().to_owned() })
}
