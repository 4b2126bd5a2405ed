//! Report runs: requested workbooks and what has become of them.

pub mod change;
mod request;

use std::collections::HashMap;

use async_graphql::{Context, Enum, ID, Object, SimpleObject, dataloader::Loader};
use domain::{
    Part,
    id::ReportRunId,
    report::{self, About, Model, State},
};
pub use request::ReportMutation;
use texts::Language;

use crate::{
    access::Access,
    caller::Called,
    connection::{Connection, Wanted, page_size},
    edition::{EditionOf, ReportEdition},
    error::{ApiError, Result},
    figure::{Level, Unit},
    funding_period::FundingPeriod,
    id::{self, Kind},
    indicator::TextLanguage,
    loader::{AsOf, Reads},
    scalar::{Date, DateTime},
    stored,
    strand::Strand,
};

/// Where a report run stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "State")]
pub enum ReportState {
    /// Asked for, not yet begun.
    Waiting,
    /// Being built.
    Running,
    /// Built; the file is there.
    Done,
    /// Given up; `failure` says why, `reportRetry` asks again.
    Failed,
    /// Somebody no longer wants it; the running build has not stopped yet.
    Cancelling,
    /// Stopped on request; nothing of it is left.
    Cancelled,
}

/// What a running build is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "report::Stage")]
pub enum ReportStage {
    /// In the queue.
    Queued,
    /// Counting figures.
    Counting,
    /// Writing sheets.
    Writing,
    /// Packing and storing the file.
    Storing,
}

/// How far a build is within its stage.
#[derive(SimpleObject)]
pub struct ReportProgress {
    /// Work done.
    done: i64,
    /// Work of the stage; 0 while unknown.
    total: i64,
    /// Done by total, 0 to 1; null while the total is unknown.
    fraction: Option<f64>,
    /// Name of what is being worked on, such as a sheet; null between such.
    at_work_on: Option<String>,
}

/// Why there is no workbook.
#[derive(SimpleObject)]
pub struct ReportFailure {
    /// Stable code.
    code: String,
    /// What happened, in words.
    message: String,
}

/// The finished workbook (Arbeitsmappe).
#[derive(SimpleObject)]
pub struct ReportFile {
    /// When its time of keeping was over and it was removed, or when it was found lost; its hash stays. Null while it can be
    /// downloaded.
    removed_at: Option<DateTime>,
    /// Why and since when it is gone, in words; null while it can be downloaded.
    removed: Option<String>,
    /// Name of the download.
    name: String,
    /// Bytes.
    size: i64,
    /// SHA-256, hex.
    sha256: String,
    /// Path of the download on this server.
    url: String,
}

/// A report run.
pub struct ReportRun(pub Model);

