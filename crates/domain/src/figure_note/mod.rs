//! Notes on figures: what somebody has to say about a number, such as why it is lower than agreed.
//!
//! A note belongs to a figure of a unit, whatever the cut-off: it stands beside it in every report from the moment it was
//! written until it is withdrawn. Nothing of a note is ever changed.

pub mod entity;
mod list;
mod service;
mod store;

use chrono::{DateTime, Utc};
use counting::Gender;

pub use entity::{ActiveModel, Column, Entity, Model};
pub use list::{get, list, withdrawable};
pub use service::{NewNote, add, withdraw};
pub(crate) use store::of_period;

use crate::{
    figure::{Breakdown, Figure},
    id::FigureNoteId,
};

/// How the audit log and errors name a note.
const KIND: &str = "figure_note";

/// A note on a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureNote {
    /// Its key.
    pub id: FigureNoteId,
    /// The level of the figure.
    pub level: Breakdown,
    /// Code of its unit: the period, the regional network or the sub-project.
    pub code: String,
    /// Code of its indicator.
    pub indicator: String,
    /// The gender column it is about; none means all together.
    pub gender: Option<Gender>,
    /// What is noted.
    pub text: String,
    /// Who noted it.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl FigureNote {
    /// Whether a figure is the one it is about, in whichever category of region.
    pub fn is_about(&self, figure: &Figure) -> bool {
        let unit = (figure.unit.kind, figure.unit.code.as_deref());
        unit == (self.level, Some(&*self.code)) && *figure.indicator.code == self.indicator
    }
}
