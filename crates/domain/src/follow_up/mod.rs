//! Surveys six months after leaving.

pub mod entity;
pub mod import;

pub use entity::{ActiveModel, Column, Entity, Model};

use crate::participation::{code, codes};

/// A follow-up as the rulebook sees it.
pub fn follow_up(model: &Model) -> counting::FollowUp {
    counting::FollowUp {
        surveyed_on: model.surveyed_on,
        result: code(&model.result),
        employment: code(&model.employment),
        improvements: codes(&model.improvements),
    }
}
