//! Who may write the ledger beside whom, and when what they write becomes known.
//!
//! An import reads records, counts and writes facts; were two of them to do so at once, each would miss what the
//! other is about to add. So whoever changes records holds the whole ledger, and a recount holds the sub-projects it counts
//! while others may count others. On SQLite a transaction that writes is alone anyway.
//!
//! The stamp of a change is read once the ledger is held, so that it comes after everything that is known before. A
//! recount's pieces need none of this: nobody is shown anything of a recount until its end, which is such a change.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, EntityTrait, Set, Statement,
    sea_query::OnConflict,
};

use super::clock_entity::{ActiveModel, Column, Entity};
use crate::{Domain, Error, Result, UserError, db, id::SubProjectId};

/// Key of the advisory lock for the whole ledger. Sub-projects have keys of their own kind: one number, not two.
const LEDGER: &str = "1296646994, 1";
/// Class of the advisory locks by which writers tell since when they have been at work, in seconds of the clock.
const WRITERS: i32 = 1_296_646_995;

/// Begins a transaction that changes records, once nobody else writes facts, with the moment its changes become known at.
pub(crate) async fn begin(domain: &Domain) -> Result<(DatabaseTransaction, DateTime<Utc>)> {
    enter(domain, TimeDelta::zero()).await
}

/// The same for what changes rules: later than everything known, even by a clock that stands still, so that there is a
/// moment before it.
pub(crate) async fn begin_rules(domain: &Domain) -> Result<(DatabaseTransaction, DateTime<Utc>)> {
    enter(domain, TimeDelta::microseconds(1)).await
}

async fn enter(domain: &Domain, apart: TimeDelta) -> Result<(DatabaseTransaction, DateTime<Utc>)> {
    let tx = db::begin(&domain.db).await?;
    let since = seconds(domain.clock.now());
    take(&tx, format!("SELECT pg_advisory_xact_lock_shared({WRITERS}, {since})")).await?;
    take(&tx, format!("SELECT pg_advisory_xact_lock({LEDGER})")).await?;
    let now = domain.clock.now();
    let at = match newest(&tx).await? {
        Some(newest) if now < newest => newest + TimeDelta::microseconds(1),
        Some(newest) => now.max(newest + apart),
        None => now,
    };
    note(&tx, at).await?;
    Ok((tx, at))
}

/// Notes the newest stamp, for who holds the ledger.
pub(crate) async fn note(tx: &DatabaseTransaction, at: DateTime<Utc>) -> Result<()> {
    let row = ActiveModel { id: Set(1), at: Set(at) };
    let replace = OnConflict::column(Column::Id).update_column(Column::At).to_owned();
    Entity::insert(row).on_conflict(replace).exec_without_returning(tx).await?;
    Ok(())
}

async fn newest(db: &impl ConnectionTrait) -> Result<Option<DateTime<Utc>>> {
    Ok(Entity::find().one(db).await?.map(|row| row.at))
}

/// Whether nothing has become known since a moment.
pub(crate) async fn nothing_since(db: &impl ConnectionTrait, moment: DateTime<Utc>) -> Result<bool> {
    Ok(newest(db).await?.is_some_and(|newest| newest <= moment))
}

/// Whether everything known at a moment is there: no change is being written that may still belong to it.
pub async fn settled(db: &DatabaseConnection, moment: DateTime<Utc>) -> Result<bool> {
    if newest(db).await?.is_some_and(|newest| moment <= newest) {
        return Ok(true);
    }
    if db.get_database_backend() == DbBackend::Sqlite {
        return Ok(!db::is_being_written(db).await?);
    }
    let question = "SELECT 1 AS one FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2 \
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) \
        AND classid::bigint = $1 AND objid::bigint <= $2 LIMIT 1";
    let values = [i64::from(WRITERS).into(), i64::from(seconds(moment)).into()];
    let at_work = Statement::from_sql_and_values(DbBackend::Postgres, question, values);
    Ok(db.query_one_raw(at_work).await?.is_none())
}

/// Refuses a question about a moment that is not settled.
pub(crate) async fn require_settled(db: &DatabaseConnection, moment: DateTime<Utc>) -> Result<()> {
    if settled(db, moment).await? {
        Ok(())
    } else {
        Err(Error::invalid(UserError::new("known-at-unsettled", "knownAt").with_value(moment.to_rfc3339())))
    }
}

fn seconds(moment: DateTime<Utc>) -> i32 {
    i32::try_from(moment.timestamp().max(0)).unwrap_or(i32::MAX)
}

/// Waits until no record changes and nobody else counts any of these sub-projects, and keeps others from both until the
/// transaction ends.
pub(crate) async fn sub_projects(tx: &DatabaseTransaction, ids: &[SubProjectId]) -> Result<()> {
    take(tx, format!("SELECT pg_advisory_xact_lock_shared({LEDGER})")).await?;
    let mut keys: Vec<i64> =
        ids.iter().map(|id| id.0.as_u64_pair()).map(|(high, low)| (high ^ low).cast_signed()).collect();
    keys.sort_unstable();
    for key in keys {
        take(tx, format!("SELECT pg_advisory_xact_lock({key})")).await?;
    }
    Ok(())
}

async fn take(tx: &DatabaseTransaction, statement: String) -> Result<()> {
    if tx.get_database_backend() == DbBackend::Postgres {
        tx.query_one_raw(Statement::from_string(DbBackend::Postgres, statement)).await?;
    }
    Ok(())
}
