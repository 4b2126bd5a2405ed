//! Working groups of a period.

pub mod entity;
pub mod store;

pub use entity::{ActiveModel, Column, Entity, Model};
