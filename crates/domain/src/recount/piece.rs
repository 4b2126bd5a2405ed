//! Counting a part piece by piece.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, EntityTrait,
    QueryFilter, QuerySelect,
    prelude::Uuid,
    sea_query::{Expr, ExprTrait, Query},
};

use super::{
    Attempt, Column, Entity, Model, State,
    attempt::{applied, held_by},
    part_entity,
};
use crate::{
    Domain, Error, Result, db,
    fact::{self, OperationKey, Operations, Range},
    id::{RecountId, SubProjectId},
};

/// What became of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A piece is counted, others follow.
    Further,
    /// The part is done.
    Done,
    /// The part is no longer the attempt's own; nothing was written.
    Lost,
}

/// So many people and records are counted in one transaction. On SQLite everybody else waits meanwhile.
fn at_once(db: &DatabaseConnection) -> usize {
    match db.get_database_backend() {
        DbBackend::Sqlite => 1000,
        _ => 4000,
    }
}

/// Counts the next piece of the attempt's part and writes what is different, in one transaction with the place it has come to.
pub async fn step(domain: &Domain, attempt: Attempt) -> Result<Step> {
    let Some((part, recount)) = running(&domain.db, attempt).await? else { return Ok(Step::Lost) };
    let (kinds, cause) = (recount.kinds()?, recount.cause()?);
    let tx = db::begin(&domain.db).await?;
    let (operations, sub_projects) = hold(&tx, part.operation()?).await?;
    let all = Range { sub_projects, after: part.position, to: None };
    let total = match part.total {
        0 => whole(all.keys(&tx, None).await?.len()),
        known => known,
    };
    let most = at_once(&domain.db);
    let keys = all.keys(&tx, Some(most as u64 + 1)).await?;
    let to: Option<Uuid> = (keys.len() > most).then(|| keys[most - 1]);
    let range = Range { to, ..all };
    let difference = fact::differences(&tx, &operations, (&range, &kinds)).await?;
    let changed = difference.len();
    let earlier = Ord::max(recount.requested_at, part.heartbeat_at.unwrap_or_default());
    let now = Ord::max(domain.clock.now(), earlier);
    fact::write(&tx, difference, now, |_| cause).await?;

    use part_entity::Column as C;
    let counted = keys.len().min(most);
    let moved = held_by(attempt)
        .col_expr(C::Done, Expr::value(part.done + whole(counted)))
        .col_expr(C::Total, Expr::value(total))
        .col_expr(C::Changed, Expr::col(C::Changed).add(whole(changed)))
        .col_expr(C::Failure, Expr::value(None::<String>))
        .col_expr(C::HeartbeatAt, Expr::value(now));
    let moved = match to {
        Some(to) => moved.col_expr(C::Position, Expr::value(to)),
        None => moved
            .col_expr(C::State, Expr::value(State::Done.as_str()))
            .col_expr(C::FinishedAt, Expr::value(now)),
    };
    if !applied(&tx, moved).await? {
        tx.rollback().await?;
        return Ok(Step::Lost);
    }
    tx.commit().await?;
    if to.is_some() {
        return Ok(Step::Further);
    }
    finish(domain).await?;
    Ok(Step::Done)
}

/// Takes the sub-projects of an operation, and reads how they count. An operation may have become part of another since
/// the recount began, so it is looked at as it is now.
async fn hold(tx: &DatabaseTransaction, wanted: OperationKey) -> Result<(Operations, Vec<SubProjectId>)> {
    let members = |operations: &Operations| {
        let mut members = match wanted {
            OperationKey::SubProject(id) => operations.members(operations.key(id)),
            OperationKey::Network(_) => operations.members(wanted),
        };
        members.sort_unstable();
        members
    };
    let before = members(&Operations::load(tx).await?);
    fact::lock::sub_projects(tx, &before).await?;
    let operations = Operations::load(tx).await?;
    if members(&operations) == before {
        Ok((operations, before))
    } else {
        Err(Error::Busy(sea_orm::DbErr::Custom("the operation changed while waiting for it".to_owned())))
    }
}

async fn running(db: &DatabaseConnection, attempt: Attempt) -> Result<Option<(part_entity::Model, Model)>> {
    let part = part_entity::Entity::find_by_id(attempt.part).one(db).await?;
    let own =
        |part: &part_entity::Model| part.state == State::Running.as_str() && part.attempt == attempt.number;
    let Some(part) = part.filter(own) else { return Ok(None) };
    let recount = Entity::find_by_id(part.recount_id).one(db).await?;
    Ok(recount.map(|recount| (part, recount)))
}

/// Ends the recounts whose parts are all done: from now on everybody sees what they changed. Whoever does the last part
/// does so, and the sweeps of the workers, should that one have died in between.
///
/// Nobody else writes meanwhile, and the end comes after everything the recount wrote, whatever the workers' clocks say.
pub async fn finish(domain: &Domain) -> Result<()> {
    if counted(&domain.db).await?.is_empty() {
        return Ok(());
    }
    let (tx, begun) = fact::lock::begin(domain).await?;
    let ended = counted(&tx).await?;
    let last = part_entity::Entity::find()
        .select_only()
        .column_as(part_entity::Column::FinishedAt.max(), "last")
        .filter(part_entity::Column::RecountId.is_in(ended.iter().copied()));
    let last: Option<Option<DateTime<Utc>>> = last.into_tuple().one(&tx).await?;
    let at = Ord::max(begun, last.flatten().unwrap_or_default());
    fact::lock::note(&tx, at).await?;
    Entity::update_many()
        .col_expr(Column::FinishedAt, Expr::value(at))
        .filter(Column::Id.is_in(ended))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(())
}

/// The recounts that are open, but whose parts are all done.
async fn counted(db: &impl ConnectionTrait) -> Result<Vec<RecountId>> {
    use part_entity::Column as C;
    let waiting = Query::select()
        .column(C::RecountId)
        .from(part_entity::Entity)
        .and_where(C::State.ne(State::Done.as_str()))
        .take();
    let counted = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::FinishedAt.is_null())
        .filter(Column::Id.not_in_subquery(waiting));
    Ok(counted.into_tuple().all(db).await?)
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
