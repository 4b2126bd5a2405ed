//! Targets (Zielwerte) of indicators.

pub mod entity;
pub mod import;
pub mod store;

pub use entity::{ActiveModel, Column, Entity, Model};
