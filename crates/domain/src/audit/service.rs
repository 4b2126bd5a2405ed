//! Writing, reading and checking the chain.

use futures::TryStreamExt;
use sea_orm::{DatabaseTransaction, EntityTrait, QueryOrder};

use super::{Action, Broken, Column, Entity, Entry, Model, Page, Seal, Walk, seal, store};
use crate::{Clock, Domain, Result, Viewer, db};

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
    let mut end = store::lock_head(tx).await?;
    for entry in entries {
        let action: &'static str = entry.action.into();
        let mut row = Model {
            position: end.position + 1,
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
            previous_hash: end.hash,
            hash: String::new(),
        };
        row.hash = seal::seal(&row);
        end = Seal { position: row.position, hash: row.hash.clone() };
        store::insert(tx, row).await?;
    }
    store::move_head(tx, end).await
}

/// Notes that somebody signed in was refused something, or asked for what they may not see. Requests of nobody in
/// particular are log lines only, so that no stranger can make the chain grow.
pub async fn refused(domain: &Domain, viewer: &Viewer, what: &'static str) {
    if viewer.is_anonymous() {
        return tracing::info!(request.id = %viewer.request_id, what, "refused");
    }
    let entry = Entry { record_count: 0, ..Entry::new(Action::Refuse, what, "refused") };
    if let Err(error) = record(domain, viewer, entry).await {
        tracing::error!(request.id = %viewer.request_id, error = ?error, "a refusal was not recorded");
    }
}

/// Writes one entry that belongs to no other change: a read, a refusal, a download.
pub async fn record(domain: &Domain, viewer: &Viewer, entry: Entry) -> Result<()> {
    let tx = db::begin(&domain.db).await?;
    append(&tx, &domain.clock, viewer, vec![entry]).await?;
    Ok(tx.commit().await?)
}

/// Some entries, for administrators and auditors.
pub async fn page(domain: &Domain, viewer: &Viewer, page: &Page) -> Result<Vec<Model>> {
    viewer.require_audit_reader()?;
    store::page(&domain.db, page).await
}

/// Checks the whole chain: its end when it holds, the first break when not. With a seal noted earlier, also that
/// nothing up to there was exchanged.
///
/// Entries may be added meanwhile: the chain has to reach what it promised before the check and may not go
/// beyond what it promises after it.
pub async fn verify(
    domain: &Domain,
    viewer: &Viewer,
    noted: Option<Seal>,
) -> Result<std::result::Result<Seal, Broken>> {
    viewer.require_audit_reader()?;
    let promised = store::head(&domain.db).await?;
    let mut walk = Walk::past(noted.into_iter().chain([promised]));
    let mut entries = Entity::find().order_by_asc(Column::Position).stream(&domain.db).await?;
    while let Some(entry) = entries.try_next().await? {
        if let Err(broken) = walk.step(&entry) {
            return Ok(Err(broken));
        }
    }
    drop(entries);
    let announced = store::head(&domain.db).await?.position;
    Ok(match walk.end() {
        Ok(end) if end.position > announced => Err(Broken::Unannounced(announced + 1)),
        end => end,
    })
}
