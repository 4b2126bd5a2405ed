//! `migranet worker`: background jobs, in a process of their own.

use std::process::ExitCode;

use clap::Args;

use crate::{
    app::App,
    output,
    server::{start_worker, told_to_stop},
};

/// Build requested reports until told to stop. Any number of workers share the work.
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  DATABASE_URL=postgres://migranet@db/migranet migranet worker")]
pub struct Worker {}

impl Worker {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        let worker = start_worker(&app, domain, app.files()?).await?;
        output::line("waiting for jobs")?;
        told_to_stop().await;
        worker.shutdown().await;
        Ok(ExitCode::SUCCESS)
    }
}
