//! Consultations (Beratungen): first and follow-up contacts.

pub mod entity;
pub mod import;
mod service;
mod store;

pub use entity::{ActiveModel, Column, Entity, Model};
pub use import::{CHANNELS, QUALIFICATION_LEVELS, SUBJECTS};
pub use service::{count, get, page};
