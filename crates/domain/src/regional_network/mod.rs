//! Regional networks of a period and the districts that belong to them.

pub mod district_entity;
pub mod entity;
pub mod import;
pub mod store;

pub use entity::{ActiveModel, Column, Entity, Model};
