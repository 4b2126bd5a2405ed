//! Personal API tokens for `Authorization: Bearer`.

pub mod entity;

pub use entity::{ActiveModel, Column, Entity, Model};
