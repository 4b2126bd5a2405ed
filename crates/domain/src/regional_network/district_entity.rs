//! The table of districts' memberships in regional networks.

use sea_orm::entity::prelude::*;

use crate::id::{FundingPeriodId, NetworkDistrictId, RegionalNetworkId, RequestId, VersionId};

/// A version of a district's membership in a regional network of a period.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "network_district")]
pub struct Model {
    /// Key of this version.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: VersionId,
    /// The membership.
    pub id: NetworkDistrictId,
    /// The period.
    pub funding_period_id: FundingPeriodId,
    /// The network.
    pub regional_network_id: RegionalNetworkId,
    /// The district's key.
    pub ags: String,
    /// Whether a source confirms it.
    pub verified: bool,
    /// What it rests on.
    pub note: Option<String>,
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

crate::versioned!(Entity, Column);
