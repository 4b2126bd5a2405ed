//! The facts that leave people out, straight from the ledger: the same that figures count.

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use crate::{
    Result,
    fact::{self, Column, SubjectKind},
    id::SubProjectId,
    indicator::RulebookKind,
    rows::Rows,
};

/// The facts of sub-projects, known now and holding at a cut-off or before, that leave a person out of indicators of the
/// law.
pub(super) async fn left_out(
    db: &impl ConnectionTrait,
    sub_projects: &[SubProjectId],
    cut_off: NaiveDate,
) -> Result<Vec<fact::Model>> {
    let select = fact::Entity::find()
        .filter(Column::KnownUntil.is_null())
        .filter(Column::SubjectKind.eq(SubjectKind::Person.as_str()))
        .filter(Column::LeftOut.ne(0))
        .filter(Column::ValidFrom.lte(cut_off));
    let facts = Rows { select, column: Column::SubProjectId, keys: sub_projects }.read(db).await?;
    Ok(facts.into_iter().filter(|fact| RulebookKind::of(&fact.rulebook) == RulebookKind::Law).collect())
}
