//! `migranet targets`: targets beside what has been reached.

use std::process::ExitCode;

use chrono::{DateTime, NaiveDate, Utc};
use clap::Args;
use domain::{
    Viewer,
    attainment::{Attainment, AttainmentQuery, attainments},
};
use serde_json::{Value, json};

use crate::{app::App, listing::Format};

/// Show the targets in force at a cut-off beside what has been reached, was to be expected, and is to be expected.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  migranet targets --period IQ-2023 --cut-off 2025-06-30
  migranet targets --period IQ-2023 --cut-off 2025-06-30 --network SOB --indicator EECO01 EECR03 --format csv")]
pub struct Targets {
    /// Code of the funding period
    #[arg(long)]
    period: String,
    /// What had happened by this day, e.g. 2025-12-31
    #[arg(long, value_parser = crate::parse::day)]
    cut_off: NaiveDate,
    /// As known at this moment: 2026-01-31 (its end, UTC) or 2026-01-31T12:00:00Z; without it, as known now
    #[arg(long, value_parser = crate::parse::moment)]
    known_at: Option<DateTime<Utc>>,
    /// Only this regional network and its sub-projects
    #[arg(long)]
    network: Option<String>,
    /// Only this sub-project
    #[arg(long)]
    sub_project: Option<String>,
    /// Only these indicators, e.g. EECO01 EECR03
    #[arg(long = "indicator", value_delimiter = ',', num_args = 1..)]
    indicators: Vec<String>,
    /// How to answer
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

const COLUMNS: [&str; 15] = [
    "unit",
    "code",
    "indicator",
    "regionCategory",
    "gender",
    "kind",
    "target",
    "actual",
    "ratio",
    "expected",
    "forecast",
    "forecastMethod",
    "standing",
    "validFrom",
    "document",
];

impl Targets {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        let query = AttainmentQuery {
            period: self.period,
            cut_off: self.cut_off,
            known_at: self.known_at.map(|at| crate::parse::not_later_today(at, domain.clock.now())),
            network: self.network,
            strand: None,
            sub_project: self.sub_project,
            indicators: self.indicators,
        };
        let attainments = attainments(&domain, &Viewer::local_operator(), &query).await?;
        self.format.show(&COLUMNS, attainments.iter().map(row).collect())?;
        Ok(ExitCode::SUCCESS)
    }
}

fn row(attainment: &Attainment) -> Value {
    let unit: &'static str = attainment.unit.kind.into();
    json!({
        "unit": unit,
        "code": attainment.unit.code,
        "indicator": attainment.indicator.code,
        "regionCategory": attainment.region_category.map(|category| category.as_str()),
        "gender": attainment.gender.map(counting::Gender::as_str),
        "kind": attainment.kind.as_str(),
        "target": attainment.target,
        "actual": attainment.actual,
        "ratio": attainment.ratio(),
        "expected": tenth(attainment.expected),
        "forecast": attainment.forecast.map(|forecast| tenth(forecast.value)),
        "forecastMethod": attainment.forecast.map(|forecast| forecast.method.as_str()),
        "standing": attainment.standing.as_str(),
        "validFrom": attainment.valid_from.map(|day| day.to_string()),
        "document": attainment.document,
    })
}

/// More decimals of an expectation say nothing.
fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
