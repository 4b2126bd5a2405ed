//! Organisations that run sub-projects or coordinate networks.

pub mod entity;
pub mod import;
mod kind;
mod query;
pub mod store;

pub use entity::{ActiveModel, Column, Entity, Model};
pub use kind::Kind;
pub use query::Query;
