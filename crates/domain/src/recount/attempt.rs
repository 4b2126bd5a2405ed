//! Claiming parts, keeping them, and taking them from the silent. Workers act for everybody: nothing here is scoped.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, UpdateMany,
    sea_query::Expr,
};

use super::{
    State,
    part_entity::{Column, Entity},
    rules::{SILENCE, cause, rested},
};
use crate::{Domain, Error, Result, id::RecountPartId};

/// An attempt to count a part. Its number fences every write: what an attempt writes after a later one has begun has
/// no effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Attempt {
    /// The part.
    pub part: RecountPartId,
    /// From 1.
    pub number: i32,
}

/// More waiting parts than a worker looks at before it looks again.
const LOOK_AT: u64 = 50;

/// Claims the first part that waits, for the worker of that name; `None` when none waits.
pub async fn claim(domain: &Domain, worker: &str) -> Result<Option<Attempt>> {
    let now = domain.clock.now();
    let may_begin = Condition::any().add(Column::NextAttemptAt.is_null()).add(Column::NextAttemptAt.lte(now));
    let waiting: Vec<(RecountPartId, i32)> = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Attempt])
        .filter(Column::State.eq(State::Waiting.as_str()))
        .filter(may_begin)
        .order_by_asc(Column::Id)
        .limit(LOOK_AT)
        .into_tuple()
        .all(&domain.db)
        .await?;
    for (part, attempts) in waiting {
        let attempt = Attempt { part, number: attempts + 1 };
        let claimed = Entity::update_many()
            .filter(Column::Id.eq(part))
            .filter(Column::State.eq(State::Waiting.as_str()))
            .filter(Column::Attempt.eq(attempts))
            .col_expr(Column::State, Expr::value(State::Running.as_str()))
            .col_expr(Column::Attempt, Expr::value(attempt.number))
            .col_expr(Column::ClaimedBy, Expr::value(worker))
            .col_expr(Column::HeartbeatAt, Expr::value(now));
        if applied(&domain.db, claimed).await? {
            begun(domain, part, now).await?;
            return Ok(Some(attempt));
        }
    }
    Ok(None)
}

/// Notes when the first attempt began.
async fn begun(domain: &Domain, part: RecountPartId, now: DateTime<Utc>) -> Result<()> {
    let first = Entity::update_many()
        .filter(Column::Id.eq(part))
        .filter(Column::StartedAt.is_null())
        .col_expr(Column::StartedAt, Expr::value(now));
    first.exec(&domain.db).await?;
    Ok(())
}

/// Gives a sign of life; `false` when the attempt is no longer the running one.
pub async fn alive(domain: &Domain, attempt: Attempt) -> Result<bool> {
    let beat = held_by(attempt).col_expr(Column::HeartbeatAt, Expr::value(domain.clock.now()));
    applied(&domain.db, beat).await
}

/// Gives a part back: at once when the worker leaves, after a rest and with the cause when the attempt failed.
pub async fn release(domain: &Domain, attempt: Attempt, after: Release<'_>) -> Result<()> {
    let now = domain.clock.now();
    let waiting = held_by(attempt).col_expr(Column::State, Expr::value(State::Waiting.as_str()));
    let waiting = match after {
        Release::Left => waiting.col_expr(Column::NextAttemptAt, Expr::value(now)),
        Release::Failed(error) => waiting
            .col_expr(Column::NextAttemptAt, Expr::value(rested(attempt.number, now)))
            .col_expr(Column::Failure, Expr::value(cause(error))),
    };
    applied(&domain.db, waiting).await?;
    Ok(())
}

/// Why a part is given back.
#[derive(Clone, Copy, Debug)]
pub enum Release<'a> {
    /// The worker leaves.
    Left,
    /// The attempt failed.
    Failed(&'a Error),
}

/// Takes parts away from attempts that have been silent for [`SILENCE`]; they wait again where they were. Says how many.
pub async fn rescue(domain: &Domain) -> Result<u64> {
    let since = domain.clock.now() - SILENCE;
    let silent = Entity::update_many()
        .filter(Column::State.eq(State::Running.as_str()))
        .filter(Column::HeartbeatAt.lt(since))
        .col_expr(Column::State, Expr::value(State::Waiting.as_str()))
        .col_expr(Column::Failure, Expr::value("its worker fell silent"));
    Ok(silent.exec(&domain.db).await?.rows_affected)
}

/// A change to the part as long as this attempt is the running one.
pub(super) fn held_by(attempt: Attempt) -> UpdateMany<Entity> {
    Entity::update_many()
        .filter(Column::Id.eq(attempt.part))
        .filter(Column::State.eq(State::Running.as_str()))
        .filter(Column::Attempt.eq(attempt.number))
}

/// Whether a change touched the part.
pub(super) async fn applied(db: &impl ConnectionTrait, update: UpdateMany<Entity>) -> Result<bool> {
    Ok(update.exec(db).await?.rows_affected == 1)
}
