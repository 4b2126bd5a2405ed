//! `migranet verify`: whether a workbook is what it says it is.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Context as _;
use clap::Args;
use domain::{Domain, Viewer, edition, report};
use interchange::Comparison;
use worker::Verdict;

use crate::{app::App, output};

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
                output::line(&format!(
                    "{shown}: edition {} of {title}, {}, unmodified",
                    edition.number, edition.state
                ))?;
                true
            }
            Verdict::Run(run) => {
                let title = title(&domain, run).await?;
                output::line(&format!("{shown}: {title}, unmodified; it was never made an edition"))?;
                true
            }
            Verdict::Modified { run, edition, comparison } => {
                let title = title(&domain, run).await?;
                let what = edition.as_ref().map_or(title.clone(), |edition| numbered(edition, &title));
                output::line(&format!("{shown}: {what}, MODIFIED"))?;
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

fn numbered(edition: &edition::Model, title: &str) -> String {
    format!("edition {} of {title}, {}", edition.number, edition.state)
}

/// The report in words: period, unit and cut-off.
async fn title(domain: &Domain, run: &report::Model) -> anyhow::Result<String> {
    let subject = report::subject(domain, run).await?;
    let unit = subject.code().map_or(String::new(), |code| format!(" {code}"));
    Ok(format!("report {}{unit} as of {}", subject.period.code, run.cut_off))
}

fn tell(comparison: Option<&Comparison>) -> anyhow::Result<()> {
    let Some(comparison) = comparison else {
        output::line("  the original is no longer stored: its cells cannot be compared")?;
        return Ok(());
    };
    for sheet in &comparison.missing {
        output::line(&format!("  sheet {sheet:?} is missing"))?;
    }
    for sheet in &comparison.added {
        output::line(&format!("  sheet {sheet:?} was added"))?;
    }
    for cell in &comparison.cells {
        let said = |value: &Option<String>| value.clone().unwrap_or_else(|| "(empty)".to_owned());
        output::line(&format!("  {}!{}: {} → {}", cell.sheet, cell.cell, said(&cell.was), said(&cell.is)))?;
    }
    let untold = comparison.different - comparison.cells.len() as u64;
    if untold > 0 {
        output::line(&format!("  … and {untold} more cells"))?;
    }
    if comparison.is_same() {
        output::line("  every cell says the same; looks, notes, charts or properties differ")?;
    }
    Ok(())
}
