//! What became of a participation: a job, a qualification…

pub mod entity;
pub mod import;

pub use entity::{ActiveModel, Column, Entity, Model};

/// An outcome as the rulebook sees it; none when nobody knows its kind any more.
pub fn outcome(model: &Model) -> Option<counting::Outcome> {
    let kind = model.kind.parse().ok()?;
    Some(counting::Outcome { occurred_on: model.occurred_on, kind })
}
