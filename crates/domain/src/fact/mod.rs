//! The ledger: facts, and how far each sub-project's ledger has grown.

pub mod entity;
pub mod head_entity;

pub use entity::{ActiveModel, Column, Entity, Model};
