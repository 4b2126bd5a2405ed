//! The table of waivers.

use sea_orm::entity::prelude::*;

use crate::id::{FundingPeriodId, RegionalNetworkId, SubProjectId, WaiverId};

/// A warning of a plausibility rule that somebody has looked into and accepts. Rows are only added and revoked.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "waiver")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: WaiverId,
    /// The period.
    pub funding_period_id: FundingPeriodId,
    /// The sub-project the warning is about; none when it is about more than one.
    pub sub_project_id: Option<SubProjectId>,
    /// The regional network the warning is about as a whole; without this and a sub-project it is about the period.
    pub regional_network_id: Option<RegionalNetworkId>,
    /// The rule, such as `V-14`.
    pub rule: String,
    /// What the warning is about: the key of the finding, see `plausibility::Place`.
    pub subject: String,
    /// Why it is accepted.
    pub reason: String,
    /// Who accepted it.
    pub waived_by_name: String,
    /// When.
    pub waived_at: DateTimeUtc,
    /// Who took that back.
    pub revoked_by_name: Option<String>,
    /// Why, where a reason was given.
    pub revoked_for: Option<String>,
    /// When; none while it holds.
    pub revoked_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
