//! `migranet export`: records out, in the columns they came in.

use std::{
    fs::File,
    io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Context as _;
use chrono::{DateTime, Utc};
use clap::Args;
use domain::{
    Viewer,
    exchange::{Export as Exported, Kind, export},
};
use interchange::{Cell, value, write_csv};
use reporting::{Records, Value, WriteError, write_records};

use crate::app::App;

/// Write the current records of a kind to a CSV file or workbook; importing it again changes nothing.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  migranet export participations --period IQ-2023 --out participations.csv
  migranet export sub_projects --period IQ-2023              to the terminal, as CSV")]
pub struct Export {
    /// What to export, e.g. participations
    #[arg(value_parser = crate::parse::kind)]
    kind: Kind,
    /// Code of the funding period
    #[arg(long)]
    period: String,
    /// Where to: .csv or .xlsx; without it CSV goes to standard output
    #[arg(long)]
    out: Option<PathBuf>,
}

impl Export {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        let exported = export(&domain, &Viewer::local_operator(), self.kind, &self.period).await?;
        match &self.out {
            None => csv(exported, io::stdout().lock())?,
            Some(path) => {
                let shown = path.display();
                if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("xlsx")) {
                    workbook(&exported, domain.clock.now(), path).with_context(|| format!("{shown}"))?;
                } else {
                    let file = File::create(path).with_context(|| format!("{shown}"))?;
                    csv(exported, io::BufWriter::new(file)).with_context(|| format!("{shown}"))?;
                }
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn workbook(exported: &Exported, exported_at: DateTime<Utc>, out: &Path) -> Result<(), WriteError> {
    let value = |cell: &'_ Cell| match cell {
        Cell::Text(text) | Cell::Invalid(text) => Value::Text(text.clone().into()),
        Cell::Number(number) => Value::Decimal(*number),
        Cell::Date(day) => Value::Date(*day),
        Cell::Boolean(_) | Cell::Empty => Value::Empty,
    };
    let rows = exported.rows.iter().map(|row| row.iter().map(value).collect());
    let kind = exported.kind.as_str();
    write_records(Records { kind, header: &exported.header, rows: Box::new(rows), exported_at }, out)
}

fn csv(exported: Exported, out: impl io::Write) -> io::Result<()> {
    let rows = exported.rows.into_iter().map(|row| {
        let text = |cell| value::text(&cell).ok().flatten().unwrap_or_default();
        row.into_iter().map(text).collect::<Vec<_>>()
    });
    write_csv(&exported.header, rows, out)
}
