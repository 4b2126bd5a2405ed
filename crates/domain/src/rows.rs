//! Rows read by many keys at once: what loaders ask for.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Select, Value};

use crate::{Result, db};

/// Rows to be read by keys.
pub(crate) struct Rows<'a, E: EntityTrait, K> {
    /// What else they fulfil, and their order within one statement.
    pub select: Select<E>,
    /// The column that holds the keys.
    pub column: E::Column,
    /// The keys; without any, no statement is sent.
    pub keys: &'a [K],
}

impl<E, K> Rows<'_, E, K>
where
    E: EntityTrait,
    K: Clone + Into<Value>,
{
    /// Reads them, with one statement for each [`db::KEYS_PER_STATEMENT`] keys.
    pub async fn read(self, db: &impl ConnectionTrait) -> Result<Vec<E::Model>> {
        let mut rows = Vec::new();
        for keys in self.keys.chunks(db::KEYS_PER_STATEMENT) {
            let some = self.select.clone().filter(self.column.is_in(keys.iter().cloned()));
            rows.extend(some.all(db).await?);
        }
        Ok(rows)
    }
}
