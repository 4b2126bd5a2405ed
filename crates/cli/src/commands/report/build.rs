//! Asking for a report and writing its file.

use std::{path::PathBuf, process::ExitCode};

use chrono::{DateTime, NaiveDate, Utc};
use clap::Args;
use domain::{
    Viewer,
    report::{BundleRequest, ReportRequest, request, request_bundle},
};
use texts::Language;

use crate::{app::App, report::deliver};

/// Which report is wanted.
#[derive(Args, Debug)]
pub struct Build {
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
    #[arg(long, conflicts_with_all = ["strand", "sub_project"])]
    network: Option<String>,
    /// Only this strand, across all regional networks
    #[arg(long, conflicts_with = "sub_project")]
    strand: Option<String>,
    /// Only this sub-project
    #[arg(long)]
    sub_project: Option<String>,
    /// Everything at once: the whole network, each regional network, strand and sub-project with data, as one ZIP file
    #[arg(long, conflicts_with_all = ["network", "strand", "sub_project"])]
    bundle: bool,
    /// Language of the workbook: de or en
    #[arg(long, default_value = "de")]
    lang: Language,
    /// Where to write the workbook, or the bundle
    #[arg(long)]
    out: PathBuf,
}

impl Build {
    /// Asks for the report and waits for it.
    pub async fn run(self, app: &App) -> anyhow::Result<ExitCode> {
        let domain = app.domain().await?.with_shelf(app.files()?);
        let viewer = Viewer::local_operator();
        let known_at = self.known_at.map(|at| crate::parse::not_later_today(at, domain.clock.now()));
        let (period, cut_off, language) = (self.period, self.cut_off, self.lang);
        let run = if self.bundle {
            let all = BundleRequest { period, cut_off, known_at, language };
            request_bundle(&domain, &viewer, all).await?
        } else {
            let (network, strand, sub_project) = (self.network, self.strand, self.sub_project);
            let one = ReportRequest { period, cut_off, known_at, network, strand, sub_project, language };
            request(&domain, &viewer, one).await?
        };
        deliver(app, &domain, (run, Some(&self.out))).await?;
        Ok(ExitCode::SUCCESS)
    }
}
