//! Sub-projects: called Teilprojekt until 2022, Teilvorhaben since.

pub mod entity;
pub mod import;

mod region_category;

pub use entity::{ActiveModel, Column, Entity, Model};
pub use region_category::RegionCategory;
