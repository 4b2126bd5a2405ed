//! The table of samples.

use sea_orm::entity::prelude::*;

use crate::id::{FundingPeriodId, SampleId};

/// A sample drawn for the survey six months after leaving. Rows are only added.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "sample")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SampleId,
    /// The period.
    pub funding_period_id: FundingPeriodId,
    /// Code of the indicator the survey is for.
    pub indicator: String,
    /// Those whose six months had passed by this day could be drawn.
    pub cut_off: Date,
    /// What was known at this moment was the frame.
    pub known_at: DateTimeUtc,
    /// What chance was made of.
    pub seed: String,
    /// SHA-256 of the frame, hex: see `sample::frame`.
    pub frame_sha256: String,
    /// How many could be drawn.
    pub population: i64,
    /// How many answers make the sample reliable.
    pub required_answers: i64,
    /// How many were drawn.
    pub selected: i64,
    /// The share of those drawn who were expected to answer, above 0 up to 1.
    pub expected_answers: f64,
    /// When it was drawn.
    pub drawn_at: DateTimeUtc,
    /// Who drew it.
    pub drawn_by_name: String,
}

impl ActiveModelBehavior for ActiveModel {}
