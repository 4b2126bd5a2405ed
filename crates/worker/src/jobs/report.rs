//! The job that builds a report.

use std::{error::Error as StdError, ops::ControlFlow, time::Duration};

use domain::{
    Domain,
    report::{self, About, Attempt, Ending, Failure, Model, Progress, ReportFile, Stage},
};
use reporting::WriteError;
use tempfile::TempPath;
use tokio::{sync::watch, task::JoinSet, time::timeout};
use tracing::{error, info, warn};

use super::{Job, bundle};
use crate::{
    content::content,
    error::FileError,
    files::FileStore,
    phase::Phases,
    settings::{WorkerSettings, WriteReport},
    signs_of_life::{self, Stop},
};

/// How long a build has to notice that nobody wants it any more.
const TO_NOTICE: Duration = Duration::from_millis(500);

/// Builds the file of a report run and stores it.
#[derive(Clone)]
pub struct ReportJob {
    pub(super) domain: Domain,
    pub(super) files: FileStore,
    pub(super) write: WriteReport,
    keeps_facts: bool,
    phases: Phases,
}

/// A finished file, not yet stored.
pub(super) struct Built {
    /// Where it is.
    pub draft: TempPath,
    /// Name of the download.
    pub name: String,
    /// SHA-256 of the figures in it, hex.
    pub data_sha256: String,
    /// How its key ends.
    pub extension: &'static str,
}

