//! The table of grants.

use sea_orm::entity::prelude::*;

use crate::id::{AccessGrantId, AccountId, RegionalNetworkId, SubProjectId};

/// A right: a role, in a scope, for a time.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "access_grant")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AccessGrantId,
    /// Whose.
    pub account_id: AccountId,
    /// `administrator`, `coordinator`, `project_staff` or `auditor`.
    pub role: String,
    /// Scope of a coordinator.
    pub regional_network_id: Option<RegionalNetworkId>,
    /// Scope of project staff.
    pub sub_project_id: Option<SubProjectId>,
    /// First day.
    pub valid_from: Date,
    /// Last day; none means until further notice.
    pub valid_to: Option<Date>,
    /// When it was granted.
    pub granted_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
