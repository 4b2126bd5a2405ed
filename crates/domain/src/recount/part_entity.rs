//! The table of recounts' parts.

use sea_orm::entity::prelude::*;

use crate::id::{RecountId, RecountPartId, RegionalNetworkId, SubProjectId};

/// A part of a recount: one operation. Workers claim it, count it piece by piece, and leave the place where they are.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "recount_part")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RecountPartId,
    /// The recount.
    pub recount_id: RecountId,
    /// The sub-project, where it is the operation.
    pub sub_project_id: Option<SubProjectId>,
    /// The regional network, where it is the operation.
    pub regional_network_id: Option<RegionalNetworkId>,
    /// State, a code of `recount::State`.
    pub state: String,
    /// The last key that is counted; none at the beginning.
    pub position: Option<Uuid>,
    /// People and records counted.
    pub done: i64,
    /// People and records there are; 0 while unknown.
    pub total: i64,
    /// Facts added and closed.
    pub changed: i64,
    /// Attempts so far; the fencing token of the running one.
    pub attempt: i32,
    /// Why the last attempt failed, in words; none since something was counted.
    pub failure: Option<String>,
    /// Name of the worker that runs it, or ran it last.
    pub claimed_by: Option<String>,
    /// Last sign of life of the running attempt.
    pub heartbeat_at: Option<DateTimeUtc>,
    /// When a waiting part may be taken up again.
    pub next_attempt_at: Option<DateTimeUtc>,
    /// When the first attempt began.
    pub started_at: Option<DateTimeUtc>,
    /// When it was done.
    pub finished_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
