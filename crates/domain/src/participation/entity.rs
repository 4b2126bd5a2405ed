//! The table of participations' versions.

use sea_orm::entity::prelude::*;

use crate::id::{
    FundingPeriodId, OfferId, ParticipantId, ParticipationId, RequestId, SubProjectId, VersionId,
};

/// A version of a participation: one stay of a person in a sub-project. Codes are those of `counting::case`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "participation")]
pub struct Model {
    /// Key of this version.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: VersionId,
    /// The participation.
    pub id: ParticipationId,
    /// The period.
    pub funding_period_id: FundingPeriodId,
    /// The sub-project.
    pub sub_project_id: SubProjectId,
    /// The person.
    pub participant_id: ParticipantId,
    /// First day of participation.
    pub entered_on: Date,
    /// Last day, completed or broken off.
    pub left_on: Option<Date>,
    /// Birth date.
    pub birth_date: Option<Date>,
    /// Gender.
    pub gender: Option<String>,
    /// Employment status at entry.
    pub employment: Option<String>,
    /// First day of unemployment.
    pub unemployed_since: Option<Date>,
    /// In education or training at entry.
    pub in_education: Option<String>,
    /// Highest completed ISCED 2011 level, 0 to 8.
    pub isced: Option<i32>,
    /// ISO alpha-2 codes separated by `;`.
    pub citizenships: Option<String>,
    /// Answer.
    pub foreign_background: Option<String>,
    /// Answer.
    pub disability: Option<String>,
    /// Answer.
    pub minority: Option<String>,
    /// Answer.
    pub housing_exclusion: Option<String>,
    /// Degree of urbanisation of the residence, 1 to 3.
    pub degurba: Option<i32>,
    /// Hours of short advice.
    pub advice_hours: Option<f64>,
    /// Answer.
    pub registered_unemployed: Option<String>,
    /// Answer.
    pub minor_employment: Option<String>,
    /// The offer taken up.
    pub offer_id: Option<OfferId>,
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
