//! Administrations and enterprises that a sub-project supports.

pub mod entity;
pub mod import;

pub use entity::{ActiveModel, Column, Entity, Model};
