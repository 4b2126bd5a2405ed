//! What became of a participation: a job, a qualification…

pub mod entity;

pub use entity::{ActiveModel, Column, Entity, Model};
