//! A report by the same road as a click on the page: a run, a job, a worker, a stored file.

use anyhow::bail;
use domain::{
    Domain, Viewer,
    report::{self, State},
};
use texts::{Language, text};

use crate::{app::App, progress::Progress, server::start_worker};

/// Waits until the file of a run is stored; a worker of this process helps.
///
/// # Errors
/// A run that failed, in words.
pub async fn build(app: &App, domain: &Domain, run: report::Model) -> anyhow::Result<report::Model> {
    let viewer = Viewer::local_operator();
    let worker = start_worker(app, domain.clone(), app.files()?).await?;
    let progress = Progress::new();
    let finished = worker::finished(domain, &viewer, run.id, |run| {
        let stage = text(Language::En, &format!("web-report-stage-{}", run.stage));
        progress.show(&stage, run.done, run.total);
    })
    .await;
    progress.end();
    worker.shutdown().await;
    let run = finished?;
    match (run.state()?, &run.failure) {
        (State::Failed, Some(code)) => bail!("{}", text(Language::En, &format!("error-report-{code}"))),
        (State::Failed, None) => bail!("the report failed"),
        (State::Cancelled, _) => bail!("the report was cancelled"),
        _ => Ok(run),
    }
}
