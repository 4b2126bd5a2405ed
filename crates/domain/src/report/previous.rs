//! The edition before: what a report's changes are told since.

use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};

use super::{Column, Entity, Model, State};
use crate::{Domain, Result, figure::Moment};

/// The points of the newest finished report on the same unit that was asked for before a run and speaks of an earlier
/// moment; none when the run is the first edition. For the worker: unscoped, the run itself says what may be read.
///
/// # Errors
/// When the database fails.
pub async fn previous(domain: &Domain, run: &Model) -> Result<Option<Moment>> {
    let same = |column: Column, id: Option<sea_orm::Value>| match id {
        Some(id) => column.eq(id),
        None => column.is_null(),
    };
    let earlier = Condition::any().add(Column::CutOff.lt(run.cut_off)).add(Column::KnownAt.lt(run.known_at));
    let newest = Entity::find()
        .filter(Column::FundingPeriodId.eq(run.funding_period_id))
        .filter(same(Column::RegionalNetworkId, run.regional_network_id.map(Into::into)))
        .filter(same(Column::SubProjectId, run.sub_project_id.map(Into::into)))
        .filter(Column::State.eq(State::Done.as_str()))
        .filter(Column::Id.lt(run.id))
        .filter(Column::CutOff.lte(run.cut_off))
        .filter(Column::KnownAt.lte(run.known_at))
        .filter(earlier)
        .order_by_desc(Column::Id)
        .one(&domain.db)
        .await?;
    Ok(newest.map(|row| Moment { cut_off: row.cut_off, known_at: Some(row.known_at) }))
}
