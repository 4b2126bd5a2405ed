//! The 96 districts of Bavaria with their outlines.

pub mod entity;
mod listing;
pub mod outline;
pub mod store;

pub use entity::{ActiveModel, Column, Entity, Model};
pub use listing::Listing;

use crate::{Error, Result};

impl Model {
    /// The outline, read from its JSON.
    pub fn polygons(&self) -> Result<outline::Outline> {
        serde_json::from_str(&self.outline)
            .map_err(|_| Error::Inconsistent { table: "district", column: "outline" })
    }
}
