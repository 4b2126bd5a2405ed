//! The pool of trainers, by code and without names.

pub mod entity;
pub mod import;
pub mod store;

pub use entity::{ActiveModel, Column, Entity, Model};
