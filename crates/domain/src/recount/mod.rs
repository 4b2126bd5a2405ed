//! Recounts: counting a period again when its rules changed, or to make sure of the ledger.
//!
//! The table is the queue: any number of workers on any number of machines claim parts, one operation each, and count
//! them piece by piece, one transaction each. A worker that dies loses no more than a piece.

mod attempt;
pub mod entity;
mod moment;
mod order;
pub mod part_entity;
mod piece;
mod progress;
mod rules;
mod verify;

pub use attempt::{Attempt, Release, alive, claim, release, rescue};
pub use entity::{ActiveModel, Column, Entity, Model};
pub(crate) use moment::{Recounts, settled_moment};
pub use moment::{moment, open_since};
pub use order::start;
pub(crate) use order::{Order, order};
pub use piece::{Step, finish, step};
pub use progress::{Failing, Progress, get, open, page};
pub use rules::{SILENCE, State};
pub use verify::{Odd, Side, verify};

/// How the audit log and errors name a recount.
const KIND: &str = "recount";
