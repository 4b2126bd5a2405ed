//! Offers of sub-projects.

pub mod entity;
pub mod import;
mod query;
pub mod store;

pub use entity::{ActiveModel, Column, Entity, Model};
pub use query::Query;
