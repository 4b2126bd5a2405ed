//! Accounts of staff.

pub mod entity;

pub use entity::{ActiveModel, Column, Entity, Model};
