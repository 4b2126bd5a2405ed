//! Rights: a role, in a scope, for a time.

pub mod entity;

pub use entity::{ActiveModel, Column, Entity, Model};
