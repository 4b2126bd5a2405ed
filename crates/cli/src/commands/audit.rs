//! `migranet audit`: who did, read or was refused what, and whether the log was left alone.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Context as _;
use clap::{Args, Subcommand};
use domain::{
    Viewer,
    audit::{self, Broken, Model, Order, Page, Seal, Walk},
};
use serde_json::json;

use crate::{
    app::App,
    output::{self, Format},
};

/// Exit status when the chain is broken.
const BROKEN: u8 = 1;
/// So many entries are exported at a time.
const BATCH: u64 = 1_000;

/// Read the audit log and check that nobody touched it.
#[derive(Subcommand, Debug)]
#[command(after_help = "\
Examples:
  migranet audit list --limit 20
  migranet audit verify
  migranet audit verify --noted 4711:5f1c…            a seal that an earlier check printed
  migranet audit export > audit.jsonl                 for whoever checks elsewhere:
  migranet audit verify --file audit.jsonl            needs no database")]
pub enum Audit {
    List(List),
    Export(Export),
    Verify(Verify),
}

impl Audit {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        match self {
            Self::List(command) => command.run(app).await,
            Self::Export(command) => command.run(app).await,
            Self::Verify(command) => command.run(app).await,
        }
    }
}

/// List entries, the newest first.
#[derive(Args, Debug)]
pub struct List {
    /// At most so many entries
    #[arg(long, default_value_t = 50)]
    limit: u64,
    /// Go on behind the entry at this position
    #[arg(long)]
    after: Option<i64>,
    /// How to answer
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl List {
    async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        let page = Page { after: self.after, limit: self.limit, order: Order::NewestFirst };
        let entries = audit::page(&domain, &Viewer::local_operator(), &page).await?;
        match self.format {
            Format::Json => output::json(&entries)?,
            Format::Text => {
                let headings = ["position", "at", "actor", "action", "kind", "object", "records", "purpose"];
                output::table(&headings, entries.into_iter().map(cells).collect())?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn cells(entry: Model) -> Vec<String> {
    let object = entry.object_id.unwrap_or_default();
    let at = output::moment(entry.at);
    let (position, count) = (entry.position.to_string(), entry.record_count.to_string());
    vec![position, at, entry.actor, entry.action, entry.object_kind, object, count, entry.purpose]
}

/// Write every entry to standard output, the oldest first, as one JSON object per line.
#[derive(Args, Debug)]
pub struct Export {}

impl Export {
    async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        let viewer = Viewer::local_operator();
        let mut page = Page { after: None, limit: BATCH, order: Order::OldestFirst };
        loop {
            let entries = audit::page(&domain, &viewer, &page).await?;
            let Some(last) = entries.last() else { break };
            page.after = Some(last.position);
            let mut out = io::stdout().lock();
            for entry in &entries {
                serde_json::to_writer(&mut out, entry).map_err(io::Error::from)?;
                writeln!(out)?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Check that no entry was changed, removed or put in between.
///
/// Prints the seal of the last entry. Note it somewhere else: with --noted, a later check also finds out whether
/// the newest entries were cut off and replaced.
#[derive(Args, Debug)]
pub struct Verify {
    /// Check this export instead of the database
    #[arg(long)]
    file: Option<PathBuf>,
    /// A seal that an earlier check printed, POSITION:HASH
    #[arg(long)]
    noted: Option<Seal>,
    /// How to answer
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

impl Verify {
    async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let found = match &self.file {
            Some(path) => verify_file(path, self.noted)?,
            None => {
                let domain = app.domain().await?;
                audit::verify(&domain, &Viewer::local_operator(), self.noted).await?
            }
        };
        if found.as_ref().is_ok_and(|end| end.position == 0) {
            anyhow::bail!("the log is empty, although making a database leaves entries: it was emptied");
        }
        match (self.format, &found) {
            (Format::Text, Ok(end)) => {
                output::line(&format!("the chain holds: {} entries, seal {end}", end.position))?;
            }
            (Format::Text, Err(broken)) => output::line(&format!("the chain is broken: {broken}"))?,
            (Format::Json, Ok(end)) => {
                output::json(&json!({ "holds": true, "entries": end.position, "seal": end.to_string() }))?;
            }
            (Format::Json, Err(broken)) => {
                output::json(&json!({ "holds": false, "broken": broken.to_string() }))?;
            }
        }
        Ok(if found.is_ok() { ExitCode::SUCCESS } else { ExitCode::from(BROKEN) })
    }
}

fn verify_file(path: &Path, noted: Option<Seal>) -> anyhow::Result<Result<Seal, Broken>> {
    let shown = path.display();
    let file = File::open(path).with_context(|| format!("cannot read {shown}"))?;
    let mut walk = Walk::past(noted);
    for (number, line) in BufReader::new(file).lines().enumerate() {
        let line = line.with_context(|| format!("cannot read {shown}"))?;
        let entry: Model = serde_json::from_str(&line)
            .with_context(|| format!("{shown}, line {}: not an entry of the audit log", number + 1))?;
        if let Err(broken) = walk.step(&entry) {
            return Ok(Err(broken));
        }
    }
    Ok(walk.end())
}
