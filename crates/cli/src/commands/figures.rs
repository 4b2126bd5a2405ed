//! `migranet figures`: figures, or the cases behind them.

use std::{io, process::ExitCode};

use chrono::{DateTime, NaiveDate, Utc};
use clap::{Args, ValueEnum};
use domain::{
    Viewer,
    figure::{Breakdown, Figure, FigureCase, FigureQuery, cases, figures},
    indicator::RulebookKind,
};
use interchange::write_csv;
use serde_json::{Value, json};

use crate::{app::App, output, recounting};

/// Show figures at a cut-off, as known now or at any earlier moment.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  migranet figures --period IQ-2023 --cut-off 2025-12-31
  migranet figures --period IQ-2023 --cut-off 2025-12-31 --by sub-project --indicator EECO01 EECR03
  migranet figures --period IQ-2023 --cut-off 2025-12-31 --known-at 2026-01-31 --format json
  migranet figures --period IQ-2023 --cut-off 2025-12-31 --network SOB --indicator EECR03 --cases --format csv")]
pub struct Figures {
    /// Code of the funding period
    #[arg(long)]
    period: String,
    /// What had happened by this day, e.g. 2025-12-31
    #[arg(long, value_parser = crate::parse::day)]
    cut_off: NaiveDate,
    /// As known at this moment: 2026-01-31 (its end, UTC) or 2026-01-31T12:00:00Z; without it, as known now
    #[arg(long, value_parser = crate::parse::moment)]
    known_at: Option<DateTime<Utc>>,
    /// Only this regional network
    #[arg(long)]
    network: Option<String>,
    /// Only this sub-project
    #[arg(long)]
    sub_project: Option<String>,
    /// One figure per …
    #[arg(long, value_enum)]
    by: Option<By>,
    /// Only indicators that these ask for; without it, those of the law and of the programme
    #[arg(long = "kind", value_enum, value_delimiter = ',', num_args = 1..)]
    kinds: Vec<Kind>,
    /// Only these indicators, whoever asks for them, e.g. EECO01 EECR03
    #[arg(long = "indicator", value_delimiter = ',', num_args = 1..)]
    indicators: Vec<String>,
    /// List the cases behind each figure and those left out, instead of the numbers
    #[arg(long)]
    cases: bool,
    /// How to answer
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum By {
    Period,
    Network,
    SubProject,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(super) enum Format {
    #[default]
    Table,
    Csv,
    Json,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Kind {
    /// The common indicators of the European Social Fund
    Law,
    /// Indicators of the programme, such as those of the BMAS
    Programme,
    /// Consultations, trainings, plans and other activities
    Activities,
}

impl From<Kind> for RulebookKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Law => Self::Law,
            Kind::Programme => Self::Programme,
            Kind::Activities => Self::Activities,
        }
    }
}

impl From<By> for Breakdown {
    fn from(by: By) -> Self {
        match by {
            By::Period => Self::Period,
            By::Network => Self::Network,
            By::SubProject => Self::SubProject,
        }
    }
}

impl Figures {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        let viewer = Viewer::local_operator();
        let query = FigureQuery {
            period: self.period,
            cut_off: self.cut_off,
            known_at: self.known_at.map(|at| crate::parse::not_later_today(at, domain.clock.now())),
            network: self.network,
            strand: None,
            sub_project: self.sub_project,
            by: self.by.map(Breakdown::from),
            kinds: self.kinds.into_iter().map(RulebookKind::from).collect(),
            indicators: self.indicators,
        };
        recounting::tell_when_open(&domain, &query.period).await?;
        if self.cases {
            let cases = cases(&domain, &viewer, &query).await?;
            show(self.format, &CASE_COLUMNS, cases.iter().map(|case| case_json(&query.period, case)))?;
        } else {
            let figures = figures(&domain, &viewer, &query).await?;
            show(self.format, &FIGURE_COLUMNS, figures.iter().map(figure_json))?;
        }
        Ok(ExitCode::SUCCESS)
    }
}

const FIGURE_COLUMNS: [&str; 14] = [
    "period",
    "unit",
    "code",
    "regionCategory",
    "indicator",
    "women",
    "men",
    "nonBinary",
    "total",
    "persons",
    "excluded",
    "target",
    "ratio",
    "definitionVersion",
];

const CASE_COLUMNS: [&str; 12] = [
    "period",
    "unit",
    "code",
    "regionCategory",
    "indicator",
    "subProject",
    "reference",
    "gender",
    "since",
    "quantity",
    "counted",
    "missing",
];

pub(super) fn unit(by: Breakdown) -> &'static str {
    by.into()
}

fn figure_json(figure: &Figure) -> Value {
    json!({
        "period": &*figure.period,
        "unit": unit(figure.unit.kind),
        "code": figure.unit.code,
        "regionCategory": figure.region_category.as_str(),
        "indicator": figure.indicator.code,
        "women": figure.genders.map(|genders| genders.women),
        "men": figure.genders.map(|genders| genders.men),
        "nonBinary": figure.genders.map(|genders| genders.non_binary),
        "total": figure.total,
        "persons": figure.persons,
        "excluded": figure.excluded,
        "target": figure.plan.target,
        "ratio": figure.ratio(),
        "milestone": figure.plan.milestone,
        "reference": figure.plan.reference,
        "planned": figure.plan.planned,
        "definitionVersion": figure.indicator.version,
    })
}

fn case_json(period: &str, case: &FigureCase) -> Value {
    json!({
        "period": period,
        "unit": unit(case.unit.kind),
        "code": case.unit.code,
        "regionCategory": case.region_category.as_str(),
        "indicator": case.indicator.code,
        "subProject": &*case.sub_project,
        "reference": case.reference,
        "gender": case.gender.map(counting::Gender::as_str),
        "since": case.since.to_string(),
        "quantity": case.quantity,
        "counted": case.counted,
        "missing": case.missing.iter().map(counting::MissingField::as_str).collect::<Vec<_>>(),
    })
}

pub(super) fn show(
    format: Format,
    columns: &[&str],
    rows: impl Iterator<Item = Value>,
) -> anyhow::Result<()> {
    let cells = |row: &Value| columns.iter().map(|column| plain(&row[*column])).collect::<Vec<_>>();
    match format {
        Format::Json => output::json(&rows.collect::<Value>())?,
        Format::Csv => write_csv(columns, rows.map(|row| cells(&row)), io::stdout().lock())?,
        Format::Table => output::table(columns, rows.map(|row| cells(&row)).collect())?,
    }
    Ok(())
}

fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(";"),
        other => other.to_string(),
    }
}
