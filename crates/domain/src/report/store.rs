//! Queries on report runs.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect, Select, UpdateMany, prelude::Expr, sea_query::OnConflict,
};

use super::{Attempt, Column, Entity, Model, State};
use crate::{Result, Scope, id::ReportRunId};

/// The runs whose unit the scope covers whole.
pub fn visible_to(scope: &Scope) -> Select<Entity> {
    Entity::find().filter(scope.unit_condition(Column::RegionalNetworkId, Column::SubProjectId))
}

/// Those of them that are in one of the states; no states mean any.
pub fn in_states(scope: &Scope, states: &[State]) -> Select<Entity> {
    let states = (!states.is_empty()).then(|| Column::State.is_in(states.iter().map(|state| state.as_str())));
    visible_to(scope).filter(Condition::all().add_option(states))
}

/// The run of that key, if it is in the selection.
pub async fn one(
    db: &impl ConnectionTrait,
    select: Select<Entity>,
    id: ReportRunId,
) -> Result<Option<Model>> {
    Ok(select.filter(Column::Id.eq(id)).one(db).await?)
}

/// The run to join by whoever asks for the same: one under way, or done with its file at hand.
pub async fn to_join(db: &impl ConnectionTrait, key: &str) -> Result<Option<Model>> {
    let at_hand =
        Condition::all().add(Column::State.eq(State::Done.as_str())).add(Column::FileRemovedAt.is_null());
    let joinable = Condition::any()
        .add(Column::State.is_in([State::Waiting.as_str(), State::Running.as_str()]))
        .add(at_hand);
    let same = Entity::find().filter(Column::RequestKey.eq(key)).filter(joinable);
    Ok(same.order_by_desc(Column::Id).one(db).await?)
}

/// Adds a run; `false` when one with its key is under way.
pub async fn insert(tx: &DatabaseTransaction, run: &Model) -> Result<bool> {
    let insert = Entity::insert(run.clone().into_active_model())
        .on_conflict(OnConflict::new().do_nothing().to_owned());
    Ok(insert.exec_without_returning(tx).await? == 1)
}

/// The newest run in a scope whose workbook has a hash.
pub async fn with_hash(db: &impl ConnectionTrait, scope: &Scope, sha256: &str) -> Result<Option<Model>> {
    let same = visible_to(scope).filter(Column::FileSha256.eq(sha256));
    Ok(same.order_by_desc(Column::Id).one(db).await?)
}

/// The newest runs of a selection, those before `after`.
pub async fn newest(
    db: &impl ConnectionTrait,
    select: Select<Entity>,
    after: Option<ReportRunId>,
    limit: u64,
) -> Result<Vec<Model>> {
    let before = after.map(|id| Column::Id.lt(id));
    let select = select.filter(Condition::all().add_option(before));
    Ok(select.order_by_desc(Column::Id).limit(limit).all(db).await?)
}

/// Waiting runs, of any viewer, that may be taken up: oldest first.
pub async fn unscoped_due(db: &impl ConnectionTrait, now: DateTime<Utc>, limit: u64) -> Result<Vec<Model>> {
    let may_begin = Condition::any().add(Column::NextAttemptAt.is_null()).add(Column::NextAttemptAt.lte(now));
    let due = Entity::find()
        .filter(Column::State.eq(State::Waiting.as_str()))
        .filter(may_begin)
        .order_by_asc(Column::RequestedAt)
        .order_by_asc(Column::Id)
        .limit(limit);
    Ok(due.all(db).await?)
}

/// Attempts in a state, of any viewer, without a sign of life since `since`.
pub async fn unscoped_silent(
    db: &impl ConnectionTrait,
    (state, since): (State, DateTime<Utc>),
) -> Result<Vec<(ReportRunId, i32)>> {
    let silent = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Attempt])
        .filter(Column::State.eq(state.as_str()))
        .filter(Column::HeartbeatAt.lt(since));
    Ok(silent.into_tuple().all(db).await?)
}

/// A change to the run as long as this attempt is the running one.
pub fn held_by(attempt: Attempt) -> UpdateMany<Entity> {
    Entity::update_many()
        .filter(Column::Id.eq(attempt.run))
        .filter(Column::State.eq(State::Running.as_str()))
        .filter(Column::Attempt.eq(attempt.number))
}

/// A change to the run as long as this attempt is the one that is to stop.
pub fn stopping(attempt: Attempt) -> UpdateMany<Entity> {
    Entity::update_many()
        .filter(Column::Id.eq(attempt.run))
        .filter(Column::State.eq(State::Cancelling.as_str()))
        .filter(Column::Attempt.eq(attempt.number))
}

/// A change to the run as long as it waits for this attempt.
pub fn waiting_for(attempt: Attempt) -> UpdateMany<Entity> {
    Entity::update_many()
        .filter(Column::Id.eq(attempt.run))
        .filter(Column::State.eq(State::Waiting.as_str()))
        .filter(Column::Attempt.eq(attempt.number - 1))
}

/// Sets columns of a change.
pub fn set(update: UpdateMany<Entity>, values: Vec<(Column, Expr)>) -> UpdateMany<Entity> {
    values.into_iter().fold(update, |update, (column, value)| update.col_expr(column, value))
}

/// Whether a change touched the run.
pub async fn applied(db: &impl ConnectionTrait, update: UpdateMany<Entity>) -> Result<bool> {
    Ok(update.exec(db).await?.rows_affected == 1)
}
