//! Report runs: requested workbooks and what has become of them.

pub mod entity;

pub use entity::{ActiveModel, Column, Entity, Model};
