//! What became of the reports that were asked for.

use std::{path::PathBuf, process::ExitCode};

use clap::{Args, Subcommand};
use domain::{
    Domain, Viewer,
    id::ReportRunId,
    report::{self, Model, State},
};
use serde_json::{Value, json};
use texts::Language;
use uuid::Uuid;

use crate::{app::App, listing::Format, output, parse, report::deliver, workbook::about};

/// What can be done with a report that was asked for.
#[derive(Subcommand, Debug)]
pub enum Runs {
    List(List),
    Cancel(Cancel),
    Retry(Retry),
}

/// List the reports that were asked for, the newest first.
#[derive(Args, Debug)]
pub struct List {
    /// Only those in these states
    #[arg(long = "state", value_parser = parse::code::<State>(), value_delimiter = ',', num_args = 1..)]
    states: Vec<State>,
    /// How many at most
    #[arg(long, default_value_t = 50)]
    limit: u64,
    /// How to answer
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Cancel a report that waits or is being built: nothing of it is left.
#[derive(Args, Debug)]
pub struct Cancel {
    /// Key of the run, as `migranet report list` shows it
    run: Uuid,
}

/// Ask again for a report that failed or was cancelled, or whose file is gone, and wait for it.
#[derive(Args, Debug)]
pub struct Retry {
    /// Key of the run, as `migranet report list` shows it
    run: Uuid,
    /// Where to write the workbook, or the bundle; without it, it is stored only
    #[arg(long)]
    out: Option<PathBuf>,
}

const COLUMNS: [&str; 10] = [
    "key",
    "period",
    "unit",
    "bundle",
    "cutOff",
    "state",
    "requestedAt",
    "requestedBy",
    "failure",
    "fileSha256",
];

impl Runs {
    /// Runs the command.
    pub async fn run(self, app: &App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?.with_shelf(app.files()?);
        let viewer = Viewer::local_operator();
        match self {
            Self::List(list) => {
                let mut rows = Vec::new();
                for run in report::page(&domain, &viewer, (&list.states, None, list.limit)).await? {
                    rows.push(row(&domain, &run).await?);
                }
                list.format.show(&COLUMNS, rows)?;
            }
            Self::Cancel(cancel) => {
                let run = report::cancel(&domain, &viewer, ReportRunId(cancel.run)).await?;
                let what = about(&domain, &run).await?;
                output::line(&format!("run {}, {}: {what}", run.id, run.state))?;
            }
            Self::Retry(retry) => {
                let run = report::retry(&domain, &viewer, ReportRunId(retry.run)).await?;
                deliver(app, &domain, (run, retry.out.as_deref())).await?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

async fn row(domain: &Domain, run: &Model) -> anyhow::Result<Value> {
    let subject = report::subject(domain, run).await?;
    Ok(json!({
        "key": run.id,
        "period": subject.period.code,
        "unit": subject.code(),
        "bundle": run.is_bundle,
        "cutOff": run.cut_off,
        "state": run.state,
        "requestedAt": output::moment(run.requested_at),
        "requestedBy": run.requested_by_name,
        "failure": run.failure_text(Language::En),
        "fileSha256": run.file_sha256,
    }))
}
