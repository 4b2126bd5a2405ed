//! Pages of long lists.

use sea_orm::{ConnectionTrait, EntityTrait, Select, Value};

use crate::Result;

/// Which part of a list to read: after a row that the reader has seen, named by its sort text and key.
#[derive(Clone, Debug)]
pub struct Page<Id> {
    /// The last row seen; none means from the start.
    pub after: Option<(String, Id)>,
    /// How many rows at most.
    pub limit: usize,
}

/// Some rows of a list, and whether it goes on behind them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part<R> {
    /// The rows.
    pub rows: Vec<R>,
    /// Whether there are more.
    pub goes_on: bool,
}

impl<R> Part<R> {
    /// The first rows out of those that may be more.
    pub fn first(rows: impl IntoIterator<Item = R>, limit: usize) -> Self {
        let mut left = rows.into_iter();
        let rows: Vec<R> = left.by_ref().take(limit).collect();
        Self { rows, goes_on: left.next().is_some() }
    }
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
    pub async fn read<Id>(self, db: &impl ConnectionTrait, page: &Page<Id>) -> Result<Part<E::Model>>
    where
        Id: Copy + Into<Value>,
    {
        let mut cursor = self.select.cursor_by(self.by);
        if let Some((text, id)) = &page.after {
            cursor.after((text.clone(), *id));
        }
        let rows = cursor.first((page.limit as u64).saturating_add(1)).all(db).await?;
        Ok(Part::first(rows, page.limit))
    }
}
