//! Records that were withdrawn and may be entered again.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, prelude::Uuid};

use super::{Importable, apply::key, heading::Heading};
use crate::{Result, rows::Rows};

/// The keys of earlier versions of the records that tables name in a column, by what makes two rows the same record.
/// Whatever of it is entered again is the same record, also for the reports that showed it.
pub(super) async fn known_before<E: Importable>(
    db: &impl ConnectionTrait,
    headings: &[Heading<'_>],
    (name, column): (&str, E::Column),
) -> Result<BTreeMap<E::Key, Uuid>> {
    let tables = headings.iter().filter(|heading| heading.kind == E::KIND);
    let named: BTreeSet<String> = tables.flat_map(|heading| heading.values(name)).collect();
    let keys: Vec<String> = named.into_iter().collect();
    let select = E::find().filter(E::SUPERSEDED_AT.is_not_null());
    let rows = Rows { select, column, keys: &keys }.read(db).await?;
    Ok(rows.iter().filter_map(|row| Some((E::key(row), key::<E>(row, "id")?))).collect())
}
