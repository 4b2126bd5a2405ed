//! Participations: who took part in what, from when to when.

pub mod entity;

pub use entity::{ActiveModel, Column, Entity, Model};
