//! The table of who may approve.

use sea_orm::entity::prelude::*;

use crate::id::FundingPeriodId;

/// Whether editions of a period are approved by somebody else than who submitted them. Without a row they are.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "report_four_eyes")]
pub struct Model {
    /// The period.
    #[sea_orm(primary_key, auto_increment = false)]
    pub funding_period_id: FundingPeriodId,
    /// Whether they are.
    pub required: bool,
    /// Since when.
    pub set_at: DateTimeUtc,
    /// Who decided so.
    pub set_by_name: String,
}

impl ActiveModelBehavior for ActiveModel {}
