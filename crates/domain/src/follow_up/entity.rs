//! The table of follow-ups' versions.

use sea_orm::entity::prelude::*;

use crate::id::{FollowUpId, FundingPeriodId, ParticipantId, RequestId, SubProjectId, VersionId};

/// A version of a follow-up survey six months after leaving.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "follow_up")]
pub struct Model {
    /// Key of this version.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: VersionId,
    /// The follow-up.
    pub id: FollowUpId,
    /// The period.
    pub funding_period_id: FundingPeriodId,
    /// The sub-project.
    pub sub_project_id: SubProjectId,
    /// The person.
    pub participant_id: ParticipantId,
    /// The day of the survey.
    pub surveyed_on: Date,
    /// Employment status then.
    pub employment: Option<String>,
    /// Improvements, codes separated by `;`.
    pub improvements: Option<String>,
    /// `answered`, `refused` or `not_reached`.
    pub result: Option<String>,
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

crate::versioned!(Entity, Column);
crate::of_sub_project!(Entity, Column);
