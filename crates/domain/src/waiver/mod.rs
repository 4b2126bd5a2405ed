//! Waivers: warnings of plausibility rules that somebody has looked into and accepts, with the reason. Errors cannot be
//! waived.

pub mod entity;
mod service;
mod shown;
mod store;

use chrono::{DateTime, Utc};

pub use entity::{ActiveModel, Column, Entity, Model};
pub use service::{Revoke, Waive, revoke, waive};
pub use shown::about;
pub(crate) use shown::{Shown, shown};
pub(crate) use store::in_force;

use crate::id::WaiverId;

/// A waiver in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// Its key.
    pub id: WaiverId,
    /// The rule, such as `V-14`.
    pub rule: String,
    /// What the warning is about: the key of the finding.
    pub subject: String,
    /// Why it is accepted.
    pub reason: String,
    /// Who accepted it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl From<Model> for Waiver {
    fn from(row: Model) -> Self {
        let Model { id, rule, subject, reason, waived_by_name, waived_at, .. } = row;
        Self { id, rule, subject, reason, by: waived_by_name, at: waived_at }
    }
}
