//! Surveys six months after leaving.

pub mod entity;

pub use entity::{ActiveModel, Column, Entity, Model};
