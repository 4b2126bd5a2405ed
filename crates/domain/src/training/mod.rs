//! Trainings (Schulungen) and how many attended them.

pub mod entity;
pub mod import;
pub mod store;

pub use entity::{ActiveModel, Column, Entity, Model};
pub use import::AUDIENCES;