/// A requested workbook and what has become of it.
#[Object]
impl ReportRun {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id::encode(Kind::ReportRun, self.0.id.0)
    }

    /// Where it stands.
    async fn state(&self) -> Result<ReportState> {
        Ok(self.0.state()?.into())
    }

    /// What is being done with it; null once it has ended.
    async fn stage(&self) -> Result<Option<ReportStage>> {
        let stage = self.0.stage()?.into();
        Ok(self.0.state()?.is_under_way().then_some(stage))
    }

    /// How far the build is within its stage.
    async fn progress(&self) -> ReportProgress {
        let (done, total) = (self.0.done, self.0.total);
        ReportProgress {
            done,
            total,
            fraction: (total > 0).then(|| done as f64 / total as f64),
            at_work_on: self.0.at_work_on.clone(),
        }
    }

    /// What had happened by this day (Stichtag).
    async fn cut_off(&self) -> Date {
        Date(self.0.cut_off)
    }

    /// As known at this moment (Kenntnisstand).
    async fn known_at(&self) -> DateTime {
        DateTime(self.0.known_at)
    }

    /// Its funding period.
    async fn funding_period(&self, ctx: &Context<'_>) -> Result<FundingPeriod> {
        let row = ctx.loaders().find(self.0.funding_period_id).await?;
        let row = row.ok_or_else(|| ApiError::not_found("funding_period"))?;
        Ok(FundingPeriod { row, known_at: Some(self.0.known_at) })
    }

    /// What it is about; for a report on a strand, the strand as a whole.
    async fn unit(&self, ctx: &Context<'_>) -> Result<Unit> {
        let (loaders, known_at) = (ctx.loaders(), Some(self.0.known_at));
        let (kind, found) = match self.0.about() {
            About::SubProject(key) => {
                let row = loaders.find(AsOf { key, known_at }).await?;
                (Level::SubProject, row.map(|row| (row.code, row.name)))
            }
            About::Network(key) => {
                let row = loaders.find(AsOf { key, known_at }).await?;
                (Level::Network, row.map(|row| (row.code, row.name)))
            }
            About::Strand(key) => (Level::Period, loaders.find(key).await?.map(|row| (row.code, row.name))),
            About::Period(key) | About::Bundle(key) => {
                (Level::Period, loaders.find(key).await?.map(|row| (row.code, row.name)))
            }
        };
        let (code, name) = found.ok_or_else(|| ApiError::not_found("unit"))?;
        Ok(Unit { kind, code: Some(code), name })
    }

    /// The strand (Handlungsschwerpunkt) it is about; null for all other reports.
    async fn strand(&self, ctx: &Context<'_>) -> Result<Option<Strand>> {
        match self.0.strand_id {
            Some(key) => Ok(ctx.loaders().find(key).await?.map(Strand)),
            None => Ok(None),
        }
    }

    /// Whether it makes all reports of the period at once, a workbook each, as one ZIP file (Berichtspaket).
    async fn is_bundle(&self) -> bool {
        self.0.is_bundle
    }

    /// Language of the workbook.
    async fn language(&self) -> Result<TextLanguage> {
        let language: Language = stored::code(&self.0.language, ("report_run", "language"))?;
        Ok(language.into())
    }

    /// When it was asked for.
    async fn requested_at(&self) -> DateTime {
        DateTime(self.0.requested_at)
    }

    /// Who asked for it.
    async fn requested_by(&self, ctx: &Context<'_>) -> String {
        ctx.caller().name_of(&self.0.requested_by_name)
    }

    /// When the last attempt began.
    async fn started_at(&self) -> Option<DateTime> {
        self.0.started_at.map(DateTime)
    }

    /// Who cancelled it.
    async fn cancelled_by(&self, ctx: &Context<'_>) -> Option<String> {
        self.0.cancelled_by_name.as_deref().map(|by| ctx.caller().name_of(by))
    }

    /// The failed or cancelled run that this one tries again.
    async fn retry_of(&self) -> Option<ID> {
        self.0.retry_of.map(|run| id::encode(Kind::ReportRun, run.0))
    }

    /// When it was done, given up or cancelled.
    async fn finished_at(&self) -> Option<DateTime> {
        self.0.finished_at.map(DateTime)
    }

    /// Why it failed, or why its last attempt did.
    async fn failure(&self, ctx: &Context<'_>) -> Option<ReportFailure> {
        let code = self.0.failure.clone()?;
        let message = self.0.failure_text(ctx.caller().language)?;
        Some(ReportFailure { code, message })
    }

    /// The edition (Fassung) that its workbook became, if it did.
    async fn edition(&self, ctx: &Context<'_>) -> Result<Option<ReportEdition>> {
        Ok(ctx.loaders().find(EditionOf(self.0.id)).await?.map(ReportEdition))
    }

    /// The finished workbook, once there is one.
    async fn file(&self, ctx: &Context<'_>) -> Option<ReportFile> {
        Some(ReportFile {
            removed_at: self.0.file_removed_at.map(DateTime),
            removed: self.0.removal_text(ctx.caller().language),
            name: self.0.file_name.clone()?,
            size: self.0.file_size?,
            sha256: self.0.file_sha256.clone()?,
            url: format!("/reports/{}/file", self.0.id),
        })
    }
}

impl Loader<ReportRunId> for Reads {
    type Value = Model;
    type Error = ApiError;

    async fn load(&self, ids: &[ReportRunId]) -> Result<HashMap<ReportRunId, Model>> {
        let rows = report::by_ids(&self.domain, &self.viewer, ids).await?;
        Ok(rows.into_iter().map(|row| (row.id, row)).collect())
    }
}

/// The part of the query root about report runs.
#[derive(Default)]
pub struct ReportQuery;

#[Object]
impl ReportQuery {
    /// A report run the caller may see.
    #[graphql(guard = "Access::Reader")]
    async fn report_run(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: ID,
    ) -> Result<Option<ReportRun>> {
        let key = ReportRunId(id::key(&id, Kind::ReportRun)?);
        let caller = ctx.caller();
        Ok(Some(ReportRun(report::get(&caller.domain, &caller.viewer, key).await?)))
    }

    /// The report runs the caller may see, the newest first.
    #[graphql(guard = "Access::Reader", complexity = "page_size(first) * child_complexity + 1")]
    async fn report_runs(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when not said.")] first: Option<i32>,
        #[graphql(desc = "Behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Only those in one of these states, e.g. what has failed.")] states: Option<
            Vec<ReportState>,
        >,
    ) -> Result<Connection<ReportRun>> {
        let (domain, viewer) = (ctx.caller().domain.clone(), ctx.caller().viewer.clone());
        let wanted = Wanted::<ReportRunId>::new("reportRuns", (first, after))?;
        let states: Vec<State> = states.unwrap_or_default().into_iter().map(State::from).collect();
        let rows = report::page(&domain, &viewer, (&states, wanted.after, wanted.first as u64 + 1)).await?;
        let page = wanted.shown(Part::first(rows, wanted.first), |row| row.id, ReportRun);
        Ok(page.counted_by(move || {
            let (domain, viewer, states) = (domain.clone(), viewer.clone(), states.clone());
            Box::pin(async move { report::count(&domain, &viewer, &states).await })
        }))
    }
}
