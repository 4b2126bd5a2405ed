//! Participations: who took part in what, from when to when.

pub mod entity;
pub mod import;
mod rules;

pub use entity::{ActiveModel, Column, Entity, Model};
pub use rules::stay;
pub(crate) use rules::{code, codes};
