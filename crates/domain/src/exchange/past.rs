//! What was known of records before: versions that were corrected or withdrawn.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::RangeInclusive,
};

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, QueryFilter, Value};

use super::{
    Book, Importable,
    apply::{says_the_same, sub_project},
    heading::Heading,
};
use crate::{Result, edition::Frozen, id::EditionId, report::About, rows::Rows, version::known_between};

/// Records of sub-projects, each of which stays the same record through corrections and when it is entered again after it
/// was withdrawn.
pub(crate) trait Remembered: Importable {
    /// The column by which files name the records, and the one that holds it.
    const NAMED_BY: (&'static str, Self::Column);

    /// Whether reports show such records also of days behind their cut-off, as they show the answers of a sample.
    const SHOWN_OF_ANY_DAY: bool = false;

    /// The first day of which a record says anything; none when it belongs to no day.
    fn first_day(model: &Self::Model) -> Option<NaiveDate>;

    /// Leaves out what a record says of days behind another.
    fn up_to(_model: &mut Self::Model, _day: NaiveDate) {}

    /// The records that reports tell together with one, as they tell all stays of a case.
    fn told_with(model: &Self::Model) -> RangeInclusive<Self::Key> {
        Self::key(model)..=Self::key(model)
    }
}

/// The versions of records that were corrected or withdrawn, the oldest first, by what makes two rows the same record.
pub(super) struct Past<E: Importable>(BTreeMap<E::Key, Vec<E::Model>>);

impl<E: Importable> Default for Past<E> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<E: Importable> Past<E> {
    /// The last version of a record; for one that is not known now the version that was withdrawn.
    pub fn last(&self, key: &E::Key) -> Option<&E::Model> {
        self.0.get(key)?.last()
    }
}

impl<E: Remembered> Past<E> {
    /// Reads the past of the records that tables name.
    pub async fn read(db: &impl ConnectionTrait, headings: &[Heading<'_>], book: &Book) -> Result<Self> {
        let (heading, column) = E::NAMED_BY;
        let tables = headings.iter().filter(|table| table.kind == E::KIND);
        let named: BTreeSet<String> = tables.flat_map(|table| table.values(heading)).collect();
        let stored = |name: String| match heading {
            "participant" => book.participants.known(&name).map(Value::from),
            _ => Some(name.into()),
        };
        let keys: Vec<Value> = named.into_iter().filter_map(stored).collect();
        let select = E::find().filter(E::SUPERSEDED_AT.is_not_null());
        let mut versions: BTreeMap<E::Key, Vec<E::Model>> = BTreeMap::new();
        for row in (Rows { select, column, keys: &keys }).read(db).await? {
            versions.entry(E::key(&row)).or_default().push(row);
        }
        versions.values_mut().for_each(|versions| versions.sort_by_key(known_between::<E>));
        Ok(Self(versions))
    }

    /// An edition that was handed in and shows a record, or one that is told with it, and would show this change: from what
    /// is known now, or nothing, to a model.
    pub fn is_behind(
        &self,
        frozen: &Frozen,
        (current, model): (&BTreeMap<E::Key, E::Model>, &E::Model),
    ) -> Option<EditionId> {
        let known = current.get(&E::key(model));
        let told_with = E::told_with(model);
        let before = self.0.range(told_with.clone()).flat_map(|(_, versions)| versions);
        let mut told = before.chain(current.range(told_with).map(|(_, row)| row));
        told.find_map(|shown| {
            let unit = sub_project::<E>(shown).map(About::SubProject)?;
            let mut editions = frozen.showing(unit, known_between::<E>(shown));
            let behind = editions.find(|(cut_off, _)| {
                told_until::<E>(shown, *cut_off).is_some() && says_otherwise::<E>((known, model), *cut_off)
            });
            behind.map(|(_, edition)| edition)
        })
    }
}

/// Whether something else would be said of the days up to a cut-off than is known now.
fn says_otherwise<E: Remembered>((known, model): (Option<&E::Model>, &E::Model), cut_off: NaiveDate) -> bool {
    let known = known.and_then(|known| told_until::<E>(known, cut_off));
    match (known, told_until::<E>(model, cut_off)) {
        (Some(known), Some(model)) => !says_the_same::<E>(&model, &known),
        (known, model) => known.is_some() || model.is_some(),
    }
}

/// What a version says in a report with a cut-off, if it says anything there.
pub(crate) fn told_until<E: Remembered>(model: &E::Model, cut_off: NaiveDate) -> Option<E::Model> {
    if E::SHOWN_OF_ANY_DAY {
        return Some(model.clone());
    }
    let is_told = E::first_day(model).is_none_or(|first| first <= cut_off);
    is_told.then(|| {
        let mut model = model.clone();
        E::up_to(&mut model, cut_off);
        model
    })
}
