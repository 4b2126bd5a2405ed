//! The facts that leave something out, straight from the ledger: the same that figures count.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter};

use crate::{
    Result,
    fact::{self, Column},
    id::SubProjectId,
    rows::Rows,
};

/// The facts of sub-projects, known at a moment (none means now) and holding at a cut-off or before, that leave a person or
/// a plan out of indicators.
pub(super) async fn left_out(
    db: &impl ConnectionTrait,
    sub_projects: &[SubProjectId],
    (cut_off, known_at): (NaiveDate, Option<DateTime<Utc>>),
) -> Result<Vec<fact::Model>> {
    let open = Column::KnownUntil.is_null();
    let known = match known_at {
        None => Condition::all().add(open),
        Some(at) => Condition::all()
            .add(Column::KnownFrom.lte(at))
            .add(Condition::any().add(open).add(Column::KnownUntil.gt(at))),
    };
    let select = fact::Entity::find()
        .filter(known)
        .filter(Column::LeftOut.ne(0))
        .filter(Column::ValidFrom.lte(cut_off));
    Rows { select, column: Column::SubProjectId, keys: sub_projects }.read(db).await
}
