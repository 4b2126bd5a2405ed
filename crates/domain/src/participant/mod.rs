//! Persons behind pseudonymous references.

pub mod entity;

pub use entity::{ActiveModel, Column, Entity, Model};
