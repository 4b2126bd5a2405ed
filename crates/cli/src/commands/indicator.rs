//! `migranet indicator`: the indicators of a period, and those that the programme defines itself.

use std::{fs, path::PathBuf, process::ExitCode};

use anyhow::Context as _;
use chrono::NaiveDate;
use clap::{Args, Subcommand};
use domain::{
    Viewer, funding_period,
    indicator::{self, Catalogue, Change, DefinitionInput},
    indicator_value::{self, NewValue},
    recount,
};
use serde_json::json;

use crate::{
    app::App,
    output::{self, Format},
    recounting,
};

/// List, define, change and retire indicators, and enter values by hand.
#[derive(Subcommand, Debug)]
pub enum Indicator {
    List(List),
    Define(Define),
    Change(ChangeDefinition),
    Retire(Retire),
    Value(Value),
}

impl Indicator {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        match self {
            Self::List(command) => command.run(app).await,
            Self::Define(command) => command.run(app).await,
            Self::Change(command) => command.run(app).await,
            Self::Retire(command) => command.run(app).await,
            Self::Value(command) => command.run(app).await,
        }
    }
}

/// List the indicators of a period: those of the law, of the programme, and of the network's activities.
#[derive(Args, Debug)]
pub struct List {
    /// Code of the funding period
    #[arg(long)]
    period: String,
    /// How to answer
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl List {
    async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        let period = funding_period::store::by_code(&domain.db, &self.period).await?;
        let period = period.with_context(|| format!("there is no funding period {}", self.period))?;
        recounting::tell_when_open(&domain, &self.period).await?;
        let moment = recount::moment(&domain, period.id, None).await?;
        let catalogue = Catalogue::of(&domain.db, &period, moment).await?;
        let all = catalogue.all().iter();
        match self.format {
            Format::Json => {
                let all = all.map(|indicator| {
                    json!({
                        "code": indicator.code, "kind": indicator.kind.as_str(), "version": indicator.version,
                        "unit": indicator.unit.as_str(), "nameDe": indicator.name.de, "nameEn": indicator.name.en,
                        "definitionDe": indicator.definition.de, "definitionEn": indicator.definition.en,
                        "isResult": indicator.is_result, "legalSource": indicator.legal_source,
                    })
                });
                output::json(&all.collect::<Vec<_>>())?;
            }
            Format::Text => {
                let rows = all.map(|indicator| {
                    vec![
                        indicator.code.to_string(),
                        indicator.kind.as_str().to_owned(),
                        indicator.unit.as_str().to_owned(),
                        indicator.version.to_string(),
                        indicator.name.en.to_string(),
                    ]
                });
                output::table(&["code", "kind", "unit", "version", "name"], rows.collect())?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Define an indicator of the programme from a file.
#[derive(Args, Debug)]
#[command(after_help = "\
Example:
  migranet indicator define --period IQ-2023 women-advised.json

{ \"code\": \"BMAS-01\", \"nameDe\": \"Beratene Frauen\", \"nameEn\": \"Women advised\",
  \"definitionDe\": \"…\", \"definitionEn\": \"…\", \"source\": \"consultations\", \"count\": \"persons\",
  \"conditions\": [{ \"field\": \"gender\", \"anyOf\": [\"female\"] }],
  \"measures\": \"output\", \"about\": \"participants\", \"strands\": [], \"legalSource\": \"Förderrichtlinie, Nr. 4\",
  \"validFrom\": \"2024-01-01\" }

validFrom: what happened before that day does not count; without it, the first day of the period.
about: participants or operation, as the programme's database files it; changes nothing in counting.")]
pub struct Define {
    /// Code of the funding period
    #[arg(long)]
    period: String,
    /// The definition, JSON
    file: PathBuf,
}

impl Define {
    async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        let input = read(&self.file)?;
        let row = indicator::define(&domain, &Viewer::local_operator(), (&self.period, &input)).await?;
        let counted = recounting::after_change(&app, &domain, row.funding_period_id).await?;
        output::line(&format!("{} is defined: {counted}", row.code))?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Replace the definition of an indicator by a new version; nothing is deleted.
#[derive(Args, Debug)]
pub struct ChangeDefinition {
    /// Code of the funding period
    #[arg(long)]
    period: String,
    /// The new definition, JSON, with the code of the old one
    file: PathBuf,
    /// Why; kept with the version and in the audit log
    #[arg(long)]
    reason: String,
}

impl ChangeDefinition {
    async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        let input = read(&self.file)?;
        let change = Change { period: self.period, code: input.code.clone(), reason: self.reason };
        let row = indicator::change(&domain, &Viewer::local_operator(), (&change, &input)).await?;
        let counted = recounting::after_change(&app, &domain, row.funding_period_id).await?;
        output::line(&format!("{} has version {}: {counted}", row.code, row.version))?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Take an indicator out of what is reported; what it counted stays known.
#[derive(Args, Debug)]
pub struct Retire {
    /// Code of the funding period
    #[arg(long)]
    period: String,
    /// Code of the indicator
    code: String,
    /// Why; kept with the version and in the audit log
    #[arg(long)]
    reason: String,
}

impl Retire {
    async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        let change = Change { period: self.period, code: self.code, reason: self.reason };
        let row = indicator::retire(&domain, &Viewer::local_operator(), &change).await?;
        let counted = recounting::after_change(&app, &domain, row.funding_period_id).await?;
        output::line(&format!("{} is retired: {counted}", row.code))?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Enter a value by hand; one for the same indicator, sub-project, day and gender is replaced.
#[derive(Args, Debug)]
#[command(after_help = "\
Example:
  migranet indicator value --period IQ-2023 BMAS-05 --sub-project TV-17 --day 2024-06-30 --value 12 --reason \"report of July\"

Values add up: the figure at a cut-off is the sum of those of all days up to it.")]
pub struct Value {
    /// Code of the funding period
    #[arg(long)]
    period: String,
    /// Code of the indicator
    code: String,
    /// Code of the sub-project
    #[arg(long)]
    sub_project: String,
    /// The day from which it counts
    #[arg(long, value_parser = crate::parse::day)]
    day: NaiveDate,
    /// Gender column: female, male, non_binary; without it, the total alone
    #[arg(long)]
    gender: Option<String>,
    /// How much it adds, from 0
    #[arg(long, allow_negative_numbers = true, value_parser = crate::parse::whole_number)]
    value: i64,
    /// Why; kept with the value and in the audit log
    #[arg(long)]
    reason: String,
    /// The document it is taken from
    #[arg(long)]
    document: Option<String>,
}

impl Value {
    async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        let new = NewValue {
            period: self.period,
            indicator: self.code,
            sub_project: self.sub_project,
            day: self.day,
            gender: self.gender,
            value: self.value,
            reason: self.reason,
            document: self.document,
        };
        indicator_value::enter(&domain, &Viewer::local_operator(), &new).await?;
        output::line(&format!("{} from {} on", new.value, new.day))?;
        Ok(ExitCode::SUCCESS)
    }
}

fn read(file: &PathBuf) -> anyhow::Result<DefinitionInput> {
    let shown = file.display();
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {shown}"))?;
    serde_json::from_str(&text).with_context(|| format!("{shown} is no definition"))
}
