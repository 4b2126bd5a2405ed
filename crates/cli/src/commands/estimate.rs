//! `migranet estimate`: informed estimates beside the figures.

use std::process::ExitCode;

use chrono::{DateTime, NaiveDate, Utc};
use clap::{Args, Subcommand};
use counting::Gender;
use domain::{
    Viewer,
    estimate::{self, EstimateQuery, NewEstimate},
};
use serde_json::{Value, json};

use crate::{app::App, gender_column::GenderColumn, listing::Format, output};

/// Enter and list informed estimates of characteristics that may stay unanswered (EECO12 to EECO17).
#[derive(Subcommand, Debug)]
pub enum Estimate {
    Enter(Enter),
    List(List),
}

/// Enter an estimate; one for the same unit, indicator, gender and day is kept as the version before.
#[derive(Args, Debug)]
#[command(after_help = "\
Example:
  migranet estimate enter --period IQ-2023 --indicator EECO16 --share 0.04 --valid-from 2025-06-30 \\
    --method \"Survey of the counselling centres, May 2025\" --document \"Vermerk 12/2025\"")]
pub struct Enter {
    /// Code of the funding period
    #[arg(long)]
    period: String,
    /// The regional network it is for
    #[arg(long)]
    network: Option<String>,
    /// The sub-project it is for; without it and a network it is for the period
    #[arg(long)]
    sub_project: Option<String>,
    /// Code of the indicator
    #[arg(long)]
    indicator: String,
    /// Gender column; all together without it
    #[arg(long, value_enum)]
    gender: Option<GenderColumn>,
    /// The share of the participants, 0 to 1
    #[arg(long, conflicts_with = "count", required_unless_present = "count")]
    share: Option<f64>,
    /// The number of participants
    #[arg(long)]
    count: Option<u64>,
    /// How it was estimated
    #[arg(long)]
    method: String,
    /// Where that is documented
    #[arg(long)]
    document: Option<String>,
    /// First cut-off day it holds for
    #[arg(long, value_parser = crate::parse::day)]
    valid_from: NaiveDate,
    /// Why; needed where a report that was handed in tells of the unit at that day or later
    #[arg(long)]
    reason: Option<String>,
}

/// List the estimates in force at a cut-off.
#[derive(Args, Debug)]
pub struct List {
    /// Code of the funding period
    #[arg(long)]
    period: String,
    /// Those in force at this cut-off; today without it
    #[arg(long, value_parser = crate::parse::day)]
    cut_off: Option<NaiveDate>,
    /// As known at this moment: 2026-01-31 (its end, UTC) or 2026-01-31T12:00:00Z; without it, as known now
    #[arg(long, value_parser = crate::parse::moment)]
    known_at: Option<DateTime<Utc>>,
    /// How to answer
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

const COLUMNS: [&str; 9] =
    ["unit", "code", "indicator", "gender", "share", "count", "method", "document", "validFrom"];

impl Estimate {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        let viewer = Viewer::local_operator();
        match self {
            Self::Enter(enter) => {
                let new = NewEstimate {
                    period: enter.period,
                    network: enter.network,
                    sub_project: enter.sub_project,
                    indicator: enter.indicator,
                    gender: enter.gender.map(Gender::from),
                    share: enter.share,
                    count: enter.count,
                    method: enter.method,
                    document: enter.document,
                    valid_from: enter.valid_from,
                    reason: enter.reason,
                };
                output::line(&estimate::enter(&domain, &viewer, new).await?.to_string())?;
            }
            Self::List(list) => {
                let now = domain.clock.now();
                let query = EstimateQuery {
                    period: list.period,
                    cut_off: list.cut_off.unwrap_or_else(|| domain.clock.today()),
                    known_at: list.known_at.map(|at| crate::parse::not_later_today(at, now)),
                    network: None,
                    strand: None,
                    sub_project: None,
                };
                let estimates = estimate::list(&domain, &viewer, &query).await?;
                list.format.show(&COLUMNS, estimates.iter().map(row).collect())?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn row(estimate: &estimate::Estimate) -> Value {
    let unit: &'static str = estimate.unit.kind.into();
    json!({
        "unit": unit,
        "code": estimate.unit.code,
        "indicator": estimate.indicator.code,
        "gender": estimate.gender.map(Gender::as_str),
        "share": estimate.amount.share(),
        "count": estimate.amount.count(),
        "method": estimate.method,
        "document": estimate.document,
        "validFrom": estimate.valid_from.to_string(),
    })
}
