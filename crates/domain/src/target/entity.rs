//! The table of targets' versions.

use sea_orm::entity::prelude::*;

use crate::id::{FundingPeriodId, RegionalNetworkId, RequestId, SubProjectId, TargetId, VersionId};

/// A version of a target (Zielwert): what an indicator shall reach in a period, a network or a sub-project.
/// Every column but the value is part of its key.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "target")]
pub struct Model {
    /// Key of this version.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: VersionId,
    /// The target.
    pub id: TargetId,
    /// The period.
    pub funding_period_id: FundingPeriodId,
    /// The sub-project it is for; none when it is for more than one.
    pub sub_project_id: Option<SubProjectId>,
    /// The regional network it is for; without this and a sub-project it is for the period.
    pub regional_network_id: Option<RegionalNetworkId>,
    /// Code of the indicator.
    pub indicator: String,
    /// The value, not negative, in the unit of the indicator.
    pub value: f64,
    /// Category of region, a code of [`crate::sub_project::RegionCategory`]; none means all of them.
    pub region_category: Option<String>,
    /// Gender column: `female`, `male` or `non_binary`; none means all together.
    pub gender: Option<String>,
    /// `cumulative`, `per_year` or `stock`.
    pub kind: String,
    /// The calendar year of a target per year.
    pub year: Option<i32>,
    /// First cut-off day it holds for; none means from the start of the period.
    pub valid_from: Option<Date>,
    /// Where it is laid down, e.g. a grant decision (Zuwendungsbescheid).
    pub document: Option<String>,
    /// When the version became known.
    pub recorded_at: DateTimeUtc,
    /// The doing that wrote it; the audit log says whose.
    pub recorded_by: RequestId,
    /// Why it replaced the one before; on a version withdrawn, why it was.
    pub reason: Option<String>,
    /// When a later version replaced it or it was withdrawn; the current one has none.
    pub superseded_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// First cut-off day it holds for; none means from the start of the period. That of a calendar year holds in none before.
    pub(crate) fn holds_from(&self) -> Option<Date> {
        self.year.and_then(|year| Date::from_ymd_opt(year, 1, 1)).max(self.valid_from)
    }
}

crate::versioned!(Entity, Column);
