//! Append-only records: a row is one version; the current one has no `superseded_at`.
//!
//! Some records also change from a day on, such as an organisation that takes another name. Of such a record several
//! versions are current, one after the other; the latest has no `valid_until`.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ModelTrait, QueryFilter, Select,
    sea_query::{Expr, ValueType},
};

use crate::{db, error::Result, id::VersionId};

/// A table whose rows are versions.
pub trait Versioned: EntityTrait {
    /// The key of a version.
    const VERSION_ID: Self::Column;
    /// When the version became known.
    const RECORDED_AT: Self::Column;
    /// The doing that wrote it.
    const RECORDED_BY: Self::Column;
    /// Why.
    const REASON: Self::Column;
    /// When a later version replaced it.
    const SUPERSEDED_AT: Self::Column;
    /// The days a version holds for, the last excluded, where records change from a day on.
    const VALID: Option<(Self::Column, Self::Column)> = None;

    /// The current versions, as things stand after the last change.
    fn current() -> Select<Self> {
        Self::known_at(None)
    }

    /// The versions that were current at `known_at`, as things stood after the last change; `None` means now.
    fn known_at(known_at: Option<DateTime<Utc>>) -> Select<Self> {
        let known = known::<Self>(known_at);
        match Self::VALID {
            Some((_, until)) => known.filter(until.is_null()),
            None => known,
        }
    }

    /// The versions that were current at `known_at` and hold on a day.
    fn as_of(known_at: Option<DateTime<Utc>>, day: NaiveDate) -> Select<Self> {
        known::<Self>(known_at).filter(Self::holds_on(day))
    }

    /// That a version holds on a day.
    fn holds_on(day: NaiveDate) -> Condition {
        match Self::VALID {
            Some((from, until)) => Condition::all()
                .add(Condition::any().add(from.is_null()).add(from.lte(day)))
                .add(Condition::any().add(until.is_null()).add(until.gt(day))),
            None => Condition::all(),
        }
    }

    /// The versions that were current at `known_at`, for all days: the history of each record.
    fn history(known_at: Option<DateTime<Utc>>) -> Select<Self> {
        known::<Self>(known_at)
    }
}

fn known<E: Versioned>(known_at: Option<DateTime<Utc>>) -> Select<E> {
    match known_at {
        None => E::find().filter(E::SUPERSEDED_AT.is_null()),
        Some(at) => E::find().filter(
            Condition::all()
                .add(E::RECORDED_AT.lte(at))
                .add(Condition::any().add(E::SUPERSEDED_AT.is_null()).add(E::SUPERSEDED_AT.gt(at))),
        ),
    }
}

/// From when until when something was known; without an end it still is.
pub(crate) type KnownBetween = (DateTime<Utc>, Option<DateTime<Utc>>);

/// From when until when a version was known.
pub(crate) fn known_between<E: Versioned>(row: &E::Model) -> KnownBetween {
    let from = <DateTime<Utc> as ValueType>::try_from(row.get(E::RECORDED_AT)).unwrap_or_default();
    (from, <DateTime<Utc> as ValueType>::try_from(row.get(E::SUPERSEDED_AT)).ok())
}

/// Whether what was known for a while was known at `known_at`; `None` means now. [`known`] asks the database the same.
pub(crate) fn was_known((from, until): KnownBetween, known_at: Option<DateTime<Utc>>) -> bool {
    match known_at {
        None => until.is_none(),
        Some(at) => from <= at && until.is_none_or(|until| until > at),
    }
}

/// Closes versions: they were current until `at`.
pub async fn supersede<E: Versioned>(
    tx: &impl ConnectionTrait,
    versions: &[VersionId],
    at: DateTime<Utc>,
) -> Result<()> {
    for some in versions.chunks(db::KEYS_PER_STATEMENT) {
        E::update_many()
            .col_expr(E::SUPERSEDED_AT, Expr::value(at))
            .filter(E::VERSION_ID.is_in(some.iter().copied()))
            .filter(E::SUPERSEDED_AT.is_null())
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// Declares a table of versions; `changing` one whose records change from a day on.
#[macro_export]
macro_rules! versioned {
    ($entity:ty, $column:ty $(, changing $valid:expr)?) => {
        impl $crate::version::Versioned for $entity {
            const VERSION_ID: $column = <$column>::VersionId;
            const RECORDED_AT: $column = <$column>::RecordedAt;
            const RECORDED_BY: $column = <$column>::RecordedBy;
            const REASON: $column = <$column>::Reason;
            const SUPERSEDED_AT: $column = <$column>::SupersededAt;
            $(const VALID: Option<($column, $column)> = Some($valid);)?
        }
    };
}
