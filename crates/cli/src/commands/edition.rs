//! `migranet edition`: from a finished workbook to what was handed in.

mod changes;
mod rebuild;

use std::{collections::BTreeMap, process::ExitCode};

use anyhow::bail;
use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};
use domain::{
    Domain, Viewer,
    edition::{self, EditionFilter, EditionQuery, FourEyes, Model, State},
    id::{EditionId, ReportRunId},
    report,
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{app::App, listing::Format, output, parse, workbook::about};

/// Hand reports in, approve them or send them back, and see what changed behind them.
///
/// A draft becomes an edition that is frozen when it is submitted; one level up it is approved or returned. Records behind
/// a submitted edition change only as corrections with a reason, and the changes are counted.
#[derive(Subcommand, Debug)]
#[command(after_help = "\
Examples:
  migranet report --period IQ-2023 --cut-off 2025-12-31 --out bericht.xlsx
  migranet edition draft                     the report asked for last becomes the draft of its next edition
  migranet edition submit EDITION
  migranet edition return EDITION --reason \"Die Ziele 2025 fehlen\"
  migranet edition submit EDITION --answer \"2025 gibt es keine Ziele\"
  migranet edition rebuild EDITION           the same bytes again, or what differs
  migranet edition list --period IQ-2023 --state submitted,returned
  migranet edition changes EDITION           who changed what behind it, when and why")]
pub enum Edition {
    List(List),
    Changes(changes::Changes),
    Draft(Draft),
    Submit(Submit),
    Approve(Approve),
    Return(Return),
    FourEyes(SetFourEyes),
    Rebuild(rebuild::Rebuild),
}

/// List the editions, the newest first.
#[derive(Args, Debug)]
pub struct List {
    /// Only those of this funding period
    #[arg(long)]
    period: Option<String>,
    /// Only those on this regional network as a whole
    #[arg(long, requires = "period", conflicts_with_all = ["strand", "sub_project"])]
    network: Option<String>,
    /// Only those on this strand
    #[arg(long, requires = "period", conflicts_with = "sub_project")]
    strand: Option<String>,
    /// Only those on this sub-project
    #[arg(long)]
    sub_project: Option<String>,
    /// Only those in these states
    #[arg(long = "state", value_parser = parse::code::<State>(), value_delimiter = ',', num_args = 1..)]
    states: Vec<State>,
    /// Only those with this cut-off
    #[arg(long, value_parser = parse::day)]
    cut_off: Option<NaiveDate>,
    /// How many at most
    #[arg(long, default_value_t = 50)]
    limit: u64,
    /// How to answer
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// Make a finished workbook the draft of its report's next edition.
#[derive(Args, Debug)]
pub struct Draft {
    /// Key of the report run, as `migranet report` shows it; without it, the report that `migranet report` asked for last
    #[arg(long)]
    run: Option<Uuid>,
}

/// Hand a draft in, or a returned edition again with an answer: it is frozen.
#[derive(Args, Debug)]
pub struct Submit {
    /// Key of the edition, as `migranet edition list` shows it
    edition: Uuid,
    /// What is answered to why it was returned
    #[arg(long)]
    answer: Option<String>,
}

/// Accept a submitted edition.
#[derive(Args, Debug)]
pub struct Approve {
    /// Key of the edition
    edition: Uuid,
    /// A remark
    #[arg(long)]
    remark: Option<String>,
}

/// Send a submitted edition back.
#[derive(Args, Debug)]
pub struct Return {
    /// Key of the edition
    edition: Uuid,
    /// Why
    #[arg(long)]
    reason: String,
}

/// Decide whether somebody else than who submitted has to approve.
#[derive(Args, Debug)]
pub struct SetFourEyes {
    /// Code of the funding period
    #[arg(long)]
    period: String,
    /// What holds from now on
    #[arg(value_enum)]
    rule: Rule,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Rule {
    /// Somebody else has to approve: the default
    On,
    /// Whoever submitted may approve as well
    Off,
}

const COLUMNS: [&str; 9] =
    ["key", "report", "cutOff", "number", "state", "knownAt", "changesSince", "corrections", "fileSha256"];

impl Edition {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        let viewer = Viewer::local_operator();
        match self {
            Self::Changes(changes) => return changes.run(&domain).await,
            Self::Rebuild(rebuild) => return rebuild.run(&app, &domain).await,
            Self::List(list) => {
                let List { period, network, strand, sub_project, states, cut_off, limit, format } = list;
                let filter = EditionFilter { period, network, strand, sub_project, states, cut_off };
                let query = EditionQuery { filter, limit, after: None };
                let mut rows = Vec::new();
                for edition in edition::list(&domain, &viewer, &query).await? {
                    rows.push(row(&domain, &edition).await?);
                }
                format.show(&COLUMNS, rows)?;
            }
            Self::Draft(draft) => {
                let run = match draft.run {
                    Some(run) => ReportRunId(run),
                    None => asked_last(&domain, &viewer).await?,
                };
                tell(&domain, &edition::draft(&domain, &viewer, run).await?).await?;
            }
            Self::Submit(submit) => {
                let wish = (EditionId(submit.edition), submit.answer);
                tell(&domain, &edition::submit(&domain, &viewer, wish).await?).await?;
            }
            Self::Approve(approve) => {
                let wish = (EditionId(approve.edition), approve.remark);
                tell(&domain, &edition::approve(&domain, &viewer, wish).await?).await?;
            }
            Self::Return(back) => {
                let wish = (EditionId(back.edition), back.reason);
                tell(&domain, &edition::give_back(&domain, &viewer, wish).await?).await?;
            }
            Self::FourEyes(set) => {
                let rule = match set.rule {
                    Rule::On => FourEyes::Required,
                    Rule::Off => FourEyes::Waived,
                };
                edition::require_four_eyes(&domain, &viewer, (&set.period, rule)).await?;
                output::line(&format!("{}: four eyes {:?}", set.period, set.rule).to_lowercase())?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// The report that was asked for last on the command line; where none was, the only one there is.
async fn asked_last(domain: &Domain, viewer: &Viewer) -> anyhow::Result<ReportRunId> {
    if let Some(run) = report::asked_last(domain, viewer).await? {
        return Ok(run.id);
    }
    let done = report::page(domain, viewer, (&[report::State::Done], None, 2)).await?;
    match &done[..] {
        [] => bail!("no workbook has been made yet: migranet report makes one"),
        [only] => Ok(only.id),
        _ => bail!(
            "there are several reports, and none was asked for by migranet report: name one with --run; the address of \
             its page ends with its key"
        ),
    }
}

/// Tells a step: the edition's key, where it stands, and which report it is of.
async fn tell(domain: &Domain, edition: &Model) -> anyhow::Result<()> {
    let run = report::get(domain, &Viewer::local_operator(), edition.report_run_id).await?;
    let what = about(domain, &run).await?;
    output::line(&format!("{}  edition {}, {}: {what}", edition.id, edition.number, edition.state))?;
    Ok(())
}

async fn row(domain: &Domain, edition: &Model) -> anyhow::Result<Value> {
    let run = report::get(domain, &Viewer::local_operator(), edition.report_run_id).await?;
    let subject = report::subject(domain, &run).await?;
    let changes = edition::changes(domain, edition).await?;
    Ok(json!({
        "key": edition.id,
        "report": subject.code().unwrap_or(&subject.period.code),
        "cutOff": edition.cut_off,
        "number": edition.number,
        "state": edition.state,
        "knownAt": edition.known_at.to_rfc3339(),
        "changesSince": changes.total(),
        "changes": BTreeMap::from(changes.by_kind()),
        "corrections": changes.corrections,
        "fileSha256": edition.file_sha256,
    }))
}
