//! Persons behind pseudonymous references.

pub mod entity;
pub mod store;

pub use entity::{ActiveModel, Column, Entity, Model};
