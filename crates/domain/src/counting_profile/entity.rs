//! The table of counting profiles.

use sea_orm::entity::prelude::*;

use crate::id::{CountingProfileId, FundingPeriodId};

/// A version of a period's counting profile.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "counting_profile")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CountingProfileId,
    /// The period.
    pub funding_period_id: FundingPeriodId,
    /// Version, from 1.
    pub version: i32,
    /// `ec` or `sgb3`.
    pub long_term_unemployment: String,
    /// `sub_project` or `network`.
    pub operation: String,
    /// Threshold of short advice in hours; none means off.
    pub short_advice_hours: Option<f64>,
    /// When it came into force.
    pub valid_from: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
