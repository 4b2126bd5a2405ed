//! The table of what was done by itself for deadlines.

use sea_orm::entity::prelude::*;

use crate::id::{DeadlineTaskId, FundingPeriodId, ReportRunId};

/// Something done by itself for a deadline: at most one row for each deadline and thing to do.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "deadline_task")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DeadlineTaskId,
    /// The period.
    pub funding_period_id: FundingPeriodId,
    /// Cut-off of the deadline.
    pub cut_off: Date,
    /// What, a code of `deadline::Task`.
    pub task: String,
    /// When it was taken up first; a draft is as known at that moment, whoever finishes it.
    pub begun_at: DateTimeUtc,
    /// When it was done.
    pub done_at: Option<DateTimeUtc>,
    /// The run asked for, if it is a draft.
    pub report_run_id: Option<ReportRunId>,
}

impl ActiveModelBehavior for ActiveModel {}
