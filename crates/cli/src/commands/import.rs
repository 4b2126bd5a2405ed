//! `migranet import`: records from CSV files and workbooks.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Context as _;
use clap::Args;
use domain::{
    Viewer,
    exchange::{Finding, ImportError, ImportOutcome, ImportRequest, Kind, Mode, Severity, import},
};
use interchange::{Limits, Table, read_file};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use texts::Language;

use crate::{app::App, output};

/// Exit status when some rows were held back.
const SOME_HELD_BACK: u8 = 1;
/// Exit status when nothing was done.
const NOTHING_DONE: u8 = 2;

/// Bring in records from CSV files or workbooks.
///
/// The kind of a CSV file is its name (participations.csv), that of a workbook's sheet is the sheet's name.
/// Several files are one import. Every row is checked and all findings are shown at once; rows with errors are
/// held back, all others go in. The same file again changes nothing; a changed row is a correction.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  migranet template vorlage.xlsx            an empty workbook to fill in
  migranet import vorlage.xlsx --dry-run    what would happen
  migranet import sub_projects.csv participations.csv
  migranet import export.csv --kind participations --format json

Exit status: 0 all rows are in; 1 some rows were held back, the others are in; 2 nothing was done.")]
pub struct Import {
    /// The files: .csv (UTF-8 or Windows-1252; comma, semicolon or tab) or .xlsx
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// What the rows of the CSV files are, when their names do not say it
    #[arg(long, value_parser = crate::parse::kind)]
    kind: Option<Kind>,
    /// Check everything and predict the outcome, but keep nothing
    #[arg(long)]
    dry_run: bool,
    /// How to answer
    #[arg(long, value_enum, default_value_t)]
    format: output::Format,
    /// Language of the findings
    #[arg(long, default_value = "de")]
    lang: Language,
}

impl Import {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let request = match self.read() {
            Ok(request) => request,
            Err(error) => return self.refuse(&error, &[]),
        };
        let domain = app.domain().await?;
        match import(&domain, &Viewer::local_operator(), &request).await {
            Ok(outcome) => self.answer(&outcome),
            Err(ImportError::Refused(findings)) => {
                let about = anyhow::anyhow!("required columns are missing; nothing was imported");
                self.refuse(&about, &findings)
            }
            Err(ImportError::Failed(error)) => Err(error.into()),
        }
    }

    fn read(&self) -> anyhow::Result<ImportRequest> {
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
            let kinds = known_kinds();
            anyhow::ensure!(
                !known.is_empty(),
                "{shown}: cannot tell what its rows are; name the file or sheet after a kind ({kinds}) or use --kind"
            );
            tables.extend(known);
        }
        Ok(ImportRequest { tables, files, mode: if self.dry_run { Mode::DryRun } else { Mode::Apply } })
    }

    fn kind_of(&self, table: &Table, path: &std::path::Path) -> Option<Kind> {
        match &table.sheet {
            Some(sheet) => sheet.trim().to_lowercase().parse().ok(),
            None => self.kind.or_else(|| path.file_stem()?.to_string_lossy().to_lowercase().parse().ok()),
        }
    }

    fn answer(&self, outcome: &ImportOutcome) -> anyhow::Result<ExitCode> {
        let ImportOutcome { inserted, changed, unchanged, held_back, findings } = outcome;
        match self.format {
            output::Format::Json => output::json(&json!({
                "inserted": inserted, "changed": changed, "unchanged": unchanged, "held_back": held_back,
                "dry_run": self.dry_run,
                "findings": findings.iter().map(as_json).collect::<Vec<_>>(),
            }))?,
            output::Format::Text => {
                self.list(findings)?;
                let would = if self.dry_run { "would be " } else { "" };
                output::line(&format!(
                    "{would}inserted {inserted}, {would}changed {changed}, unchanged {unchanged}, held back {held_back}"
                ))?;
            }
        }
        Ok(if *held_back > 0 { ExitCode::from(SOME_HELD_BACK) } else { ExitCode::SUCCESS })
    }

    fn refuse(&self, error: &anyhow::Error, findings: &[Finding]) -> anyhow::Result<ExitCode> {
        match self.format {
            output::Format::Json => output::json(&json!({
                "inserted": 0, "changed": 0, "unchanged": 0, "held_back": 0, "dry_run": self.dry_run,
                "error": format!("{error:#}"),
                "findings": findings.iter().map(as_json).collect::<Vec<_>>(),
            }))?,
            output::Format::Text => {
                self.list(findings)?;
                output::error(&format!("{error:#}"));
            }
        }
        Ok(ExitCode::from(NOTHING_DONE))
    }

    fn list(&self, findings: &[Finding]) -> anyhow::Result<()> {
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

fn known_kinds() -> String {
    use strum::VariantArray;
    Kind::VARIANTS.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(", ")
}

fn as_json(finding: &Finding) -> Value {
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
