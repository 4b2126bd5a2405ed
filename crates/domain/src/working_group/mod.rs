//! Working groups of a period.

pub mod entity;

pub use entity::{ActiveModel, Column, Entity, Model};
