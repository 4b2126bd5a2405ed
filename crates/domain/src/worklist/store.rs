//! The facts that leave people out, straight from the ledger: the same that figures count.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter};

use crate::{
    Result,
    fact::{self, Column, SubjectKind},
    id::SubProjectId,
    indicator::RulebookKind,
    rows::Rows,
};

/// The facts of sub-projects, known at a moment (none means now) and holding at a cut-off or before, that leave a person out of indicators of the
/// law.
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
        .filter(Column::SubjectKind.eq(SubjectKind::Person.as_str()))
        .filter(Column::LeftOut.ne(0))
        .filter(Column::ValidFrom.lte(cut_off));
    let facts = Rows { select, column: Column::SubProjectId, keys: sub_projects }.read(db).await?;
    Ok(facts.into_iter().filter(|fact| RulebookKind::of(&fact.rulebook) == RulebookKind::Law).collect())
}
