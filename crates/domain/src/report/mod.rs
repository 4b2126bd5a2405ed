//! Report runs: requested workbooks and what has become of them.

pub mod entity;
mod rules;

pub use entity::{ActiveModel, Column, Entity, Model};
pub use rules::{ATTEMPTS, Stage, State};
