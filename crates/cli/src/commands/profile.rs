//! `migranet profile`: what a period counts by where the law leaves a choice.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use counting::Profile;
use domain::{
    Viewer,
    counting_profile::{self, Model, ProfileChange},
};
use serde_json::json;

use crate::{
    app::App,
    output::{self, Format},
    recounting,
};

/// Show or change what a period counts by.
#[derive(Subcommand, Debug)]
pub enum ProfileCommand {
    Show(Show),
    Set(Set),
}

impl ProfileCommand {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        match self {
            Self::Show(command) => command.run(app).await,
            Self::Set(command) => command.run(app).await,
        }
    }
}

/// Show what a period counts by, and what it counted by before.
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  migranet profile show --period IQ-2023")]
pub struct Show {
    /// Code of the funding period
    #[arg(long)]
    period: String,
    /// How to answer
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Show {
    async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        recounting::tell_when_open(&domain, &self.period).await?;
        let versions = counting_profile::in_force(&domain, &self.period, None).await?;
        let profile = versions.first().map(Profile::try_from).transpose()?.unwrap_or_default();
        match self.format {
            Format::Json => output::json(&json!({
                "period": self.period,
                "choices": profile.choices().into_iter().collect::<std::collections::BTreeMap<_, _>>(),
                "versions": versions.iter().map(version).collect::<Result<Vec<_>, _>>()?,
            }))?,
            Format::Text => {
                let allowed = |key: &str| {
                    let settable = Profile::SETTABLE.iter().find(|(known, _)| *known == key);
                    settable.map(|(_, values)| values.join(", ")).unwrap_or_default()
                };
                let choices = profile.choices().into_iter();
                let rows = choices.map(|(key, value)| vec![key.into(), value.into(), allowed(key)]);
                output::table(&["choice", "value", "can be set to"], rows.collect())?;
                for row in versions {
                    let reason = row.reason.unwrap_or_default();
                    output::line(&format!(
                        "version {} from {} {reason}",
                        row.version,
                        output::moment(row.valid_from)
                    ))?;
                }
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn version(row: &Model) -> anyhow::Result<serde_json::Value> {
    let choices: serde_json::Value = serde_json::from_str(&row.choices)?;
    Ok(
        json!({ "version": row.version, "validFrom": row.valid_from, "reason": row.reason, "choices": choices }),
    )
}

/// Change what a period counts by, and count it again.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  migranet profile set --period IQ-2023 ltu=sgb3 --reason \"decision of the funder of 3 May\"
  migranet profile set --period IQ-2023 short_advice_hours=8 six_months=within --reason \"…\"

The new figures are shown once all is counted; until then, and for ever as of then, what was known before is shown.
`migranet profile show` lists the choices.")]
pub struct Set {
    /// Code of the funding period
    #[arg(long)]
    period: String,
    /// Choices, e.g. ltu=sgb3
    #[arg(required = true, value_parser = choice)]
    choices: Vec<(String, String)>,
    /// Why; kept with the version and in the audit log
    #[arg(long)]
    reason: String,
}

fn choice(given: &str) -> Result<(String, String), String> {
    let (key, value) = given.split_once('=').ok_or("write key=value, e.g. ltu=sgb3")?;
    Ok((key.trim().to_owned(), value.trim().to_owned()))
}

impl Set {
    async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        let change = ProfileChange { period: self.period, choices: self.choices, reason: self.reason };
        let row = counting_profile::set(&domain, &Viewer::local_operator(), &change).await?;
        let counted = recounting::after_change(&app, &domain, row.funding_period_id).await?;
        output::line(&format!("version {} is in force: {counted}", row.version))?;
        Ok(ExitCode::SUCCESS)
    }
}
