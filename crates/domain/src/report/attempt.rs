//! What a worker does to a report run. Workers act for everybody: nothing here is scoped.

use std::collections::HashMap;

use chrono::Utc;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, UpdateMany, sea_query::Expr};
use serde::{Deserialize, Serialize};

use super::{
    Column, Ending, Entity, Failure, Model, ReportFile, SILENCE, Stage, State, TEMPLATE_VERSION, store,
};
use crate::{Domain, Result, fact, id::ReportRunId, recount};

/// An attempt to build a run's workbook. Its number fences every write: what an attempt writes after a later one has
/// begun has no effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Attempt {
    /// The run.
    pub run: ReportRunId,
    /// From 1.
    pub number: i32,
}

impl From<(ReportRunId, i32)> for Attempt {
    fn from((run, number): (ReportRunId, i32)) -> Self {
        Self { run, number }
    }
}

/// How far an attempt has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The stage.
    pub stage: Stage,
    /// Work done in it.
    pub done: u64,
    /// Work of it; 0 while unknown.
    pub total: u64,
    /// Name of what is being worked on: a unit or a sheet.
    pub at_work_on: Option<String>,
}

/// More waiting runs than one sweep hands out.
const DUE_AT_ONCE: u64 = 50;

/// The next attempts of the runs that may be taken up now, oldest first. A run waits while its period is being counted
/// again, and while a change is being written that may still belong to its moment of knowledge.
pub async fn due(domain: &Domain) -> Result<Vec<Attempt>> {
    let now = domain.clock.now();
    let mut due = Vec::new();
    let mut settled = HashMap::new();
    for run in store::unscoped_due(&domain.db, now, DUE_AT_ONCE).await? {
        let moment = run.known_at_wanted.unwrap_or(now);
        let is_ready = match settled.get(&(run.funding_period_id, moment)) {
            Some(known) => *known,
            None => {
                let period = run.funding_period_id;
                let is_ready = recount::open_since(&domain.db, period).await?.is_none()
                    && fact::settled(&domain.db, moment).await?;
                settled.insert((period, moment), is_ready);
                is_ready
            }
        };
        if is_ready {
            due.push(Attempt { run: run.id, number: run.attempt + 1 });
        }
    }
    Ok(due)
}

/// Begins an attempt and returns its run; `None` when the run does not wait for this attempt (any more).
pub async fn claim(domain: &Domain, attempt: Attempt) -> Result<Option<Model>> {
    let now = domain.clock.now();
    let update = store::set(
        store::waiting_for(attempt),
        vec![
            (Column::State, Expr::value(State::Running.as_str())),
            (Column::Stage, Expr::value(Stage::Counting.as_str())),
            (Column::KnownAt, Expr::col(Column::KnownAtWanted).if_null(now)),
            (Column::Done, Expr::value(0_i64)),
            (Column::Total, Expr::value(0_i64)),
            (Column::AtWorkOn, Expr::value(None::<String>)),
            (Column::Attempt, Expr::value(attempt.number)),
            (Column::TemplateVersion, Expr::value(TEMPLATE_VERSION)),
            (Column::StartedAt, Expr::value(now)),
            (Column::HeartbeatAt, Expr::value(now)),
            (Column::NextAttemptAt, Expr::value(None::<chrono::DateTime<Utc>>)),
            (Column::Failure, Expr::value(None::<String>)),
        ],
    );
    if !store::applied(&domain.db, update).await? {
        return Ok(None);
    }
    Ok(Entity::find_by_id(attempt.run).one(&domain.db).await?)
}

/// Gives a sign of life and says how far the attempt has come; `false` when it is no longer the running one and must stop.
pub async fn progress(domain: &Domain, attempt: Attempt, progress: Progress) -> Result<bool> {
    let update = store::set(
        store::held_by(attempt),
        vec![
            (Column::HeartbeatAt, Expr::value(domain.clock.now())),
            (Column::Stage, Expr::value(progress.stage.as_str())),
            (Column::Done, Expr::value(whole(progress.done))),
            (Column::Total, Expr::value(whole(progress.total))),
            (Column::AtWorkOn, Expr::value(progress.at_work_on)),
        ],
    );
    store::applied(&domain.db, update).await
}

