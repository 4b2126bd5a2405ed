//! The table of strands.

use sea_orm::entity::prelude::*;

use crate::id::{FundingPeriodId, StrandId};

/// A strand of a period (Handlungsschwerpunkt and its successors).
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "strand")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: StrandId,
    /// The period.
    pub funding_period_id: FundingPeriodId,
    /// Code, unique in the period.
    pub code: String,
    /// Name.
    pub name: String,
    /// What is assumed.
    pub note: Option<String>,
    /// Whether a source confirms it.
    pub verified: bool,
    /// Where it is from.
    pub source: String,
}

impl ActiveModelBehavior for ActiveModel {}
