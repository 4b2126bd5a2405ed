//! Attainment: targets beside what has been reached, what was to be expected by now, and where it leads.
//!
//! A target speaks of one unit alone: targets are never added up over units nor over periods, and a unit without a
//! target of its own has none.

mod rules;
mod service;
mod store;

use std::sync::Arc;

use chrono::NaiveDate;
use counting::Gender;

use rules::BEHIND;
pub use rules::{FORECAST_DAYS, FORECAST_SHARE};
pub use service::attainments;
pub(crate) use store::{InForce, Units, latest, with_plans};

use crate::{figure::Unit, indicator::Indicator, sub_project::RegionCategory};

/// How a target is to be read.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum TargetKind {
    /// To be reached by the end: compared with the figure at the cut-off, which runs from the start of the period.
    Cumulative,
    /// To be added within one calendar year: compared with the increase of the figure since the end of the year
    /// before. In force at cut-offs of that year alone.
    PerYear,
    /// A level to be held on every day: compared with the figure at the cut-off as it stands. All of it is expected
    /// from the first day on, and nothing is forecast.
    Stock,
    /// The milestone of an output (Etappenziel), for the end of 2024 by Regulation (EU) 2021/1060, Article 16: told beside
    /// the figure, compared with nothing.
    Milestone,
    /// The reference value of a result (Referenzwert), from which its target was set: told beside the figure.
    Reference,
    /// The planned value of the operations selected (geplanter Wert ausgewählter Vorhaben): told beside the figure.
    Planned,
}

impl TargetKind {
    /// The code stored and typed.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// Whether it is to be reached, and compared with what was.
    pub const fn is_to_be_reached(self) -> bool {
        matches!(self, Self::Cumulative | Self::PerYear | Self::Stock)
    }
}

/// How what was reached stands to what was to be expected by now. The bounds are an own convention.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, strum::IntoStaticStr, strum::VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Standing {
    /// The target is reached.
    Reached,
    /// At least nine tenths of what was to be expected.
    OnTrack,
    /// At least seven tenths of what was to be expected.
    Behind,
    /// Less than that.
    FarBehind,
    /// Its last day has passed, and it was not reached.
    Missed,
    /// Too little time has passed for a judgement, see [`FORECAST_DAYS`] and [`FORECAST_SHARE`].
    TooEarly,
}

impl Standing {
    /// The code of its texts.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// How a forecast is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Method {
    /// What was reached, divided by the share of the days that has passed: it goes on as it went.
    Linear,
}

impl Method {
    /// The code of its texts.
    pub fn as_str(self) -> &'static str {
        self.into()
    }
}

/// A value at the end, as it is to be expected today.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Forecast {
    /// The value, in the unit of the indicator.
    pub value: f64,
    /// How it is made.
    pub method: Method,
}

/// Days to which a target belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The first.
    pub first: NaiveDate,
    /// The last.
    pub last: NaiveDate,
}

/// A target in force at a cut-off, beside what has been reached.
#[derive(Clone, Debug)]
pub struct Attainment {
    /// What it is about.
    pub unit: Arc<Unit>,
    /// Category of region; none means all of them together.
    pub region_category: Option<RegionCategory>,
    /// Gender column; none means all together.
    pub gender: Option<Gender>,
    /// The indicator.
    pub indicator: Arc<Indicator>,
    /// How the target is to be read.
    pub kind: TargetKind,
    /// The days in which it is to be reached: those of the sub-project, else of the period; for a target per year
    /// those of them that lie in the year.
    pub days: Days,
    /// The target.
    pub target: f64,
    /// First cut-off day it holds for; none means from the start of the period.
    pub valid_from: Option<NaiveDate>,
    /// Where it is laid down.
    pub document: Option<String>,
    /// What has been reached, as figures tell it.
    pub actual: u64,
    /// What was to be expected by the cut-off if it were reached evenly day by day.
    pub expected: f64,
    /// The value at the end; none while it is too early, and for levels.
    pub forecast: Option<Forecast>,
    /// How what was reached stands to what was to be expected.
    pub standing: Standing,
}

impl Attainment {
    /// Reached by target; none with target 0.
    pub fn ratio(&self) -> Option<f64> {
        (self.target != 0.0).then(|| self.actual as f64 / self.target)
    }

    /// Whether far too little is reached: of what was to be expected by now, or of the target once its days are over.
    pub fn is_far_off(&self) -> bool {
        match self.standing {
            Standing::FarBehind => true,
            Standing::Missed => self.ratio().is_some_and(|ratio| ratio < BEHIND),
            _ => false,
        }
    }
}

/// Which targets are asked about.
#[derive(Clone, Debug)]
pub struct AttainmentQuery {
    /// Code of the funding period.
    pub period: String,
    /// What had happened by this day.
    pub cut_off: NaiveDate,
    /// As known at this moment; none means now.
    pub known_at: Option<chrono::DateTime<chrono::Utc>>,
    /// Only this regional network and its sub-projects, by code.
    pub network: Option<String>,
    /// Only the sub-projects that belong to this strand at the cut-off, by code.
    pub strand: Option<String>,
    /// Only this sub-project, by code.
    pub sub_project: Option<String>,
    /// Only these indicators, by code; empty means all.
    pub indicators: Vec<String>,
}
