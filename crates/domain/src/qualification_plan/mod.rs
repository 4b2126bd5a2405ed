//! Qualification plans (Qualifizierungspläne) agreed with participants.

pub mod entity;
pub mod import;

pub use entity::{ActiveModel, Column, Entity, Model};
