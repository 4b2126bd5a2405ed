//! Rows into changes: what is new, what is a correction, what is held back. Nothing is written here.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{
    ColumnTrait, ConnectionTrait, Iden, Iterable, ModelTrait, prelude::Uuid, sea_query::ValueType,
};

use super::{
    Book, Finding, Importable, RowReader,
    heading::Heading,
    past::{Past, Remembered},
};
use crate::{
    Result,
    fact::{Cause, Recorded, Touched},
    id::{EditionId, SubProjectId, VersionId},
};

/// What rows of one kind change.
pub(crate) struct Changes<E: Importable> {
    /// Versions to close.
    pub superseded: Vec<E::Model>,
    /// Versions to add, each with what makes it one: a new record or a correction.
    pub added: Vec<(Cause, E::Model)>,
    /// How many rows did what.
    pub tally: Tally,
}

impl<E: Importable<Model: Recorded>> Changes<E> {
    /// Notes whom and what they are about: what was said before as well.
    pub fn note(&self, touched: &mut Touched) {
        self.added.iter().for_each(|(cause, row)| touched.record(row, *cause));
        self.superseded.iter().for_each(|row| touched.record(row, Cause::Correction));
    }
}

impl<E: Importable> Changes<E> {
    /// The keys of the versions to close.
    pub fn closing(&self) -> Vec<VersionId> {
        self.superseded.iter().map(E::version).collect()
    }
}

/// How many rows did what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// New records.
    pub inserted: usize,
    /// Corrections.
    pub changed: usize,
    /// Rows that say what is known already.
    pub unchanged: usize,
    /// Rows with errors.
    pub held_back: usize,
}

/// Reads and checks every row of the tables of one kind, and changes the book accordingly.
pub(crate) fn apply<E: Importable>(
    headings: &[Heading<'_>],
    book: &mut Book,
    findings: &mut Vec<Finding>,
) -> Changes<E> {
    let is_behind = |book: &mut Book, model: &E::Model| {
        let known = E::rows(book).get(&E::key(model)).cloned();
        E::is_behind(book, model, known.as_ref())
    };
    Application { headings, past: &Past::default(), is_behind }.run(book, findings)
}

/// The same for records of sub-projects: entered again after they were withdrawn, they are the same records.
pub(super) async fn apply_remembered<E: Remembered>(
    db: &impl ConnectionTrait,
    headings: &[Heading<'_>],
    (book, findings): (&mut Book, &mut Vec<Finding>),
) -> Result<Changes<E>> {
    let past = &Past::read(db, headings, book).await?;
    let is_behind = |book: &mut Book, model: &E::Model| {
        let current: BTreeMap<_, _> =
            E::rows(book).range(E::told_with(model)).map(|(key, row)| (key.clone(), row.clone())).collect();
        past.is_behind(&book.frozen, (&current, model))
    };
    Ok(Application { headings, past, is_behind }.run(book, findings))
}

/// The tables of a kind, what was known before of the records they name, and when a change of one of them would be seen in a
/// report that was handed in.
struct Application<'a, E: Importable, F> {
    headings: &'a [Heading<'a>],
    past: &'a Past<E>,
    is_behind: F,
}

impl<E: Importable, F: Fn(&mut Book, &E::Model) -> Option<EditionId>> Application<'_, E, F> {
    fn run(self, book: &mut Book, findings: &mut Vec<Finding>) -> Changes<E> {
        let Self { headings, past, is_behind } = self;
        let mut changes = Changes::<E> { superseded: Vec::new(), added: Vec::new(), tally: Tally::default() };
        let mut places: BTreeSet<E::Key> = BTreeSet::new();
        for heading in headings.iter().filter(|heading| heading.kind == E::KIND) {
            for row in &heading.table.rows {
                let mut reader = RowReader::new(heading, row, findings);
                let Some(mut model) = E::read(&mut reader, book) else {
                    changes.tally.held_back += 1;
                    continue;
                };
                let key = E::key(&model);
                let known = E::rows(book).get(&key).cloned();
                let again = past.last(&key).filter(|_| known.is_none());
                if let Some(known) = &known {
                    keep_absent::<E>(heading, &mut model, known);
                }
                if let Some(again) = again {
                    E::succeed(&mut model, again);
                }
                E::check(&model, &mut reader, book);
                let same = known.as_ref().is_some_and(|known| says_the_same::<E>(&model, known));
                if same {
                    reader.accept();
                }
                if !same && places.contains(&key) {
                    reader.contradiction();
                }
                if !same && book.reason.is_none() {
                    let rewritten = rewritten::<E>(book, known.iter().chain(again).chain([&model]));
                    if let Some(edition) = rewritten.or_else(|| is_behind(book, &model)) {
                        reader.frozen(edition);
                    }
                }
                if reader.is_held_back() {
                    changes.tally.held_back += 1;
                    continue;
                }
                places.insert(key.clone());
                if same {
                    changes.tally.unchanged += 1;
                    continue;
                }
                give_reason::<E>(&mut model, book.reason.as_ref());
                let cause = match known {
                    Some(known) => {
                        E::succeed(&mut model, &known);
                        changes.added.extend(E::past(&known, &model).map(|past| (Cause::Structure, past)));
                        changes.superseded.push(known);
                        changes.tally.changed += 1;
                        Cause::Correction
                    }
                    None => {
                        changes.tally.inserted += 1;
                        Cause::New
                    }
                };
                changes.added.push((cause, model.clone()));
                E::rows(book).insert(key, model);
            }
        }
        changes
    }
}

/// A column that a file leaves out says nothing: what is known stays.
fn keep_absent<E: Importable>(heading: &Heading<'_>, model: &mut E::Model, known: &E::Model) {
    for column in E::Column::iter() {
        let name = column.to_string();
        if heading.lacks(&name) {
            sea_orm_set::<E>(model, column, known);
        }
    }
}

fn sea_orm_set<E: Importable>(model: &mut E::Model, column: E::Column, known: &E::Model)
where
    E::Column: ColumnTrait,
{
    let value = known.get(column);
    model.set(column, value);
}

/// An edition that was handed in and would tell the case of one of these versions otherwise.
fn rewritten<'a, E: Importable>(
    book: &Book,
    versions: impl Iterator<Item = &'a E::Model>,
) -> Option<EditionId> {
    let keys = |model| ["participant_id", "id"].into_iter().filter_map(move |name| key::<E>(model, name));
    versions.flat_map(keys).find_map(|key| book.rewritten.get(&key).copied())
}

/// Where a record belongs, if it belongs to a sub-project.
pub(super) fn sub_project<E: Importable>(model: &E::Model) -> Option<SubProjectId> {
    key::<E>(model, "sub_project_id").map(SubProjectId)
}

fn key<E: Importable>(model: &E::Model, name: &str) -> Option<Uuid> {
    <Uuid as ValueType>::try_from(model.get(column::<E>(name)?)).ok()
}

fn give_reason<E: Importable>(model: &mut E::Model, reason: Option<&String>) {
    if let Some(column) = column::<E>("reason") {
        model.set(column, reason.cloned().into());
    }
}

fn column<E: Importable>(name: &str) -> Option<E::Column> {
    E::Column::iter().find(|column| column.to_string() == name)
}

/// Whether a version says the same as one that is known, whatever of when and by whom it was recorded.
pub(crate) fn says_the_same<E: Importable>(model: &E::Model, known: &E::Model) -> bool {
    let mut candidate = model.clone();
    E::adopt(&mut candidate, known);
    candidate == *known
}
