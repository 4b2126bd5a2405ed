//! The choices a funding period counts by (`counting::Profile`), versioned.

pub mod entity;
mod rules;
mod service;
pub mod store;

pub use entity::{ActiveModel, Column, Entity, Model};
pub(crate) use rules::stored;
pub use service::{ProfileChange, history, in_force, set};
