//! The table of deadlines' versions.

use sea_orm::entity::prelude::*;

use crate::id::{DeadlineId, FundingPeriodId, RequestId, VersionId};

/// A version of a deadline that an administrator added, changed or ended.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "report_deadline")]
pub struct Model {
    /// Key of this version.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: VersionId,
    /// The deadline.
    pub id: DeadlineId,
    /// The period.
    pub funding_period_id: FundingPeriodId,
    /// What had happened by this day is to be reported (Stichtag).
    pub cut_off: Date,
    /// By when (Abgabefrist); none once the deadline was ended.
    pub due_on: Option<Date>,
    /// When the version became known.
    pub recorded_at: DateTimeUtc,
    /// The doing that wrote it; the audit log says whose.
    pub recorded_by: RequestId,
    /// Why.
    pub reason: Option<String>,
    /// When a later version replaced it; the current one has none.
    pub superseded_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}

crate::versioned!(Entity, Column);
