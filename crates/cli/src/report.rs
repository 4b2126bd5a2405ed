//! A report by the same road as a click on the page: a run, a job, a worker, a stored file.

use std::path::Path;

use anyhow::{Context as _, bail};
use domain::{
    Domain, Viewer,
    report::{self, State},
};
use texts::Language;

use crate::{
    app::App,
    output,
    progress::Progress,
    server::{start_worker, worker_settings},
    workbook::about,
};

/// Waits until the file of a run is stored; a worker of this process helps.
///
/// # Errors
/// A run that failed, in words.
pub async fn build(app: &App, domain: &Domain, run: report::Model) -> anyhow::Result<report::Model> {
    let viewer = Viewer::local_operator();
    let worker = start_worker(worker_settings(app), domain.clone(), app.files()?).await?;
    let progress = Progress::new();
    let finished = worker::finished(domain, &viewer, run.id, |run| {
        let stage = run.stage_text(Language::En);
        let step = run.at_work_on.as_ref().map_or(stage.clone(), |part| format!("{stage}: {part}"));
        progress.show(&step, run.done, run.total);
    })
    .await;
    progress.end();
    worker.shutdown().await;
    let run = finished?;
    match run.state()? {
        State::Failed => bail!("{}", run.failure_text(Language::En).context("the report failed")?),
        State::Cancelled => bail!("the report was cancelled"),
        _ => Ok(run),
    }
}

/// Waits for the file of a run and writes a copy of it, if one is wanted; tells its hash and which run made it.
///
/// # Errors
/// Those of [`build`], and when the copy cannot be written.
pub async fn deliver(
    app: &App,
    domain: &Domain,
    (run, out): (report::Model, Option<&Path>),
) -> anyhow::Result<()> {
    if let Some(remark) = report::remark(domain, &run).await? {
        output::error(&format!("warning: {}", remark.text(&run, Language::En)));
    }
    let run = build(app, domain, run).await?;
    let what = about(domain, &run).await?;
    let mut told = run.file_sha256.clone().unwrap_or_default();
    if let Some(out) = out {
        let shown = out.display();
        let key = run.file_key.context("the report has no file")?;
        app.files()?.copy(&key, out).await.with_context(|| format!("cannot write {shown}"))?;
        report::downloaded(domain, &Viewer::local_operator(), run.id).await?;
        told = format!("{told}  {shown}");
    }
    output::line(&told)?;
    output::line(&format!("run {}: {what}", run.id))?;
    Ok(())
}
