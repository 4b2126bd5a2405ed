//! The life of a part. Pure.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::DbErr;

use super::part_entity;
use crate::{
    Error, Result,
    fact::{Cause, OperationKey},
    id::SubProjectId,
    indicator::RulebookKind,
};

/// Where a recount or a part of it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum State {
    /// Nobody has begun.
    Waiting,
    /// Being counted.
    Running,
    /// Counted.
    Done,
}

impl State {
    /// The code stored.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// A worker without a sign of life for so long has lost its part.
pub const SILENCE: TimeDelta = TimeDelta::seconds(20);

/// The longest rest after a failed attempt.
const LONGEST_REST: TimeDelta = TimeDelta::seconds(60);

/// When a part whose attempt failed may be taken up again: later and later.
pub(super) fn rested(attempt: i32, now: DateTime<Utc>) -> DateTime<Utc> {
    let seconds = 1_i64 << attempt.clamp(0, 6);
    now + TimeDelta::seconds(seconds).min(LONGEST_REST)
}

/// What made an attempt fail, in words that name nothing of what was counted.
pub(super) fn cause(error: &Error) -> String {
    match error {
        Error::Database(DbErr::Conn(_) | DbErr::ConnectionAcquire(_)) => {
            "the database cannot be reached".to_owned()
        }
        Error::Internal { what, .. } => format!("{what} failed"),
        other => other.to_string(),
    }
}

impl super::Model {
    /// Whose indicators are counted.
    pub fn kinds(&self) -> Result<Vec<RulebookKind>> {
        let odd = |_| Error::Inconsistent { table: "recount", column: "kinds" };
        self.kinds.split(';').map(|kind| kind.parse().map_err(odd)).collect()
    }

    /// Why facts may change.
    pub fn cause(&self) -> Result<Cause> {
        self.cause.parse().map_err(|_| Error::Inconsistent { table: "recount", column: "cause" })
    }
}

impl part_entity::Model {
    /// The operation it counts.
    pub(crate) fn operation(&self) -> Result<OperationKey> {
        let network = self.regional_network_id.map(OperationKey::Network);
        let sub_project = self.sub_project_id.map(OperationKey::SubProject);
        network.or(sub_project).ok_or(Error::Inconsistent { table: "recount_part", column: "sub_project_id" })
    }
}

/// The columns of an operation.
pub(super) fn columns(
    operation: OperationKey,
) -> (Option<SubProjectId>, Option<crate::id::RegionalNetworkId>) {
    match operation {
        OperationKey::SubProject(id) => (Some(id), None),
        OperationKey::Network(id) => (None, Some(id)),
    }
}
