//! Institutions: funders, administrators and partners, with names valid for a time.

pub mod entity;
pub mod name_entity;
pub mod role_entity;
mod rules;
pub mod store;

pub use entity::{ActiveModel, Column, Entity, Model};
pub use rules::name_on;
