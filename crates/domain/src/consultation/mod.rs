//! Consultations (Beratungen): first and follow-up contacts.

pub mod entity;
pub mod import;

pub use entity::{ActiveModel, Column, Entity, Model};
pub use import::{CHANNELS, QUALIFICATION_LEVELS, SUBJECTS};
