//! Offers of sub-projects.

pub mod entity;

pub use entity::{ActiveModel, Column, Entity, Model};
