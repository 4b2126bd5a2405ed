//! The table of recounts.

use sea_orm::entity::prelude::*;

use crate::id::{AccountId, FundingPeriodId, RecountId};

/// A recount of a period: everything is counted again from the records, and what is different is written.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "recount")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RecountId,
    /// The period.
    pub funding_period_id: FundingPeriodId,
    /// Why facts may change, a code of `fact::Cause`.
    pub cause: String,
    /// Whose indicators are counted, codes of `indicator::RulebookKind` separated by `;`.
    pub kinds: String,
    /// Why it was asked for, in words.
    pub reason: Option<String>,
    /// When it was asked for.
    pub requested_at: DateTimeUtc,
    /// Whose request; none for the local operator.
    pub requested_by: Option<AccountId>,
    /// Name of whoever asked.
    pub requested_by_name: String,
    /// When its last part was done.
    pub finished_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
