//! Which offers a list holds.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, QueryFilter, QuerySelect, QueryTrait, Select};

use super::{Column, Entity};
use crate::{
    Versioned,
    id::{FundingPeriodId, OfferTypeId, SubProjectId},
    sub_project,
};

/// A list of offers; each part left out leaves nothing out.
#[derive(Clone, Debug, Default)]
pub struct Query {
    /// As it was known at that moment; none means now.
    pub known_at: Option<DateTime<Utc>>,
    /// Of sub-projects of this period.
    pub period: Option<FundingPeriodId>,
    /// Of this sub-project.
    pub sub_project: Option<SubProjectId>,
    /// Of this type.
    pub offer_type: Option<OfferTypeId>,
}

impl Query {
    pub(super) fn select(&self) -> Select<Entity> {
        Entity::known_at(self.known_at)
            .apply_if(self.sub_project, |all, id| all.filter(Column::SubProjectId.eq(id)))
            .apply_if(self.offer_type, |all, id| all.filter(Column::OfferTypeId.eq(id)))
            .apply_if(self.period, |all, period| {
                let in_period = sub_project::Entity::known_at(self.known_at)
                    .filter(sub_project::Column::FundingPeriodId.eq(period))
                    .select_only()
                    .column(sub_project::Column::Id);
                all.filter(Column::SubProjectId.in_subquery(in_period.into_query()))
            })
    }
}
