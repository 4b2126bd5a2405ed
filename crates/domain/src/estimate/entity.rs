//! The table of estimates' versions.

use sea_orm::entity::prelude::*;

use crate::id::{EstimateId, FundingPeriodId, RegionalNetworkId, RequestId, SubProjectId, VersionId};

/// A version of an informed estimate of a characteristic that may stay unanswered. It never becomes part of a figure.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "estimate")]
pub struct Model {
    /// Key of this version.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: VersionId,
    /// The estimate.
    pub id: EstimateId,
    /// The period.
    pub funding_period_id: FundingPeriodId,
    /// The sub-project it is for; none when it is for more than one.
    pub sub_project_id: Option<SubProjectId>,
    /// The regional network it is for; without this and a sub-project it is for the period.
    pub regional_network_id: Option<RegionalNetworkId>,
    /// Code of the indicator.
    pub indicator: String,
    /// Gender column: `female`, `male` or `non_binary`; none means all together.
    pub gender: Option<String>,
    /// The estimated share of the participants, 0 to 1; none where a number is estimated.
    pub share: Option<f64>,
    /// The estimated number of participants; none where a share is.
    pub count: Option<i64>,
    /// How it was estimated.
    pub method: String,
    /// Where that is documented.
    pub document: Option<String>,
    /// First cut-off day it holds for.
    pub valid_from: Date,
    /// When the version became known.
    pub recorded_at: DateTimeUtc,
    /// The doing that wrote it; the audit log says whose.
    pub recorded_by: RequestId,
    /// Why it replaced the one before.
    pub reason: Option<String>,
    /// When a later version replaced it; the current one has none.
    pub superseded_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}

/// What an estimate is of: its unit, the indicator and the gender.
pub(crate) type Subject = (Option<SubProjectId>, Option<RegionalNetworkId>, String, Option<String>);

impl Model {
    /// What versions of the same estimate share, whatever the day they hold from.
    pub(crate) fn subject(&self) -> Subject {
        (self.sub_project_id, self.regional_network_id, self.indicator.clone(), self.gender.clone())
    }

    /// What it says.
    pub(crate) fn says(&self) -> (Option<u64>, Option<i64>, String, Option<String>, Date) {
        let share = self.share.map(f64::to_bits);
        (share, self.count, self.method.clone(), self.document.clone(), self.valid_from)
    }
}

crate::versioned!(Entity, Column);
