//! Queries on samples.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{Column, Entity, Model, member_entity};
use crate::{
    Result,
    id::{FundingPeriodId, ParticipantId, SampleId, SubProjectId},
};

/// The samples that a report on a whole period shows: of each indicator the newest that was drawn by a moment, none meaning
/// now, and whose day is not behind the cut-off; by indicator. Unscoped: a sample speaks of whole periods.
pub async fn newest(
    db: &impl ConnectionTrait,
    (period, cut_off, known_at): (FundingPeriodId, NaiveDate, Option<DateTime<Utc>>),
) -> Result<Vec<Model>> {
    let drawn = known_at.map(|at| Column::DrawnAt.lte(at));
    let rows = Entity::find()
        .filter(Column::FundingPeriodId.eq(period))
        .filter(Column::CutOff.lte(cut_off))
        .filter(Condition::all().add_option(drawn))
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    let newest: BTreeMap<String, Model> = rows.into_iter().map(|row| (row.indicator.clone(), row)).collect();
    Ok(newest.into_values().collect())
}

/// Everybody drawn.
pub(crate) async fn drawn(
    db: &impl ConnectionTrait,
    sample: SampleId,
) -> Result<BTreeSet<(SubProjectId, ParticipantId)>> {
    let rows =
        member_entity::Entity::find().filter(member_entity::Column::SampleId.eq(sample)).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.sub_project_id, row.participant_id)).collect())
}
