//! `migranet worker`: background jobs, in a process of their own.

use std::process::ExitCode;

use clap::Args;
use worker::WorkerSettings;

use crate::{
    app::App,
    output,
    server::{start_worker, told_to_stop, worker_settings},
};

/// Build requested reports until told to stop. Any number of workers share the work.
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  DATABASE_URL=postgres://migranet@db/migranet migranet worker")]
pub struct Worker {}

impl Worker {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        let settings = WorkerSettings { keeps_facts: false, ..worker_settings(&app) };
        let worker = start_worker(settings, domain, app.files()?).await?;
        output::line("waiting for jobs")?;
        told_to_stop().await;
        worker.shutdown().await;
        Ok(ExitCode::SUCCESS)
    }
}
