//! `migranet withdraw`: takes records back that were brought by mistake.

use std::process::ExitCode;

use clap::Args;
use domain::{
    Viewer,
    exchange::{Finding, ImportError, WithdrawalOutcome, WithdrawalRequest, withdraw},
};
use serde_json::json;

use crate::{
    app::App,
    output,
    tables::{Files, NOTHING_DONE, Read, SOME_HELD_BACK, as_json},
};

/// Withdraw records that CSV files or workbooks name by their keys.
///
/// A file needs the columns that tell records of its kind apart, e.g. ref for consultations; others are not read, so an
/// exported file will do. The records stay in the history with the reason, and figures follow at once. Rows that name no
/// record are held back, all others take effect.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  migranet withdraw outcomes.csv --reason \"entered for the wrong person\" --dry-run
  migranet withdraw mistakes.csv --kind consultations --reason \"entered twice\"

Exit status: 0 all rows are done; 1 some rows were held back, the others are done; 2 nothing was done.")]
pub struct Withdraw {
    #[command(flatten)]
    files: Files,
    /// Why; kept with the records and in the audit log
    #[arg(long)]
    reason: String,
}

impl Withdraw {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let Read { tables, files } = match self.files.read() {
            Ok(read) => read,
            Err(error) => return self.refuse(&error, &[]),
        };
        let request = WithdrawalRequest {
            tables,
            files,
            reason: self.reason.trim().to_owned(),
            mode: self.files.mode(),
        };
        let domain = app.domain().await?;
        match withdraw(&domain, &Viewer::local_operator(), &request).await {
            Ok(outcome) => self.answer(&outcome),
            Err(ImportError::Refused(findings)) => {
                let about = anyhow::anyhow!("these files withdraw nothing; nothing was done");
                self.refuse(&about, &findings)
            }
            Err(ImportError::Failed(error)) => Err(error.into()),
        }
    }

    fn answer(&self, outcome: &WithdrawalOutcome) -> anyhow::Result<ExitCode> {
        let WithdrawalOutcome { withdrawn, held_back, findings } = outcome;
        match self.files.format {
            output::Format::Json => output::json(&json!({
                "withdrawn": withdrawn, "held_back": held_back, "dry_run": self.files.dry_run,
                "findings": findings.iter().map(as_json).collect::<Vec<_>>(),
            }))?,
            output::Format::Text => {
                self.files.list(findings)?;
                let would = if self.files.dry_run { "would be " } else { "" };
                output::line(&format!("{would}withdrawn {withdrawn}, held back {held_back}"))?;
            }
        }
        Ok(if *held_back > 0 { ExitCode::from(SOME_HELD_BACK) } else { ExitCode::SUCCESS })
    }

    fn refuse(&self, error: &anyhow::Error, findings: &[Finding]) -> anyhow::Result<ExitCode> {
        match self.files.format {
            output::Format::Json => output::json(&json!({
                "withdrawn": 0, "held_back": 0, "dry_run": self.files.dry_run,
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
