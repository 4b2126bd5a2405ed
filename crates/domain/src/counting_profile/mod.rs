//! The choices a funding period counts by (`counting::Profile`), versioned.

pub mod entity;
pub mod store;

pub use entity::{ActiveModel, Column, Entity, Model};
