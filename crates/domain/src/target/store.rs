//! Reading targets: only what the viewer may see. `known_at` shows what was known at that moment; `None` means now.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter, QueryTrait, Select};

use super::{Column, Entity, Model};
use crate::{
    Domain, Error, Page, Part, Result, Scope, Versioned, Viewer,
    id::{FundingPeriodId, RegionalNetworkId, SubProjectId, TargetId},
    page::Sorted,
};

/// A list of targets; each part left out leaves nothing out.
#[derive(Clone, Copy, Debug, Default)]
pub struct Query {
    /// As it was known at that moment; none means now.
    pub known_at: Option<DateTime<Utc>>,
    /// Of this period.
    pub period: Option<FundingPeriodId>,
    /// Of this regional network as a whole.
    pub network: Option<RegionalNetworkId>,
    /// Of this sub-project.
    pub sub_project: Option<SubProjectId>,
}

/// The targets whose unit the scope holds whole.
pub(crate) fn visible_to(scope: &Scope, known_at: Option<DateTime<Utc>>) -> Select<Entity> {
    Entity::known_at(known_at).filter(scope.unit_condition(Column::RegionalNetworkId, Column::SubProjectId))
}

fn select(scope: &Scope, query: &Query) -> Select<Entity> {
    visible_to(scope, query.known_at)
        .apply_if(query.period, |all, period| all.filter(Column::FundingPeriodId.eq(period)))
        .apply_if(query.network, |all, network| {
            all.filter(Column::RegionalNetworkId.eq(network)).filter(Column::SubProjectId.is_null())
        })
        .apply_if(query.sub_project, |all, sub_project| all.filter(Column::SubProjectId.eq(sub_project)))
}

/// A page of targets, by the indicator's code.
pub async fn page(
    domain: &Domain,
    viewer: &Viewer,
    (query, page): (&Query, &Page<TargetId>),
) -> Result<Part<Model>> {
    viewer.require_reader()?;
    let select = select(viewer.reads(), query);
    Sorted { select, by: (Column::Indicator, Column::Id) }.read(&domain.db, page).await
}

/// How many targets the list holds.
pub async fn count(domain: &Domain, viewer: &Viewer, query: &Query) -> Result<u64> {
    viewer.require_reader()?;
    Ok(select(viewer.reads(), query).count(&domain.db).await?)
}

/// The target with a key, as it was known at a moment.
///
/// # Errors
/// [`Error::NotFound`] when there is none or the viewer may not see it.
pub async fn get(
    domain: &Domain,
    viewer: &Viewer,
    (id, known_at): (TargetId, Option<DateTime<Utc>>),
) -> Result<Model> {
    viewer.require_reader()?;
    let visible = visible_to(viewer.reads(), known_at).filter(Column::Id.eq(id));
    visible.one(&domain.db).await?.ok_or(Error::NotFound("target"))
}
