//! The ledger of facts.

use sea_orm::entity::prelude::*;

use crate::id::{FactId, FundingPeriodId, ParticipantId, SubProjectId, SupportedEntityId};

/// A fact: for a span of calendar time a case counts for indicators, or is left out of them. Rows are only added and closed.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "fact")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FactId,
    /// The period.
    pub funding_period_id: FundingPeriodId,
    /// The sub-project.
    pub sub_project_id: SubProjectId,
    /// The person, for personal indicators.
    pub participant_id: Option<ParticipantId>,
    /// The entity, for entity indicators.
    pub supported_entity_id: Option<SupportedEntityId>,
    /// Gender column.
    pub gender: Option<String>,
    /// Bits of the indicators it counts for.
    pub counted: i64,
    /// Bits of the indicators it is left out of.
    pub left_out: i64,
    /// Bits of the missing fields.
    pub missing: i32,
    /// First cut-off day it holds for.
    pub valid_from: Date,
    /// First cut-off day it no longer holds for.
    pub valid_until: Option<Date>,
    /// When it became known.
    pub known_from: DateTimeUtc,
    /// When it was replaced.
    pub known_until: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}
