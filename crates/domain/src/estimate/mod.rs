//! Informed estimates of characteristics that may stay unanswered (EECO12 to EECO17): Regulation (EU) 2021/1057, Annex I,
//! point 1.2 allows them where nobody can be asked. They stand beside the counted figures and never among them.

mod enter;
pub mod entity;
mod list;

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use counting::Gender;

pub use enter::{NewEstimate, enter};
pub(crate) use entity::Subject;
pub use entity::{ActiveModel, Column, Entity, Model};
pub(crate) use list::in_force;
pub use list::{EstimateQuery, list};

use crate::{figure::Unit, id::EstimateId, indicator::Indicator};

/// An informed estimate.
#[derive(Clone, Debug)]
pub struct Estimate {
    /// Its key.
    pub id: EstimateId,
    /// What it is about.
    pub unit: Arc<Unit>,
    /// The indicator.
    pub indicator: Arc<Indicator>,
    /// Gender column; none means all together.
    pub gender: Option<Gender>,
    /// How many, or which share.
    pub amount: Amount,
    /// How it was estimated.
    pub method: String,
    /// Where that is documented.
    pub document: Option<String>,
    /// First cut-off day it holds for.
    pub valid_from: NaiveDate,
    /// When it was entered.
    pub entered_at: DateTime<Utc>,
}

/// What is estimated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Amount {
    /// A share of the participants, 0 to 1.
    Share(f64),
    /// A number of participants.
    Count(u64),
}

impl Amount {
    /// The share, if one is estimated.
    pub fn share(self) -> Option<f64> {
        match self {
            Self::Share(share) => Some(share),
            Self::Count(_) => None,
        }
    }

    /// The number, if one is estimated.
    pub fn count(self) -> Option<u64> {
        match self {
            Self::Share(_) => None,
            Self::Count(count) => Some(count),
        }
    }
}
