//! Pages of long lists.

use sea_orm::{ConnectionTrait, EntityTrait, Select, Value};

use crate::Result;

/// Which part of a list to read: after a row that the reader has seen, named by its sort text and key.
#[derive(Clone, Debug)]
pub struct Page<Id> {
    /// The last row seen; none means from the start.
    pub after: Option<(String, Id)>,
    /// How many rows at most.
    pub limit: u64,
}

/// A list and the two columns it is sorted by: a text and the key that decides between equal texts.
pub(crate) struct Sorted<E: EntityTrait> {
    /// The list.
    pub select: Select<E>,
    /// Sort text and key.
    pub by: (E::Column, E::Column),
}

impl<E> Sorted<E>
where
    E: EntityTrait,
    E::Model: Sync,
{
    /// Reads one page.
    pub async fn read<Id>(self, db: &impl ConnectionTrait, page: &Page<Id>) -> Result<Vec<E::Model>>
    where
        Id: Copy + Into<Value>,
    {
        let mut cursor = self.select.cursor_by(self.by);
        if let Some((text, id)) = &page.after {
            cursor.after((text.clone(), *id));
        }
        Ok(cursor.first(page.limit).all(db).await?)
    }
}