/// Why a build came to nothing.
#[derive(Debug, thiserror::Error)]
pub(super) enum BuildError {
    #[error("the content of the report could not be put together")]
    Content(#[source] domain::Error),
    #[error("the workbook could not be written")]
    Write(#[from] WriteError),
    #[error("the workbook could not be stored")]
    Store(#[from] FileError),
    #[error("the run could not be ended")]
    Publish(#[source] domain::Error),
    #[error("the build broke down")]
    Crash(#[from] tokio::task::JoinError),
}

impl BuildError {
    fn failure(&self) -> Failure {
        match self {
            Self::Content(domain::Error::Busy(_) | domain::Error::Database(_)) | Self::Publish(_) => {
                Failure::Database
            }
            Self::Content(domain::Error::Internal { .. }) | Self::Crash(_) => Failure::Crashed,
            Self::Content(_) => Failure::Impossible,
            Self::Write(WriteError::Disk(_)) | Self::Store(_) => Failure::Storage,
            Self::Write(WriteError::Source(_)) => Failure::Database,
            Self::Write(WriteError::Cancelled | WriteError::Workbook(_)) => Failure::Crashed,
            Self::Write(WriteError::TextTooLong { .. }) => Failure::TextTooLong,
            Self::Write(WriteError::TooManyRows { .. }) => Failure::TooManyRows,
            Self::Write(WriteError::TooManyColumns { .. }) => Failure::TooManyColumns,
            Self::Write(WriteError::TooManySheets { .. }) => Failure::TooManySheets,
            Self::Write(_) => Failure::Impossible,
        }
    }

    fn ending(&self) -> Ending {
        let place = if let Self::Write(error) = self { error.place() } else { None };
        Ending { failure: self.failure(), place }
    }
}

impl Job for ReportJob {
    type Task = Attempt;

    const QUEUE: &'static str = "report";

    fn key(attempt: &Attempt) -> String {
        format!("run:{}:{}", attempt.run, attempt.number)
    }

    async fn run(&self, attempt: Attempt) -> Result<(), Box<dyn StdError + Send + Sync>> {
        let Some(run) = report::claim(&self.domain, attempt).await? else {
            return Ok(());
        };
        info!(report_run.id = %attempt.run, attempt = attempt.number, "building a report");
        let ending = self.build_alive(attempt, run).await;
        if !self.keeps_facts {
            self.domain.columns.forget();
        }
        let Some(ending) = ending else { return Ok(()) };
        if let Err(error) = report::fail(&self.domain, attempt, ending).await {
            // The run is taken from the silent attempt by the next sweeps.
            warn!(report_run.id = %attempt.run, error = &error as &dyn StdError, "a failure could not be noted");
        }
        Ok(())
    }
}

impl ReportJob {
    /// A job for a worker that passes through `phases`.
    pub fn new((domain, files): (Domain, FileStore), settings: &WorkerSettings, phases: Phases) -> Self {
        let (write, keeps_facts) = (settings.write.clone(), settings.keeps_facts);
        Self { domain, files, write, keeps_facts, phases }
    }

    /// Builds while giving signs of life. The build has its own task, so that neither a panic nor a long computation
    /// of it reaches the signs of life; it ends when nobody listens to its progress any more.
    async fn build_alive(&self, attempt: Attempt, run: Model) -> Option<Ending> {
        let counting = Progress { stage: Stage::Counting, done: 0, total: 0, at_work_on: None };
        let (tell, heard) = watch::channel(counting);
        let mut build = JoinSet::new();
        build.spawn(self.clone().build(attempt, run, tell));
        let stop = tokio::select! {
            Some(built) = build.join_next() => return ending_of(attempt, built.unwrap_or_else(|crash| Err(crash.into()))),
            stop = signs_of_life::give(&self.domain, attempt, &heard, &self.phases) => stop,
        };
        drop(heard);
        // The build may have ended in the meantime, well or badly; the row knows.
        let _ = timeout(TO_NOTICE, build.join_next()).await;
        info!(report_run.id = %attempt.run, attempt = attempt.number, ?stop, "an attempt stopped");
        build.abort_all();
        match stop {
            Stop::Interrupted => Some(Failure::Interrupted.into()),
            Stop::Lost => {
                if let Err(error) = self.put_down(attempt).await {
                    // The sweeps find it silent.
                    warn!(report_run.id = %attempt.run, error = &error as &dyn StdError, "a cancellation could not be noted");
                }
                None
            }
        }
    }

    /// Ends the run if it was cancelled; nothing of it is left.
    async fn put_down(&self, attempt: Attempt) -> Result<(), crate::Error> {
        if report::put_down(&self.domain, attempt).await? {
            self.files.keep_of_run(attempt.run, None).await?;
        }
        Ok(())
    }

    /// Builds a single workbook.
    async fn workbook(&self, run: &Model, tell: &watch::Sender<Progress>) -> Result<Built, BuildError> {
        let content = content(&self.domain, run).await.map_err(BuildError::Content)?;
        let (name, data_sha256) = (content.file_name.clone(), content.data_sha256());
        let (draft, write, tell) = (self.files.draft()?, self.write.clone(), tell.clone());
        let draft = tokio::task::spawn_blocking(move || -> Result<TempPath, WriteError> {
            write(&content, &draft, &mut Telling { tell: &tell, sheet: None })?;
            Ok(draft)
        })
        .await??;
        Ok(Built { draft, name, data_sha256, extension: "xlsx" })
    }

    async fn build(
        self,
        attempt: Attempt,
        run: Model,
        tell: watch::Sender<Progress>,
    ) -> Result<(), BuildError> {
        let built = match run.about() {
            About::Bundle(_) => Box::pin(bundle::build(&self, &run, &tell)).await?,
            _ => self.workbook(&run, &tell).await?,
        };
        tell.send_modify(|progress| progress.stage = Stage::Storing);
        let Built { draft, name, data_sha256, extension } = built;
        let key = FileStore::key(attempt, extension);
        let stored = self.files.put(&key, &draft).await?;
        let file =
            ReportFile { key: key.clone(), name, size: stored.size, sha256: stored.sha256, data_sha256 };
        if !report::publish(&self.domain, attempt, file).await.map_err(BuildError::Publish)? {
            self.files.delete(&key).await?;
            return Ok(());
        }
        if let Err(error) = self.files.keep_of_run(attempt.run, Some(&key)).await {
            warn!(report_run.id = %attempt.run, error = &error as &dyn StdError, "files of earlier attempts may be left");
        }
        Ok(())
    }
}

/// Tells of the sheet at work and of rows written; once all are, the file is being packed.
struct Telling<'a> {
    tell: &'a watch::Sender<Progress>,
    sheet: Option<String>,
}

impl reporting::Progress for Telling<'_> {
    fn rows(&mut self, done: u64, total: u64) -> ControlFlow<()> {
        if self.tell.is_closed() {
            return ControlFlow::Break(());
        }
        let (stage, at_work_on) =
            if done < total { (Stage::Writing, self.sheet.clone()) } else { (Stage::Storing, None) };
        self.tell.send_replace(Progress { stage, done, total, at_work_on });
        ControlFlow::Continue(())
    }

    fn sheet(&mut self, name: &str) {
        self.sheet = Some(name.to_owned());
    }
}

fn ending_of(attempt: Attempt, built: Result<(), BuildError>) -> Option<Ending> {
    let error = built.err()?;
    let ending = error.ending();
    error!(
        report_run.id = %attempt.run,
        attempt = attempt.number,
        failure = ending.failure.as_str(),
        error = &error as &dyn StdError,
        "an attempt failed"
    );
    Some(ending)
}

#[cfg(test)]
mod killed;
