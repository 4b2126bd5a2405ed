//! What editions that were handed in cost: whoever lists them asks for the changes behind each, and an import asks what
//! they hold fast.

use std::time::{Duration, Instant};

use anyhow::Context as _;
use chrono::{Months, NaiveDate};
use domain::{
    Domain, Viewer,
    demo::{PERIOD, bench::SUB_PROJECT},
    edition::{self, EditionQuery},
    exchange::{ImportRequest, Kind, Mode, import},
    report::{self, Attempt, ReportFile, ReportRequest},
};
use interchange::{Limits, read_csv};
use texts::Language;

const FIRST_CUT_OFF: NaiveDate = NaiveDate::from_ymd_opt(2023, 3, 31).expect("a date");

/// Hands in so many reports, four for the end of each quarter: one on the whole period, the others each on a sub-project.
/// Nothing of an edition but its run is asked about, so no workbooks are built.
pub async fn hand_in(domain: &Domain, count: u32) -> anyhow::Result<()> {
    let viewer = Viewer::local_operator();
    for number in 0..count {
        let is_whole = number % 4 == 0;
        let request = ReportRequest {
            period: PERIOD.to_owned(),
            cut_off: FIRST_CUT_OFF + Months::new(3 * (number / 4)),
            known_at: None,
            network: None,
            strand: None,
            sub_project: (!is_whole).then(|| format!("{SUB_PROJECT}{:04}", number + 1)),
            language: Language::De,
        };
        let run = report::request(domain, &viewer, request).await?.id;
        let attempt = Attempt { run, number: 1 };
        report::claim(domain, attempt).await?.context("the run waits")?;
        let file = ReportFile {
            key: format!("reports/{run}/1.xlsx"),
            name: "bericht.xlsx".to_owned(),
            size: 1,
            sha256: format!("{number:064x}"),
            data_sha256: format!("{number:064x}"),
        };
        anyhow::ensure!(report::publish(domain, attempt, file).await?, "a run was not published");
        let draft = edition::draft(domain, &viewer, run).await?;
        edition::submit(domain, &viewer, (draft.id, None)).await?;
    }
    Ok(())
}

/// What a list of all editions takes, with the changes behind each: all of it, and the edition that took longest.
pub async fn listed(domain: &Domain) -> anyhow::Result<(Duration, Duration)> {
    let viewer = Viewer::local_operator();
    let begin = Instant::now();
    let mut longest = Duration::ZERO;
    let query = EditionQuery { limit: 1_000, ..EditionQuery::default() };
    for one in edition::list(domain, &viewer, &query).await? {
        let own = Instant::now();
        edition::changes(domain, &one).await?;
        longest = longest.max(own.elapsed());
    }
    Ok((begin.elapsed(), longest))
}

/// What it takes to find out that one person could be imported.
pub async fn dry_run(domain: &Domain) -> anyhow::Result<Duration> {
    let file = format!(
        "participant,sub_project,entered_on,birth_date,gender,employment,isced\n\
         BENCH-NEW,{SUB_PROJECT}0001,2025-11-03,1983-02-01,female,employed,3\n"
    );
    let table = read_csv("participations", file.as_bytes(), &Limits::default())?;
    let tables = vec![(Kind::Participations, table)];
    let request = ImportRequest { tables, files: Vec::new(), mode: Mode::DryRun, reason: None };
    let begin = Instant::now();
    let outcome = import(domain, &Viewer::local_operator(), &request).await?;
    anyhow::ensure!(outcome.inserted == 1, "nobody could be imported: {:?}", outcome.findings);
    Ok(begin.elapsed())
}
