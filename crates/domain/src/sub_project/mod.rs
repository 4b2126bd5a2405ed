//! Sub-projects: called Teilprojekt until 2022, Teilvorhaben since.

pub mod entity;
mod history;
pub mod import;
mod law_days;
mod query;
mod region_category;
pub mod store;

pub use entity::{ActiveModel, Column, Entity, Model};
pub(crate) use law_days::LawDays;
pub use query::Query;
pub use region_category::RegionCategory;
