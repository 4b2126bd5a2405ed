//! `migranet verify`: whether a workbook is what it says it is.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Context as _;
use clap::Args;
use domain::{Viewer, report};
use worker::Verdict;

use crate::{
    app::App,
    output,
    workbook::{numbered, tell, title},
};

/// Say whether a workbook is one of ours, unmodified, or which sheets and cells differ.
///
/// Nothing is written. What was submitted is told by its hash on any machine that has the database; the cells of a
/// modified workbook are compared with the stored original.
#[derive(Args, Debug)]
#[command(after_help = "\
Example:
  migranet verify bericht.xlsx

Exit status: 0 unmodified; 1 modified, or none of ours; 2 no workbook, or the check failed.")]
pub struct Verify {
    /// The workbook
    file: PathBuf,
}

impl Verify {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let shown = self.file.display();
        let bytes = std::fs::read(&self.file).with_context(|| format!("cannot read {shown}"))?;
        let domain = app.domain().await?;
        let viewer = Viewer::local_operator();
        let verdict = worker::verify(&domain, &app.files()?, (&viewer, bytes)).await?;
        let unmodified = match &verdict {
            Verdict::Edition(edition) => {
                let run = report::get(&domain, &viewer, edition.report_run_id).await?;
                let title = title(&domain, &run).await?;
                output::line(&format!("{shown}: {}, unmodified", numbered(edition, &title)))?;
                true
            }
            Verdict::Run(run) => {
                let title = title(&domain, run).await?;
                output::line(&format!("{shown}: {title}, unmodified; it was never made an edition"))?;
                true
            }
            Verdict::Modified { run, edition, comparison, lacks_properties } => {
                let title = title(&domain, run).await?;
                let what = edition.as_ref().map_or(title.clone(), |edition| numbered(edition, &title));
                output::line(&format!("{shown}: {what}, MODIFIED"))?;
                if *lacks_properties {
                    output::line(
                        "  its properties are missing: another program saved it; its hidden name says what it is",
                    )?;
                }
                tell(comparison.as_ref())?;
                false
            }
            Verdict::Unknown => {
                output::line(&format!("{shown}: none of the reports in this database"))?;
                false
            }
            Verdict::Unreadable(error) => anyhow::bail!("{shown}: {error}"),
        };
        Ok(if unmodified { ExitCode::SUCCESS } else { ExitCode::from(1) })
    }
}
