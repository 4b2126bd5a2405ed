//! The table of counting profiles.

use sea_orm::entity::prelude::*;

use crate::id::{CountingProfileId, FundingPeriodId, RequestId};

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
    /// The choices: JSON, an object of those of `counting::Profile::SETTABLE`, as they were when the version was made.
    pub choices: String,
    /// When it came into force.
    pub valid_from: DateTimeUtc,
    /// The doing that wrote it; none for the one a period starts with.
    pub recorded_by: Option<RequestId>,
    /// Why it replaced the one before.
    pub reason: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
