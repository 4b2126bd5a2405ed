//! Qualification plans (Qualifizierungspläne) agreed with participants.

pub mod entity;
pub mod import;
mod service;
mod store;

pub use entity::{ActiveModel, Column, Entity, Model};
pub use service::{count, get, page};
