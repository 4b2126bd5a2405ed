//! `migranet report`: workbooks for the funder, and what became of those that were asked for.

mod build;
mod runs;

use std::process::ExitCode;

use anyhow::Context as _;
use clap::Args;

use self::{build::Build, runs::Runs};
use crate::app::App;

/// Build the workbook of a funding period and write it to a file.
///
/// The request takes the same road as a click on the reports page: it is noted, a worker builds and stores the
/// workbook, and a copy goes to the file. It prints the SHA-256 of the file and the key of the run.
#[derive(Args, Debug)]
#[command(
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    after_help = "\
Examples:
  migranet report --period IQ-2023 --cut-off 2025-12-31 --out bericht.xlsx
  migranet report --period IQ-2023 --cut-off 2025-12-31 --network SOB --lang en --out report.xlsx
  migranet report --period IQ-2023 --cut-off 2025-12-31 --strand P23-RIN --out strang.xlsx
  migranet report --period IQ-2023 --cut-off 2025-12-31 --known-at 2026-01-31 --out wie-gemeldet.xlsx
  migranet report --period IQ-2023 --cut-off 2025-12-31 --bundle --out berichte.zip
  migranet report list --state failed        what was asked for and failed
  migranet report retry RUN --out bericht.xlsx"
)]
pub struct Report {
    #[command(subcommand)]
    runs: Option<Runs>,
    #[command(flatten)]
    build: Option<Build>,
}

impl Report {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        match self.runs {
            Some(runs) => runs.run(&app).await,
            None => self.build.context("say which report: --period, --cut-off and --out")?.run(&app).await,
        }
    }
}
