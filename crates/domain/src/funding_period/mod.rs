//! Funding periods: what the network was called, who paid, what was valid.

pub mod entity;
pub mod store;

pub use entity::{ActiveModel, Column, Entity, Model};
