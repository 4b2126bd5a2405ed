//! The table of regional networks' versions.

use sea_orm::entity::prelude::*;

use crate::id::{FundingPeriodId, OrganisationId, RegionalNetworkId, RequestId, VersionId};

/// A version of a regional network (Regionales Integrationsnetzwerk) of a period.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "regional_network")]
pub struct Model {
    /// Key of this version.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: VersionId,
    /// The network.
    pub id: RegionalNetworkId,
    /// The period.
    pub funding_period_id: FundingPeriodId,
    /// Code, unique in the period.
    pub code: String,
    /// Name.
    pub name: String,
    /// The coordinating organisation.
    pub coordinator_id: Option<OrganisationId>,
    /// Colour on the map: `green`, `red`, `yellow`, `blue`, `violet` or `grey`.
    pub colour: String,
    /// Where it is from.
    pub source: String,
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
