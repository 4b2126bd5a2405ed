//! Institutions: funders, administrators and partners, with names valid for a time.

pub mod entity;
pub mod name_entity;
pub mod role_entity;

pub use entity::{ActiveModel, Column, Entity, Model};
