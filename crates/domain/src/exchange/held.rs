//! Records that reports which were handed in knew in an earlier version.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, ModelTrait, prelude::Uuid, sea_query::ValueType};

use super::{
    Book, Importable,
    apply::{Changes, column, key, rewrites},
};
use crate::{Result, rows::Rows};

/// Of the records that changes correct, those of which a report that was handed in shows an earlier version than the one
/// known now: what was corrected once is still behind it.
pub(super) async fn held_before<E: Importable>(
    db: &impl ConnectionTrait,
    book: &Book,
    changes: &Changes<E>,
) -> Result<BTreeSet<Uuid>> {
    let Some(id) = column::<E>("id") else { return Ok(BTreeSet::new()) };
    let by_id = |row| key::<E>(row, "id").map(|key| (key, row));
    let known: BTreeMap<Uuid, &E::Model> = changes.superseded.iter().filter_map(by_id).collect();
    let models: BTreeMap<Uuid, &E::Model> =
        changes.added.iter().map(|(_, row)| row).filter_map(by_id).collect();
    let keys: Vec<Uuid> = known.keys().copied().collect();
    let mut first: BTreeMap<Uuid, (DateTime<Utc>, E::Model)> = BTreeMap::new();
    for row in (Rows { select: E::find(), column: id, keys: &keys }).read(db).await? {
        let Ok(at) = <DateTime<Utc> as ValueType>::try_from(row.get(E::RECORDED_AT)) else { continue };
        let Some(key) = key::<E>(&row, "id") else { continue };
        if first.get(&key).is_none_or(|(known, _)| at < *known) {
            first.insert(key, (at, row));
        }
    }
    let held = first.into_iter().filter(|(key, (_, shown))| {
        let change = known.get(key).zip(models.get(key));
        change.is_some_and(|(known, model)| rewrites::<E>(book, shown, (known, model)))
    });
    Ok(held.map(|(key, _)| key).collect())
}
