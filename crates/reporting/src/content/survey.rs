//! What a sample says about the results six months after leaving.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use domain::indicator::Indicator;

/// A sample with what came of asking those drawn.
#[derive(Clone, Debug)]
pub struct Survey {
    /// The indicator it is for.
    pub indicator: Arc<Indicator>,
    /// Those whose six months had passed by this day could be drawn.
    pub cut_off: NaiveDate,
    /// When it was drawn.
    pub drawn_at: DateTime<Utc>,
    /// How many could be drawn.
    pub population: u64,
    /// How many were drawn.
    pub drawn: u64,
    /// How many answers make it reliable.
    pub required: u64,
    /// How many answered.
    pub answered: u64,
    /// How many of them have the result asked for.
    pub results: u64,
    /// How many declined.
    pub refused: u64,
    /// How many could not be reached.
    pub not_reached: u64,
    /// What it says about all; none while nobody of a stratum has answered.
    pub extrapolated: Option<Extrapolated>,
}

/// What a sample says about all.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extrapolated {
    /// The share of those with the result, from 0 to 1.
    pub share: f64,
    /// How many they are.
    pub total: f64,
    /// The margin of error of the share at 95 %, from 0 to 1.
    pub margin: f64,
    /// Whether the margin is at most 3 percentage points.
    pub is_reliable: bool,
}
