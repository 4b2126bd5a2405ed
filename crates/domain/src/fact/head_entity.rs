//! How far the ledger of each sub-project has grown.

use sea_orm::entity::prelude::*;

use crate::id::{FundingPeriodId, SubProjectId};

/// The revision of a sub-project's ledger; it grows with each transaction that changes facts.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "ledger_head")]
pub struct Model {
    /// The sub-project.
    #[sea_orm(primary_key, auto_increment = false)]
    pub sub_project_id: SubProjectId,
    /// The period.
    pub funding_period_id: FundingPeriodId,
    /// Number of changes so far.
    pub revision: i64,
}

impl ActiveModelBehavior for ActiveModel {}
