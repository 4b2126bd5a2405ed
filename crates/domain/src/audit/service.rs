//! Writing and checking the chain.

use futures::TryStreamExt;
use sea_orm::{
    ActiveModelTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, IntoActiveModel, QueryOrder, Set,
    sea_query::{Expr, OnConflict},
};

use super::{Column, Entity, Entry, Model, head_entity, seal};
use crate::{Clock, Domain, Result, Viewer, db};

/// The only row of the chain's head.
const HEAD: i32 = 1;

/// Adds entries to the chain inside the transaction of what they tell of.
///
/// Call it last, right before the commit: the end of the chain stays locked from here on, so that no two
/// transactions continue the same entry.
pub async fn append(
    tx: &DatabaseTransaction,
    clock: &Clock,
    viewer: &Viewer,
    entries: Vec<Entry>,
) -> Result<()> {
    let mut head = lock_head(tx).await?;
    for entry in entries {
        let action: &'static str = entry.action.into();
        let mut row = Model {
            position: head.position + 1,
            at: clock.now(),
            actor: viewer.actor.label().to_owned(),
            purpose: entry.purpose,
            action: action.to_owned(),
            object_kind: entry.object_kind.to_owned(),
            object_id: entry.object_id,
            before: entry.before.map(|value| value.to_string()),
            after: entry.after.map(|value| value.to_string()),
            record_count: i64::try_from(entry.record_count).unwrap_or(i64::MAX),
            request_id: viewer.request_id,
            previous_hash: std::mem::take(&mut head.hash),
            hash: String::new(),
        };
        row.hash = seal::seal(&row);
        head.position = row.position;
        head.hash.clone_from(&row.hash);
        Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    }
    let mut head = head.into_active_model().reset_all();
    head.id = sea_orm::Unchanged(HEAD);
    head.update(tx).await?;
    Ok(())
}

/// Writes one entry that belongs to no other change: a read, a refusal, a download.
pub async fn record(domain: &Domain, viewer: &Viewer, entry: Entry) -> Result<()> {
    let tx = db::begin(&domain.db).await?;
    append(&tx, &domain.clock, viewer, vec![entry]).await?;
    Ok(tx.commit().await?)
}

/// Reads the end of the chain and keeps others from it until the transaction ends.
async fn lock_head(tx: &DatabaseTransaction) -> Result<head_entity::Model> {
    let start =
        head_entity::ActiveModel { id: Set(HEAD), position: Set(0), hash: Set(seal::START.to_owned()) };
    head_entity::Entity::insert(start)
        .on_conflict(OnConflict::column(head_entity::Column::Id).do_nothing().to_owned())
        .exec_without_returning(tx)
        .await?;
    head_entity::Entity::update_many().col_expr(head_entity::Column::Id, Expr::value(HEAD)).exec(tx).await?;
    let head = head_entity::Entity::find_by_id(HEAD).one(tx).await?;
    head.ok_or(crate::Error::Inconsistent { table: "audit_head", column: "id" })
}

/// Where the chain does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// The entry at this position was changed after it was written.
    Changed(i64),
    /// The entry that should stand at this position is missing or out of order.
    Missing(i64),
    /// The entries end at the first position, but the head says the second.
    Truncated(i64, i64),
}

/// Checks the whole chain: the number of entries when it holds, the first break when not.
pub async fn verify(db: &impl StreamsEntries) -> Result<std::result::Result<i64, Broken>> {
    let mut expected_position = 1;
    let mut previous_hash = seal::START.to_owned();
    let mut entries = Entity::find().order_by_asc(Column::Position).stream(db).await?;
    while let Some(entry) = entries.try_next().await? {
        if entry.position != expected_position || entry.previous_hash != previous_hash {
            return Ok(Err(Broken::Missing(expected_position)));
        }
        if seal::seal(&entry) != entry.hash {
            return Ok(Err(Broken::Changed(entry.position)));
        }
        expected_position += 1;
        previous_hash = entry.hash;
    }
    drop(entries);
    let last = expected_position - 1;
    let head = head_entity::Entity::find_by_id(HEAD).one(db).await?;
    let promised = head.map_or((0, seal::START.to_owned()), |head| (head.position, head.hash));
    Ok(if promised == (last, previous_hash) { Ok(last) } else { Err(Broken::Truncated(last, promised.0)) })
}

/// A connection that entries can be streamed from.
pub trait StreamsEntries: ConnectionTrait + sea_orm::StreamTrait + Send {}

impl<C: ConnectionTrait + sea_orm::StreamTrait + Send> StreamsEntries for C {}
