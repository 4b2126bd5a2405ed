//! Strands of a period and who pays for them.

pub mod entity;
pub mod funding_entity;
pub mod store;

pub use entity::{ActiveModel, Column, Entity, Model};
