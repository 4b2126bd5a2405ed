//! `migranet edition changes`: what was done behind an edition.

use std::process::ExitCode;

use clap::Args;
use domain::{
    Actor, Domain, Viewer,
    edition::{self, Change},
    id::EditionId,
};
use serde_json::{Value, json};
use texts::Language;
use uuid::Uuid;

use crate::{listing::Format, output};

/// List what was entered, corrected or withdrawn behind an edition since it was made, the newest first: when, by whom and why.
#[derive(Args, Debug)]
pub struct Changes {
    /// Key of the edition, as `migranet edition list` shows it
    edition: Uuid,
    /// How many at most
    #[arg(long, default_value_t = 100)]
    limit: usize,
    /// How to answer
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

const COLUMNS: [&str; 8] = ["at", "kind", "changed", "reference", "unit", "fields", "by", "reason"];

impl Changes {
    /// Runs the command.
    pub async fn run(self, domain: &Domain) -> anyhow::Result<ExitCode> {
        let viewer = Viewer::local_operator();
        let edition = edition::get(domain, &viewer, EditionId(self.edition)).await?;
        let page = edition::changed(domain, &viewer, (&edition, None, self.limit)).await?;
        let shown = page.changes.len() as u64;
        self.format.show(&COLUMNS, page.changes.iter().map(row).collect())?;
        if page.goes_on {
            output::error(&format!("{shown} of {} changes; --limit shows more", page.total_count));
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn row(change: &Change) -> Value {
    json!({
        "at": change.at.to_rfc3339(),
        "kind": change.kind.as_str(),
        "changed": change.changed.as_str(),
        "reference": change.reference,
        "unit": change.unit,
        "fields": change.fields_in_words(Language::En),
        "by": change.by.as_deref().map(|by| Actor::in_words(by, Language::En)),
        "reason": change.reason,
    })
}
