//! Samples for the survey six months after leaving: longer-term results come from a representative sample of those who
//! left (Regulation (EU) 2021/1057, Annex I, point 4), reliable with a margin of error of at most 3 percentage points at
//! 95 % (European Commission, SFC2021 FAQ on sampling).
//!
//! Frame, strata and draw are documented in full by what is stored: the seed, the SHA-256 of the frame, and everybody
//! drawn. The same seed and the same frame give the same members on any machine.

mod draw;
pub mod entity;
mod frame;
pub mod member_entity;
mod result;
mod service;
mod store;
pub mod stratum_entity;
mod view;

use chrono::NaiveDate;

pub use entity::{ActiveModel, Column, Entity, Model};
pub use result::{AnswerState, Answers};
pub use service::{Draw, draw};
pub(crate) use store::drawn;
pub use store::newest;
pub use view::{Member, Sample, Stratum, as_known, get, list, members};

/// Age in completed years at the first entry, in the groups of the indicators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::EnumString, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum AgeGroup {
    /// Under 18.
    Under18,
    /// 18 to 29.
    From18To29,
    /// 30 to 54.
    From30To54,
    /// 55 and above.
    From55,
}

impl AgeGroup {
    /// The group of somebody born on a day, on another day.
    fn of(birth_date: NaiveDate, on: NaiveDate) -> Self {
        match counting::completed_years(birth_date, on) {
            0..=17 => Self::Under18,
            18..=29 => Self::From18To29,
            30..=54 => Self::From30To54,
            _ => Self::From55,
        }
    }

    /// The code stored.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// Highest completed education at the first entry, in the groups of the indicators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::EnumString, strum::IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Education {
    /// ISCED 0 to 2.
    LowerSecondary,
    /// ISCED 3 and 4.
    UpperSecondary,
    /// ISCED 5 to 8.
    Tertiary,
}

impl Education {
    fn of(level: counting::Isced) -> Self {
        match level.level() {
            0..=2 => Self::LowerSecondary,
            3..=4 => Self::UpperSecondary,
            _ => Self::Tertiary,
        }
    }

    /// The code stored.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// What an indicator of longer-term results asks, and whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asks {
    /// Whether those who entered without work are in work (EECR05, CR06).
    Employment,
    /// Whether the situation of those who entered employed has improved (EECR06, CR07).
    Improvement,
}

impl Asks {
    /// What an indicator asks; none for those that no sample is drawn for.
    pub fn of(indicator: &str) -> Option<Self> {
        match indicator {
            "EECR05" | "CR06" => Some(Self::Employment),
            "EECR06" | "CR07" => Some(Self::Improvement),
            _ => None,
        }
    }
}
