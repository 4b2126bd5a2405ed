//! Append-only records: a row is one version; the current one has no `superseded_at`.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, Select, sea_query::Expr};

use crate::{db, error::Result, id::VersionId};

/// A table whose rows are versions.
pub trait Versioned: EntityTrait {
    /// The key of a version.
    const VERSION_ID: Self::Column;
    /// When the version became known.
    const RECORDED_AT: Self::Column;
    /// Why.
    const REASON: Self::Column;
    /// When a later version replaced it.
    const SUPERSEDED_AT: Self::Column;

    /// The current versions.
    fn current() -> Select<Self> {
        Self::find().filter(Self::SUPERSEDED_AT.is_null())
    }

    /// The versions that were current at `known_at`; `None` means now.
    fn known_at(known_at: Option<DateTime<Utc>>) -> Select<Self> {
        match known_at {
            None => Self::current(),
            Some(at) => Self::find().filter(
                Condition::all()
                    .add(Self::RECORDED_AT.lte(at))
                    .add(Condition::any().add(Self::SUPERSEDED_AT.is_null()).add(Self::SUPERSEDED_AT.gt(at))),
            ),
        }
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

/// Closes versions without a successor: the records were withdrawn at `at`, for a reason.
pub(crate) async fn withdraw<E: Versioned>(
    tx: &impl ConnectionTrait,
    versions: &[VersionId],
    (at, reason): (DateTime<Utc>, &str),
) -> Result<()> {
    for some in versions.chunks(db::KEYS_PER_STATEMENT) {
        E::update_many()
            .col_expr(E::SUPERSEDED_AT, Expr::value(at))
            .col_expr(E::REASON, Expr::value(reason))
            .filter(E::VERSION_ID.is_in(some.iter().copied()))
            .filter(E::SUPERSEDED_AT.is_null())
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// Declares a table of versions.
#[macro_export]
macro_rules! versioned {
    ($entity:ty, $column:ty) => {
        impl $crate::version::Versioned for $entity {
            const VERSION_ID: $column = <$column>::VersionId;
            const RECORDED_AT: $column = <$column>::RecordedAt;
            const REASON: $column = <$column>::Reason;
            const SUPERSEDED_AT: $column = <$column>::SupersededAt;
        }
    };
}
