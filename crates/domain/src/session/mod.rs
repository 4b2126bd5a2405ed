//! Cookie sessions.

pub mod entity;

pub use entity::{ActiveModel, Column, Entity, Model};