/// Ends the run with its stored file; `false` when the attempt is no longer the running one: its file must go.
pub async fn publish(domain: &Domain, attempt: Attempt, file: ReportFile) -> Result<bool> {
    let update = store::set(
        store::held_by(attempt),
        vec![
            (Column::State, Expr::value(State::Done.as_str())),
            (Column::FinishedAt, Expr::value(domain.clock.now())),
            (Column::FileKey, Expr::value(file.key)),
            (Column::FileName, Expr::value(file.name)),
            (Column::FileSize, Expr::value(whole(file.size))),
            (Column::FileSha256, Expr::value(file.sha256)),
            (Column::DataSha256, Expr::value(file.data_sha256)),
        ],
    );
    store::applied(&domain.db, update).await
}

/// Ends the attempt without a file: the run waits for the next one, or is given up.
///
/// Returns `false` when the attempt is no longer the running one.
pub async fn fail(domain: &Domain, attempt: Attempt, ending: impl Into<Ending>) -> Result<bool> {
    store::applied(&domain.db, end_of(domain, attempt, ending.into())).await
}

/// Ends a cancelled run whose build has stopped; `false` when it was not cancelled, or others have ended it.
pub async fn put_down(domain: &Domain, attempt: Attempt) -> Result<bool> {
    let update = store::set(
        store::stopping(attempt),
        vec![
            (Column::State, Expr::value(State::Cancelled.as_str())),
            (Column::Stage, Expr::value(Stage::Queued.as_str())),
            (Column::AtWorkOn, Expr::value(None::<String>)),
            (Column::FinishedAt, Expr::value(domain.clock.now())),
        ],
    );
    store::applied(&domain.db, update).await
}

/// Takes runs away from attempts that have been silent for [`SILENCE`], and returns those attempts. A cancelled run of
/// theirs has come to its end.
pub async fn rescue(domain: &Domain) -> Result<Vec<Attempt>> {
    let since = domain.clock.now() - SILENCE;
    let mut rescued = Vec::new();
    for silent in store::unscoped_silent(&domain.db, (State::Cancelling, since)).await? {
        put_down(domain, Attempt::from(silent)).await?;
    }
    for silent in store::unscoped_silent(&domain.db, (State::Running, since)).await? {
        let attempt = Attempt::from(silent);
        let update = end_of(domain, attempt, Failure::Lost.into()).filter(Column::HeartbeatAt.lt(since));
        if store::applied(&domain.db, update).await? {
            rescued.push(attempt);
        }
    }
    Ok(rescued)
}

/// The runs with these keys, in no order.
pub async fn unscoped_by_ids(domain: &Domain, ids: &[ReportRunId]) -> Result<Vec<Model>> {
    store::unscoped_by_ids(&domain.db, ids).await
}

/// The change that ends an attempt without a file.
fn end_of(domain: &Domain, attempt: Attempt, ending: Ending) -> UpdateMany<Entity> {
    let Ending { failure, place } = ending;
    let now = domain.clock.now();
    let retry_at = failure.retry_at(attempt.number, now);
    let state = if retry_at.is_some() { State::Waiting } else { State::Failed };
    store::set(
        store::held_by(attempt),
        vec![
            (Column::State, Expr::value(state.as_str())),
            (Column::Stage, Expr::value(Stage::Queued.as_str())),
            (Column::Done, Expr::value(0_i64)),
            (Column::Total, Expr::value(0_i64)),
            (Column::AtWorkOn, Expr::value(None::<String>)),
            (Column::Failure, Expr::value(failure.as_str())),
            (Column::FailurePlace, Expr::value(place)),
            (Column::NextAttemptAt, Expr::value(retry_at)),
            (Column::FinishedAt, Expr::value(retry_at.is_none().then_some(now))),
        ],
    )
}

/// Sizes and counts as the database holds them.
fn whole(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
