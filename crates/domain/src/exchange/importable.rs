//! What a kind of records must say about itself to be imported.

use std::collections::BTreeMap;

use super::{Book, Kind, RowReader};
use crate::{
    Versioned,
    id::{EditionId, VersionId},
};

/// A table of records that files can fill.
pub(crate) trait Importable: Versioned<Model: Clone + PartialEq> {
    /// The kind.
    const KIND: Kind;
    /// What makes two rows the same record.
    type Key: Clone + Ord;

    /// The key of a row.
    fn key(model: &Self::Model) -> Self::Key;

    /// The current rows, which the import reads and changes.
    fn rows(book: &mut Book) -> &mut BTreeMap<Self::Key, Self::Model>;

    /// The row as a record that is not yet known; none when something without which it is no record is missing.
    fn read(row: &mut RowReader<'_>, book: &mut Book) -> Option<Self::Model>;

    /// Looks at the record beside all others and notes what breaks a rule.
    fn check(_model: &Self::Model, _row: &mut RowReader<'_>, _book: &Book) {}

    /// An edition that was handed in and shows what is known, or would show this, in another way than as records of
    /// sub-projects: then it changes only with a reason.
    fn is_behind(_book: &Book, _model: &Self::Model, _known: Option<&Self::Model>) -> Option<EditionId> {
        None
    }

    /// The key of the version.
    fn version(model: &Self::Model) -> VersionId;

    /// What stays true of `known` until the day from which `model` holds, in tables whose records change from a day
    /// on; none when `model` corrects what is known.
    fn past(_known: &Self::Model, _model: &Self::Model) -> Option<Self::Model> {
        None
    }

    /// Gives `model` the identity and the version columns of `current`.
    fn adopt(model: &mut Self::Model, current: &Self::Model);

    /// Gives `model` the identity of `current` and leaves it a version of its own.
    fn succeed(model: &mut Self::Model, current: &Self::Model);
}

/// The parts of `Importable` that are the same for every table of versions.
#[macro_export]
macro_rules! importable_versions {
    (@past changing) => {
        fn past(known: &Self::Model, model: &Self::Model) -> Option<Self::Model> {
            (known.valid_from < model.valid_from).then(|| Model {
                version_id: $crate::id::VersionId::fresh(),
                valid_until: model.valid_from,
                recorded_at: model.recorded_at,
                recorded_by: model.recorded_by,
                superseded_at: None,
                ..known.clone()
            })
        }
    };
    (@adopt $model:ident, $current:ident) => {};
    (@adopt changing $model:ident, $current:ident) => {
        $model.valid_from = $model.valid_from.min($current.valid_from);
        $model.valid_until = $current.valid_until;
    };
    ($($changing:ident)?) => {
        $($crate::importable_versions!(@past $changing);)?

        fn version(model: &Self::Model) -> $crate::id::VersionId {
            model.version_id
        }

        fn adopt(model: &mut Self::Model, current: &Self::Model) {
            model.id = current.id;
            model.version_id = current.version_id;
            model.recorded_at = current.recorded_at;
            model.recorded_by = current.recorded_by;
            model.reason.clone_from(&current.reason);
            model.superseded_at = current.superseded_at;
            $crate::importable_versions!(@adopt $($changing)? model, current);
        }

        fn succeed(model: &mut Self::Model, current: &Self::Model) {
            model.id = current.id;
        }
    };
}
