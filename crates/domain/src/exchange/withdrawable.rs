//! What a kind of records must say about itself to be withdrawn, and which records a file names.

use std::collections::BTreeSet;

use super::{Book, Finding, Importable, RowReader, heading::Heading};
use crate::{
    Scope,
    fact::{Cause, Recorded, Touched},
};

/// A table of records that files of keys can withdraw.
pub(crate) trait Withdrawable: Importable {
    /// The key of the record that a row names; none when a part of it is missing or wrong.
    fn named(row: &mut RowReader<'_>, book: &mut Book) -> Option<Self::Key>;

    /// Whether the record lies within what may be written to.
    fn is_writable(model: &Self::Model, scope: &Scope) -> bool;
}

/// The part of `Withdrawable` that is the same for every record of a sub-project.
#[macro_export]
macro_rules! withdrawable_of_sub_project {
    () => {
        fn is_writable(model: &Self::Model, scope: &$crate::Scope) -> bool {
            scope.covers(model.sub_project_id)
        }
    };
}

/// The records of one kind that files name.
pub(crate) struct Named<E: Importable> {
    /// Their current versions.
    pub models: Vec<E::Model>,
    /// How many rows name nothing that may be withdrawn.
    pub held_back: usize,
}

impl<E: Importable<Model: Recorded>> Named<E> {
    /// Notes whom and what they are about.
    pub fn note(&self, touched: &mut Touched) {
        self.models.iter().for_each(|row| touched.record(row, Cause::Deletion));
    }
}

/// Takes the records that the tables of one kind name out of the book. A row that names a record once more is right
/// and does nothing.
pub(crate) fn take_named<E: Withdrawable>(
    headings: &[Heading<'_>],
    book: &mut Book,
    findings: &mut Vec<Finding>,
) -> Named<E> {
    let mut named = Named::<E> { models: Vec::new(), held_back: 0 };
    let mut taken = BTreeSet::new();
    for heading in headings.iter().filter(|heading| heading.kind == E::KIND) {
        for row in &heading.table.rows {
            let mut reader = RowReader::new(heading, row, findings);
            let key = E::named(&mut reader, book).filter(|_| !reader.is_held_back());
            let Some(key) = key else {
                named.held_back += 1;
                continue;
            };
            if taken.contains(&key) {
                continue;
            }
            let writable = E::rows(book).get(&key).cloned();
            match writable.filter(|model| E::is_writable(model, &book.scope)) {
                Some(model) => {
                    E::rows(book).remove(&key);
                    named.models.push(model);
                    taken.insert(key);
                }
                None => {
                    reader.nothing_named();
                    named.held_back += 1;
                }
            }
        }
    }
    named
}
