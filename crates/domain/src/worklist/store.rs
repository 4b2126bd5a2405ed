//! The facts that leave something out, straight from the ledger: the same that figures count.

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::{
    Result,
    fact::{self, Column},
    id::SubProjectId,
    rows::Rows,
};

/// The facts of sub-projects, known now and holding at a cut-off or before, that leave a person or a plan out of
/// indicators.
pub(super) async fn left_out(
    db: &impl ConnectionTrait,
    sub_projects: &[SubProjectId],
    cut_off: NaiveDate,
) -> Result<Vec<fact::Model>> {
    let select = fact::Entity::find()
        .filter(Column::KnownUntil.is_null())
        .filter(Column::LeftOut.ne(0))
        .filter(Column::ValidFrom.lte(cut_off));
    Rows { select, column: Column::SubProjectId, keys: sub_projects }.read(db).await
}
