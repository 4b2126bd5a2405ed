//! `migranet import`: records from CSV files and workbooks.

use std::process::ExitCode;

use clap::Args;
use domain::{
    Viewer,
    exchange::{Finding, ImportError, ImportOutcome, ImportRequest, import},
};
use serde_json::json;

use crate::{
    app::App,
    output,
    tables::{Files, NOTHING_DONE, Read, SOME_HELD_BACK, as_json},
};

/// Bring in records from CSV files or workbooks.
///
/// The kind of a CSV file is its name (participations.csv), that of a workbook's sheet is the sheet's name.
/// Several files are one import. Every row is checked and all findings are shown at once; rows with errors are
/// held back, all others go in. The same file again changes nothing; a changed row is a correction.
///
/// What a report that was handed in shows changes only with --reason, whichever row changes it; the change is counted and
/// shown with the report. Late new cases, of which no such report knows, need none.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  migranet template vorlage.xlsx            an empty workbook to fill in
  migranet import vorlage.xlsx --dry-run    what would happen
  migranet import sub_projects.csv participations.csv
  migranet import export.csv --kind participations --format json

Exit status: 0 all rows are in; 1 some rows were held back, the others are in; 2 nothing was done.")]
pub struct Import {
    #[command(flatten)]
    files: Files,
    /// Why records are corrected; needed for what a report that was handed in shows
    #[arg(long)]
    reason: Option<String>,
}

impl Import {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let Read { tables, files } = match self.files.read() {
            Ok(read) => read,
            Err(error) => return self.refuse(&error, &[]),
        };
        let request = ImportRequest { tables, files, mode: self.files.mode(), reason: self.reason.clone() };
        let domain = app.domain().await?;
        match import(&domain, &Viewer::local_operator(), &request).await {
            Ok(outcome) => self.answer(&outcome),
            Err(ImportError::Refused(findings)) => {
                let about = anyhow::anyhow!("required columns are missing; nothing was imported");
                self.refuse(&about, &findings)
            }
            Err(ImportError::Failed(error)) => Err(error.into()),
        }
    }

    fn answer(&self, outcome: &ImportOutcome) -> anyhow::Result<ExitCode> {
        let ImportOutcome { inserted, changed, unchanged, held_back, findings } = outcome;
        match self.files.format {
            output::Format::Json => output::json(&json!({
                "inserted": inserted, "changed": changed, "unchanged": unchanged, "held_back": held_back,
                "dry_run": self.files.dry_run,
                "findings": findings.iter().map(as_json).collect::<Vec<_>>(),
            }))?,
            output::Format::Text => {
                self.files.list(findings)?;
                let would = if self.files.dry_run { "would be " } else { "" };
                output::line(&format!(
                    "{would}inserted {inserted}, {would}changed {changed}, unchanged {unchanged}, held back {held_back}"
                ))?;
            }
        }
        Ok(if *held_back > 0 { ExitCode::from(SOME_HELD_BACK) } else { ExitCode::SUCCESS })
    }

    fn refuse(&self, error: &anyhow::Error, findings: &[Finding]) -> anyhow::Result<ExitCode> {
        match self.files.format {
            output::Format::Json => output::json(&json!({
                "inserted": 0, "changed": 0, "unchanged": 0, "held_back": 0, "dry_run": self.files.dry_run,
                "error": format!("{error:#}"),
                "findings": findings.iter().map(as_json).collect::<Vec<_>>(),
            }))?,
            output::Format::Text => {
                self.files.list(findings)?;
                output::error(&format!("{error:#}"));
            }
        }
        Ok(ExitCode::from(NOTHING_DONE))
    }
}
