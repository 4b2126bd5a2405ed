//! The 96 districts of Bavaria with their outlines.

pub mod entity;

pub use entity::{ActiveModel, Column, Entity, Model};
