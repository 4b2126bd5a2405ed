//! The ledger: facts, and how far each sub-project's ledger has grown. Rows are only added and closed.

pub mod entity;
pub mod head_entity;
mod operations;
mod rules;
mod service;
pub(crate) mod store;
mod subject;
mod touched;

pub use entity::{ActiveModel, Column, Entity, Model};
pub(crate) use service::recount;
pub use subject::{Cause, Subject, SubjectKind};
pub(crate) use touched::Touched;
