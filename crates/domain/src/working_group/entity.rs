//! The table of working groups.

use sea_orm::entity::prelude::*;

use crate::id::{FundingPeriodId, WorkingGroupId};

/// A working group of a period (Facharbeitskreis).
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "working_group")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: WorkingGroupId,
    /// The period.
    pub funding_period_id: FundingPeriodId,
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// More about it.
    pub note: Option<String>,
    /// Where it is from.
    pub source: String,
}

impl ActiveModelBehavior for ActiveModel {}
