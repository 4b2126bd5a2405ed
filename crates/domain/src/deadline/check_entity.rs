//! The table of pre-checks.

use sea_orm::entity::prelude::*;

use crate::id::{FundingPeriodId, PreCheckId};

/// A pre-check (Vorprüfung): a look at what is still missing before a deadline.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "pre_check")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PreCheckId,
    /// The period.
    pub funding_period_id: FundingPeriodId,
    /// Cut-off of the deadline.
    pub cut_off: Date,
    /// What had happened by this day was looked at: the cut-off, or the day of the check before it.
    pub looked_at: Date,
    /// When.
    pub checked_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
