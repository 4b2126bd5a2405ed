//! Values of the programme's indicators that are entered by hand, because no record tells them. Values add up: the
//! figure at a cut-off is the sum of those of all days up to it.

pub mod entity;
mod service;

pub use entity::{ActiveModel, Column, Entity, Model};
pub use service::{NewValue, enter};
