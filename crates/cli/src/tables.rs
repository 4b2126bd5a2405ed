//! Files of records as commands take them, and what was found in them.

use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::Args;
use domain::exchange::{Finding, Kind, Mode, Severity};
use interchange::{Limits, Table, read_file};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use strum::VariantArray;
use texts::Language;

use crate::output;

/// Exit status when some rows were held back.
pub const SOME_HELD_BACK: u8 = 1;
/// Exit status when nothing was done.
pub const NOTHING_DONE: u8 = 2;

/// Which files to read, and how to answer.
#[derive(Args, Debug)]
pub struct Files {
    /// The files: .csv (UTF-8 or Windows-1252; comma, semicolon or tab) or .xlsx
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// What the rows of the CSV files are, when their names do not say it
    #[arg(long, value_parser = crate::parse::kind)]
    kind: Option<Kind>,
    /// Check everything and predict the outcome, but keep nothing
    #[arg(long)]
    pub dry_run: bool,
    /// How to answer
    #[arg(long, value_enum, default_value_t)]
    pub format: output::Format,
    /// Language of the findings
    #[arg(long, default_value = "de")]
    lang: Language,
}

/// What stands in files.
pub struct Read {
    /// The tables with their kinds.
    pub tables: Vec<(Kind, Table)>,
    /// Name and SHA-256 of each file.
    pub files: Vec<(String, String)>,
}

impl Files {
    /// Whether to keep what is done.
    pub fn mode(&self) -> Mode {
        if self.dry_run { Mode::DryRun } else { Mode::Apply }
    }

    /// Reads the files.
    ///
    /// # Errors
    /// The first file that cannot be read, or that holds nothing of a known kind.
    pub fn read(&self) -> anyhow::Result<Read> {
        let mut tables = Vec::new();
        let mut files = Vec::new();
        for path in &self.files {
            let shown = path.display();
            let read = read_file(path, &Limits::default()).with_context(|| format!("{shown}"))?;
            let bytes = std::fs::read(path).with_context(|| format!("{shown}"))?;
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.push((name, hex::encode(Sha256::digest(bytes))));
            let known: Vec<_> =
                read.into_iter().filter_map(|table| Some((self.kind_of(&table, path)?, table))).collect();
            let kinds = Kind::VARIANTS.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(", ");
            anyhow::ensure!(
                !known.is_empty(),
                "{shown}: cannot tell what its rows are; name the file or sheet after a kind ({kinds}) or use --kind"
            );
            tables.extend(known);
        }
        Ok(Read { tables, files })
    }

    fn kind_of(&self, table: &Table, path: &Path) -> Option<Kind> {
        match &table.sheet {
            Some(sheet) => sheet.trim().to_lowercase().parse().ok(),
            None => self.kind.or_else(|| path.file_stem()?.to_string_lossy().to_lowercase().parse().ok()),
        }
    }

    /// Lists findings for people.
    pub fn list(&self, findings: &[Finding]) -> anyhow::Result<()> {
        for finding in findings {
            let place = match (&finding.sheet, finding.row) {
                (Some(sheet), Some(row)) => format!("{} [{sheet}] row {row}", finding.file),
                (Some(sheet), None) => format!("{} [{sheet}]", finding.file),
                (None, Some(row)) => format!("{}:{row}", finding.file),
                (None, None) => finding.file.clone(),
            };
            let severity = match finding.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            };
            output::line(&format!("{place}: {severity} {}: {}", finding.rule, finding.message(self.lang)))?;
            output::line(&format!("    → {}", finding.remedy(self.lang)))?;
        }
        Ok(())
    }
}

/// A finding for programs.
pub fn as_json(finding: &Finding) -> Value {
    let both = |say: fn(&Finding, Language) -> String| json!({"de": say(finding, Language::De), "en": say(finding, Language::En)});
    json!({
        "file": finding.file,
        "sheet": finding.sheet,
        "kind": finding.kind.map(Kind::as_str),
        "row": finding.row,
        "column": finding.column,
        "value": finding.value,
        "rule": finding.rule,
        "severity": match finding.severity { Severity::Error => "E", Severity::Warning => "W" },
        "message": both(Finding::message),
        "legalSource": finding.legal_source,
        "remedy": both(Finding::remedy),
    })
}
