//! `migranet edition rebuild`: the proof that an edition can be made again.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Context as _;
use clap::Args;
use domain::{Domain, Viewer, id::EditionId, report};
use uuid::Uuid;
use worker::Rebuilt;

use crate::{
    app::App,
    output,
    workbook::{numbered, tell, title},
};

/// Build the workbook of an edition again and say whether it has the same bytes.
///
/// The workbook is made of what the edition was frozen with: cut-off, known-at, rules and names of then. Nothing stored
/// changes.
///
/// Exit status: 0 the same bytes; 1 other bytes, with the sheets and cells that differ, unless the template has another version; 2 it cannot be built.
#[derive(Args, Debug)]
pub struct Rebuild {
    /// Key of the edition, as `migranet edition list` shows it
    edition: Uuid,
    /// Where to write the new workbook
    #[arg(long)]
    out: Option<PathBuf>,
}

impl Rebuild {
    /// Runs the command.
    pub async fn run(self, app: &App, domain: &Domain) -> anyhow::Result<ExitCode> {
        let viewer = Viewer::local_operator();
        let rebuilt = worker::rebuild(domain, &app.files()?, (&viewer, EditionId(self.edition))).await?;
        let what = numbered(&rebuilt.edition, &title(domain, &rebuilt.run).await?);
        if let Some(out) = self.out {
            std::fs::copy(&rebuilt.workbook, &out)
                .with_context(|| format!("cannot write {}", out.display()))?;
            report::downloaded(domain, &viewer, rebuilt.run.id).await?;
        }
        say(&what, &rebuilt)?;
        Ok(if rebuilt.is_same() { ExitCode::SUCCESS } else { ExitCode::from(1) })
    }
}

fn say(what: &str, rebuilt: &Rebuilt) -> anyhow::Result<()> {
    if rebuilt.is_same() {
        output::line(&format!("{what}: same bytes, SHA-256 {}", rebuilt.sha256))?;
        return Ok(());
    }
    output::line(&format!(
        "{what}: OTHER BYTES, SHA-256 {} instead of {}",
        rebuilt.sha256, rebuilt.edition.file_sha256
    ))?;
    if rebuilt.has_another_form() {
        output::line(&format!(
            "  it was made by template {} and this program makes template {}: the bytes cannot be the same, and no cells \
             are compared, because the same may stand in others",
            rebuilt.edition.template_version,
            report::TEMPLATE_VERSION
        ))?;
        return Ok(());
    }
    tell(rebuilt.comparison.as_ref())
}
