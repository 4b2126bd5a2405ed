//! The table of sub-projects' versions.

use sea_orm::entity::prelude::*;

use crate::id::{
    FundingPeriodId, OrganisationId, RegionalNetworkId, RequestId, StrandId, SubProjectId, VersionId,
};

/// A version of a sub-project (Teilprojekt until 2022, Teilvorhaben since).
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "sub_project")]
pub struct Model {
    /// Key of this version.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: VersionId,
    /// The sub-project.
    pub id: SubProjectId,
    /// Code, unique among current versions.
    pub code: String,
    /// Name.
    pub name: String,
    /// The period.
    pub funding_period_id: FundingPeriodId,
    /// Who runs it, if known.
    pub organisation_id: Option<OrganisationId>,
    /// The regional network, if it belongs to one.
    pub regional_network_id: Option<RegionalNetworkId>,
    /// The strand, if known.
    pub strand_id: Option<StrandId>,
    /// Category of region of its allocation: `MORE_DEVELOPED`, `TRANSITION` or `LESS_DEVELOPED`.
    pub region_category: String,
    /// First day.
    pub starts_on: Option<Date>,
    /// Last day.
    pub ends_on: Option<Date>,
    /// Place.
    pub city: Option<String>,
    /// Key of its district.
    pub ags: Option<String>,
    /// Codes of voluntary indicators that are an eligibility condition, separated by `;`.
    pub target_group: String,
    /// Reference of the grant (Förderkennzeichen).
    pub grant_reference: Option<String>,
    /// Whether it is an invented demonstration entry.
    pub invented: bool,
    /// What is assumed.
    pub note: Option<String>,
    /// First day the version holds for; none when it has always held.
    pub valid_from: Option<Date>,
    /// First day it no longer holds for; none for what holds after the last change.
    pub valid_until: Option<Date>,
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

crate::versioned!(Entity, Column, changing(Column::ValidFrom, Column::ValidUntil));
