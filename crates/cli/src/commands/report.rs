//! `migranet report`: a workbook for the funder.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Context as _;
use chrono::{DateTime, NaiveDate, Utc};
use clap::Args;
use domain::{
    Viewer,
    report::{BundleRequest, ReportRequest, downloaded, remark, request, request_bundle},
};
use texts::Language;

use crate::{app::App, output, report, workbook::about};

/// Build the workbook of a funding period and write it to a file.
///
/// The request takes the same road as a click on the reports page: it is noted, a worker builds and stores the
/// workbook, and a copy goes to the file. It prints the SHA-256 of the file and the key of the run.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  migranet report --period IQ-2023 --cut-off 2025-12-31 --out bericht.xlsx
  migranet report --period IQ-2023 --cut-off 2025-12-31 --network SOB --lang en --out report.xlsx
  migranet report --period IQ-2023 --cut-off 2025-12-31 --strand P23-RIN --out strang.xlsx
  migranet report --period IQ-2023 --cut-off 2025-12-31 --known-at 2026-01-31 --out wie-gemeldet.xlsx
  migranet report --period IQ-2023 --cut-off 2025-12-31 --bundle --out berichte.zip")]
pub struct Report {
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

impl Report {
    /// Runs the command.
    pub async fn run(self, app: App) -> anyhow::Result<ExitCode> {
        let files = app.files()?;
        let domain = app.domain().await?.with_shelf(files.clone());
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
        if let Some(remark) = remark(&domain, &run).await? {
            output::error(&format!("warning: {}", remark.text(&run, Language::En)));
        }
        let run = report::build(&app, &domain, run).await?;
        let shown = self.out.display();
        let what = about(&domain, &run).await?;
        let key = run.file_key.context("the report has no file")?;
        files.copy(&key, &self.out).await.with_context(|| format!("cannot write {shown}"))?;
        downloaded(&domain, &viewer, run.id).await?;
        output::line(&format!("{}  {shown}", run.file_sha256.unwrap_or_default()))?;
        output::line(&format!("run {}: {what}", run.id))?;
        Ok(ExitCode::SUCCESS)
    }
}
