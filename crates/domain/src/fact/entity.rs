//! The ledger of facts.

use sea_orm::entity::prelude::*;

use crate::id::{FactId, FundingPeriodId, ParticipantId, SubProjectId};

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
    /// Code of the rulebook whose indicators the bits stand for.
    pub rulebook: String,
    /// What it is about, a code of [`super::SubjectKind`].
    pub subject_kind: String,
    /// Whom or what it is about.
    pub subject_id: Uuid,
    /// The person behind it, when there is one: for the count of distinct people.
    pub participant_id: Option<ParticipantId>,
    /// Gender column.
    pub gender: Option<String>,
    /// How much it counts: 1 for a case, the number of attendances for a training.
    pub quantity: i32,
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
    /// Why it became known, a code of [`super::Cause`].
    pub cause: String,
    /// Why it was replaced.
    pub end_cause: Option<String>,
}

impl ActiveModelBehavior for ActiveModel {}
