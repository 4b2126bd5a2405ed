//! `migranet finding`: warnings that somebody accepts.

use std::process::ExitCode;

use chrono::NaiveDate;
use clap::{Args, Subcommand};
use domain::{
    Viewer,
    plausibility::CheckQuery,
    waiver::{self, Revoke, Waive},
};

use crate::{app::App, output};

/// Waive warnings of `migranet check` that were looked into and are accepted, and take that back.
///
/// A waived warning is never hidden: `migranet check` and every report show it with the reason. Errors cannot be waived.
#[derive(Subcommand, Debug)]
#[command(after_help = "\
Examples:
  migranet check --period IQ-2023
  migranet finding waive --period IQ-2023 V-01/TV-17/K-0042/participation/2023-05-10/isced --reason \"Asked twice, in writing\"
  migranet finding revoke --period IQ-2023 V-01/TV-17/K-0042/participation/2023-05-10/isced")]
pub enum FindingCommand {
    Waive(WaiveOne),
    Revoke(RevokeOne),
}

/// Accept a warning, with the reason.
#[derive(Args, Debug)]
pub struct WaiveOne {
    /// Code of the funding period
    #[arg(long)]
    period: String,
    /// The cut-off of the check that found it; today without it
    #[arg(long, value_parser = crate::parse::day)]
    cut_off: Option<NaiveDate>,
    /// Key of the warning, as `migranet check` shows it
    finding: String,
    /// Why it is accepted, at most 1,000 characters
    #[arg(long)]
    reason: String,
}

/// Take a waiver back: the warning is open again.
#[derive(Args, Debug)]
pub struct RevokeOne {
    /// Code of the funding period
    #[arg(long)]
    period: String,
    /// Key of the warning, as `migranet check` shows it
    finding: String,
    /// Why, at most 1,000 characters; needed where a report that was handed in shows the waiver
    #[arg(long)]
    reason: Option<String>,
}

impl FindingCommand {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        let viewer = Viewer::local_operator();
        match self {
            Self::Waive(WaiveOne { period, cut_off, finding, reason }) => {
                let cut_off = cut_off.unwrap_or_else(|| domain.clock.today());
                let check = CheckQuery { period, cut_off, network: None, sub_project: None };
                let waiver = waiver::waive(&domain, &viewer, Waive { check, finding, reason }).await?;
                output::line(&format!("{}  waived: {}", waiver.subject, waiver.reason))?;
            }
            Self::Revoke(RevokeOne { period, finding, reason }) => {
                let waiver = waiver::revoke(&domain, &viewer, Revoke { period, finding, reason }).await?;
                output::line(&format!("{}  is open again", waiver.subject))?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}
