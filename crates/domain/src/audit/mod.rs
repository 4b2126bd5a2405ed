//! The audit log: who did, read or was refused what, and why; append-only and hash-chained.

mod chain;
pub mod entity;
pub mod head_entity;
mod seal;
mod service;
mod store;

pub use chain::{Broken, NoSeal, Seal, Walk};
pub use entity::{ActiveModel, Column, Entity, Model};
pub use service::{append, page, record, refused, verify};
pub(crate) use store::{actors, last_change, last_object, lock_head, refusals};

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr, strum::EnumString, strum::VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Action {
    /// Something was made.
    Create,
    /// Something was changed.
    Change,
    /// Records came in from files.
    Import,
    /// Records were withdrawn.
    Withdraw,
    /// Records went out to a file.
    Export,
    /// Records of people were read, or a report that is there was asked for.
    Read,
    /// A file was downloaded.
    Download,
    /// Somebody signed in.
    SignIn,
    /// Somebody signed out.
    SignOut,
    /// Something was refused.
    Refuse,
}

/// An entry to be written: what, on which object, and how many records.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What was done.
    pub action: Action,
    /// What for.
    pub purpose: String,
    /// Kind of the object: a concept's name.
    pub object_kind: &'static str,
    /// Key or code of the object.
    pub object_id: Option<String>,
    /// State before.
    pub before: Option<serde_json::Value>,
    /// State after.
    pub after: Option<serde_json::Value>,
    /// How many records were touched or read.
    pub record_count: usize,
}

impl Entry {
    /// An entry about an object of a kind; fill in the rest with struct update.
    pub fn new(action: Action, object_kind: &'static str, purpose: impl Into<String>) -> Self {
        Self {
            action,
            purpose: purpose.into(),
            object_kind,
            object_id: None,
            before: None,
            after: None,
            record_count: 1,
        }
    }
}

/// Which end of the log comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The newest entry first, as people read.
    NewestFirst,
    /// The oldest entry first, as the chain is checked.
    OldestFirst,
}

/// A part of the log.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// Begin behind the entry at this position; none begins at the first.
    pub after: Option<i64>,
    /// At most so many entries.
    pub limit: u64,
    /// Which end comes first.
    pub order: Order,
}
