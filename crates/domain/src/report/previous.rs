//! The report before: what a report's changes are told since.

use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};

use super::{Column, Entity, Model, State};
use crate::{Domain, Result, edition, figure::Moment};

/// What a report is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Previous {
    /// Its cut-off, and what was known to it.
    pub moment: Moment,
    /// The number of the edition; none when it is a report that was not handed in.
    pub edition: Option<i32>,
}

/// What the changes of a report are told since: the last edition of the same unit that was handed in and not sent back;
/// where there is none, the newest report on it; none when the run is the first. Only what was there at the run's
/// known-at counts, so that a report built again tells the same. For the worker: unscoped, the run itself says what may
/// be read.
///
/// # Errors
/// When the database fails.
pub async fn previous(domain: &Domain, run: &Model) -> Result<Option<Previous>> {
    if let Some(edition) = edition::before(domain, run).await? {
        let moment = Moment { cut_off: edition.cut_off, known_at: Some(edition.known_at) };
        return Ok(Some(Previous { moment, edition: Some(edition.number) }));
    }
    let same = |column: Column, id: Option<sea_orm::Value>| match id {
        Some(id) => column.eq(id),
        None => column.is_null(),
    };
    let earlier = Condition::any().add(Column::CutOff.lt(run.cut_off)).add(Column::KnownAt.lt(run.known_at));
    let newest = Entity::find()
        .filter(Column::FundingPeriodId.eq(run.funding_period_id))
        .filter(same(Column::RegionalNetworkId, run.regional_network_id.map(Into::into)))
        .filter(same(Column::StrandId, run.strand_id.map(Into::into)))
        .filter(same(Column::SubProjectId, run.sub_project_id.map(Into::into)))
        .filter(Column::IsBundle.eq(false))
        .filter(Column::State.eq(State::Done.as_str()))
        .filter(Column::FinishedAt.lte(run.known_at))
        .filter(Column::CutOff.lte(run.cut_off))
        .filter(Column::KnownAt.lte(run.known_at))
        .filter(earlier)
        .order_by_desc(Column::FinishedAt)
        .order_by_desc(Column::Id)
        .one(&domain.db)
        .await?;
    let moment = |row: Model| Moment { cut_off: row.cut_off, known_at: Some(row.known_at) };
    Ok(newest.map(|row| Previous { moment: moment(row), edition: None }))
}
