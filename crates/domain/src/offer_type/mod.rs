//! Types of offers, valid per period.

pub mod entity;
pub mod period_entity;
pub mod store;

pub use entity::{ActiveModel, Column, Entity, Model};
