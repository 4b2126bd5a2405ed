//! Sub-projects that have recorded nothing.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};

use crate::{
    Result,
    fact::{
        SubjectKind,
        entity::{Column, Entity},
    },
    id::{FactId, SubProjectId},
    sub_project,
};

/// Those of some sub-projects that had begun by a day and of which nothing counts up to it.
pub async fn silent(
    db: &impl ConnectionTrait,
    (sub_projects, day): (&[sub_project::Model], NaiveDate),
) -> Result<BTreeSet<SubProjectId>> {
    let mut silent = BTreeSet::new();
    let begun = sub_projects.iter().filter(|row| row.starts_on.is_none_or(|from| from <= day));
    for row in begun {
        let fact: Option<FactId> = Entity::find()
            .select_only()
            .column(Column::Id)
            .filter(Column::SubProjectId.eq(row.id))
            .filter(Column::KnownUntil.is_null())
            .filter(Column::ValidFrom.lte(day))
            .filter(Column::SubjectKind.ne(SubjectKind::SubProject.as_str()))
            .limit(1)
            .into_tuple()
            .one(db)
            .await?;
        if fact.is_none() {
            silent.insert(row.id);
        }
    }
    Ok(silent)
}
