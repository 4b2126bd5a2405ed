//! The table of values entered by hand.

use sea_orm::entity::prelude::*;

use crate::id::{FundingPeriodId, IndicatorId, IndicatorValueId, RequestId, SubProjectId, VersionId};

/// A version of a value entered by hand for an indicator that is not counted from records.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "indicator_value")]
pub struct Model {
    /// Key of this version.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: VersionId,
    /// The value.
    pub id: IndicatorValueId,
    /// The period.
    pub funding_period_id: FundingPeriodId,
    /// The sub-project.
    pub sub_project_id: SubProjectId,
    /// The indicator.
    pub indicator_id: IndicatorId,
    /// The day from which it counts.
    pub day: Date,
    /// Gender column; none means the total alone.
    pub gender: Option<String>,
    /// How much it adds to the figure, from 0.
    pub value: i64,
    /// The document it is taken from.
    pub document: Option<String>,
    /// When the version became known.
    pub recorded_at: DateTimeUtc,
    /// The doing that wrote it; the audit log says whose.
    pub recorded_by: RequestId,
    /// Why it was entered, or replaced the one before.
    pub reason: Option<String>,
    /// When a later version replaced it; the current one has none.
    pub superseded_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}

crate::versioned!(Entity, Column);
crate::of_sub_project!(Entity, Column);
