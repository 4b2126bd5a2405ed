//! Offers of sub-projects.

pub mod entity;
pub mod import;

pub use entity::{ActiveModel, Column, Entity, Model};
