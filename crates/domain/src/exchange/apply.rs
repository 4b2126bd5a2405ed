//! Rows into changes: what is new, what is a correction, what is held back. Pure; nothing is written here.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, Iden, Iterable, ModelTrait, prelude::Uuid, sea_query::ValueType};

use super::{Book, Finding, Importable, RowReader, heading::Heading};
use crate::{
    fact::{Cause, Recorded, Touched},
    id::{SubProjectId, VersionId},
    report::About,
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
    apply_beside(headings, (book, &BTreeMap::new()), findings)
}

/// The same beside the keys of records that were known before: entered again after they were withdrawn, they keep them.
pub(crate) fn apply_beside<E: Importable>(
    headings: &[Heading<'_>],
    (book, before): (&mut Book, &BTreeMap<E::Key, Uuid>),
    findings: &mut Vec<Finding>,
) -> Changes<E> {
    let mut changes = Changes::<E> { superseded: Vec::new(), added: Vec::new(), tally: Tally::default() };
    let mut places: BTreeMap<E::Key, Option<usize>> = BTreeMap::new();
    for heading in headings.iter().filter(|heading| heading.kind == E::KIND) {
        for row in &heading.table.rows {
            let mut reader = RowReader::new(heading, row, findings);
            let Some(mut model) = E::read(&mut reader, book) else {
                changes.tally.held_back += 1;
                continue;
            };
            let key = E::key(&model);
            let known = E::rows(book).get(&key).cloned();
            let again = before.get(&key).filter(|_| known.is_none());
            if let Some(known) = &known {
                keep_absent::<E>(heading, &mut model, known);
            }
            if let Some((id, column)) = again.zip(column::<E>("id")) {
                model.set(column, (*id).into());
            }
            E::check(&model, &mut reader, book);
            let same = known.as_ref().is_some_and(|known| says_the_same::<E>(&model, known));
            if same {
                reader.accept();
            }
            if !same && places.contains_key(&key) {
                reader.contradiction();
            }
            if !same && book.reason.is_none() && is_behind::<E>(book, &model, known.as_ref()) {
                reader.frozen();
            }
            if reader.is_held_back() {
                changes.tally.held_back += 1;
                continue;
            }
            if same {
                changes.tally.unchanged += 1;
                places.entry(key).or_insert(None);
                continue;
            }
            let cause = match known {
                Some(known) => {
                    E::succeed(&mut model, &known);
                    give_reason::<E>(&mut model, book.reason.as_ref());
                    changes.added.extend(E::past(&known, &model).map(|past| (Cause::Structure, past)));
                    changes.superseded.push(known);
                    changes.tally.changed += 1;
                    Cause::Correction
                }
                None => {
                    if again.is_some() {
                        give_reason::<E>(&mut model, book.reason.as_ref());
                    }
                    changes.tally.inserted += 1;
                    Cause::New
                }
            };
            places.insert(key.clone(), Some(changes.added.len()));
            changes.added.push((cause, model.clone()));
            E::rows(book).insert(key, model);
        }
    }
    changes
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

/// Whether a report that was handed in shows what is known, or would tell one of its cases otherwise.
fn is_behind<E: Importable>(book: &Book, model: &E::Model, known: Option<&E::Model>) -> bool {
    let keys = ["participant_id", "id"].into_iter().filter_map(|name| key::<E>(model, name));
    let known_key = known.and_then(|known| key::<E>(known, "id"));
    keys.chain(known_key).any(|key| book.rewritten.contains(&key)) || E::is_behind(book, model, known)
}

/// Whether a change of a record of a sub-project, from one version to another, would be seen in a report that was handed in
/// and showed some version of it.
pub(super) fn rewrites<E: Importable>(
    book: &Book,
    shown: &E::Model,
    (known, model): (&E::Model, &E::Model),
) -> bool {
    let recorded_at = <DateTime<Utc> as ValueType>::try_from(shown.get(E::RECORDED_AT)).ok();
    let unit = key::<E>(shown, "sub_project_id").map(|id| About::SubProject(SubProjectId(id)));
    let cut_offs = unit.zip(recorded_at).map(|(unit, at)| book.frozen.cut_offs(unit, at));
    cut_offs.into_iter().flatten().any(|cut_off| says_otherwise::<E>(known, model, cut_off))
}

/// Whether two versions say something else of the days up to a cut-off.
fn says_otherwise<E: Importable>(known: &E::Model, model: &E::Model, cut_off: NaiveDate) -> bool {
    if E::SHOWN_OF_ANY_DAY {
        return true;
    }
    let is_later = |row| E::first_day(row).is_some_and(|first| first > cut_off);
    let [known, model] = [known, model].map(|row| {
        let mut row = row.clone();
        E::up_to(&mut row, cut_off);
        row
    });
    let is_shown = !is_later(&known) || !is_later(&model);
    is_shown && !says_the_same::<E>(&model, &known)
}

pub(super) fn key<E: Importable>(model: &E::Model, name: &str) -> Option<Uuid> {
    <Uuid as ValueType>::try_from(model.get(column::<E>(name)?)).ok()
}

fn give_reason<E: Importable>(model: &mut E::Model, reason: Option<&String>) {
    if let Some(column) = column::<E>("reason") {
        model.set(column, reason.cloned().into());
    }
}

pub(super) fn column<E: Importable>(name: &str) -> Option<E::Column> {
    E::Column::iter().find(|column| column.to_string() == name)
}

/// Whether a version says the same as one that is known, whatever of when and by whom it was recorded.
pub(crate) fn says_the_same<E: Importable>(model: &E::Model, known: &E::Model) -> bool {
    let mut candidate = model.clone();
    E::adopt(&mut candidate, known);
    candidate == *known
}
