//! Lists of records that belong to sub-projects.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, QueryFilter, QueryTrait, Select};

use crate::{
    Scope, Versioned,
    id::{FundingPeriodId, SubProjectId},
};

/// A list of records; each part left out leaves nothing out. What the viewer may not see is never in it.
#[derive(Clone, Copy, Debug, Default)]
pub struct RecordQuery {
    /// As it was known at that moment; none means now.
    pub known_at: Option<DateTime<Utc>>,
    /// Of this period.
    pub period: Option<FundingPeriodId>,
    /// Of this sub-project.
    pub sub_project: Option<SubProjectId>,
}

/// A table of records each of which belongs to a sub-project.
pub trait OfSubProject: Versioned {
    /// The record.
    const ID: Self::Column;
    /// The period.
    const FUNDING_PERIOD_ID: Self::Column;
    /// The sub-project.
    const SUB_PROJECT_ID: Self::Column;

    /// The records of the list that lie in the scope.
    fn visible_to(scope: &Scope, query: &RecordQuery) -> Select<Self> {
        Self::known_at(query.known_at)
            .filter(scope.condition(Self::SUB_PROJECT_ID))
            .apply_if(query.period, |all, period| all.filter(Self::FUNDING_PERIOD_ID.eq(period)))
            .apply_if(query.sub_project, |all, id| all.filter(Self::SUB_PROJECT_ID.eq(id)))
    }
}

/// Declares a table of records of sub-projects.
#[macro_export]
macro_rules! of_sub_project {
    ($entity:ty, $column:ty) => {
        impl $crate::record_query::OfSubProject for $entity {
            const ID: $column = <$column>::Id;
            const FUNDING_PERIOD_ID: $column = <$column>::FundingPeriodId;
            const SUB_PROJECT_ID: $column = <$column>::SubProjectId;
        }
    };
}
