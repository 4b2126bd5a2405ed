//! Sub-projects: called Teilprojekt until 2022, Teilvorhaben since.

pub mod entity;

pub use entity::{ActiveModel, Column, Entity, Model};
