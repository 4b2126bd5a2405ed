//! The table of lead times' versions.

use sea_orm::entity::prelude::*;

use crate::id::{FundingPeriodId, LeadTimesId, RequestId, VersionId};

/// A version of a period's lead times: how many days before a deadline the network is to have what.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "report_lead_times")]
pub struct Model {
    /// Key of this version.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: VersionId,
    /// The lead times of the period.
    pub id: LeadTimesId,
    /// The period.
    pub funding_period_id: FundingPeriodId,
    /// Days from the pre-check to the deadline.
    pub pre_check_days: i32,
    /// Days from the day by which sub-projects hand in to the deadline.
    pub sub_project_days: i32,
    /// Days from the day by which coordinations hand in to the deadline.
    pub coordination_days: i32,
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
