//! `migranet bench-data`: fills an empty database with generated records, for measuring.

use std::{process::ExitCode, time::Instant};

use anyhow::bail;
use clap::{Args, ValueEnum};
use domain::demo::bench::{self, Tier};

use crate::{app::App, config::masked, output, progress::Progress};

/// Fill an empty database with generated records, for measuring.
///
/// WARNING: fills the database that the settings name, with up to 10 million participations of people who do not exist.
/// It refuses a database that holds anybody's records already. There is no way back but to drop the database.
#[derive(Args, Debug)]
#[command(after_help = "\
Example:
  DATABASE_URL=postgres://localhost/throw_away migranet bench-data --tier M")]
pub struct BenchData {
    /// How many records
    #[arg(long, value_enum)]
    tier: Size,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Size {
    /// 25,000 participations in 45 sub-projects
    #[value(name = "S", alias = "s")]
    S,
    /// 2.5 million participations in 400 sub-projects
    #[value(name = "M", alias = "m")]
    M,
    /// 10 million participations in 400 sub-projects
    #[value(name = "L", alias = "l")]
    L,
}

impl From<Size> for Tier {
    fn from(size: Size) -> Self {
        match size {
            Size::S => Self::S,
            Size::M => Self::M,
            Size::L => Self::L,
        }
    }
}

impl BenchData {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?;
        if let Err(found) = bench::refuse_filled(&domain).await? {
            let database = masked(&app.config.database_url.value);
            bail!(
                "{database} holds {found} accounts, organisations, sub-projects or participants: it must be empty"
            );
        }
        let tier = Tier::from(self.tier);
        let progress = Progress::new();
        let start = Instant::now();
        let total = i64::try_from(tier.sub_projects())?;
        let filled = bench::fill(&domain, tier, |filled| {
            progress.show("sub-projects", i64::try_from(filled.sub_projects).unwrap_or(total), total);
        })
        .await?;
        progress.end();
        let seconds = start.elapsed().as_secs_f64();
        output::line(&format!(
            "{} rows in {seconds:.1} s ({:.0} rows/s): {} participations, {} facts, {} sub-projects.",
            filled.rows,
            filled.rows as f64 / seconds,
            filled.participations,
            filled.facts,
            filled.sub_projects,
        ))?;
        Ok(ExitCode::SUCCESS)
    }
}
