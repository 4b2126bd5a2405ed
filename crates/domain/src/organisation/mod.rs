//! Organisations that run sub-projects or coordinate networks.

pub mod entity;
pub mod import;

pub use entity::{ActiveModel, Column, Entity, Model};
