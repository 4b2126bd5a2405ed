//! The ledger: facts, and how far each sub-project's ledger has grown. Rows are only added and closed.

mod activities;
pub mod clock_entity;
mod difference;
pub mod entity;
pub mod head_entity;
mod ledger;
pub(crate) mod lock;
mod operations;
mod range;
mod recorded;
mod records;
mod rules;
mod say;
mod service;
pub(crate) mod store;
mod subject;
mod touched;

pub(crate) use difference::Difference;
pub use entity::{ActiveModel, Column, Entity, Model};
pub use lock::settled;
pub(crate) use operations::{OperationKey, Operations};
pub(crate) use range::Range;
pub(crate) use recorded::Recorded;
pub(crate) use records::Records;
pub(crate) use rules::{Evidence, Statement};
pub(crate) use say::{Occasion, Say, Told};
pub(crate) use service::{counted_again, differences, note_moved, recount, write};
pub use subject::{Cause, Subject, SubjectKind};
pub(crate) use touched::Touched;
