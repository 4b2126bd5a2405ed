//! The table of those drawn.

use sea_orm::entity::prelude::*;

use crate::id::{ParticipantId, SampleId, SampleMemberId, SampleStratumId, SubProjectId};

/// A case drawn into a sample.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "sample_member")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SampleMemberId,
    /// The sample.
    pub sample_id: SampleId,
    /// Its stratum.
    pub sample_stratum_id: SampleStratumId,
    /// The sub-project the case belongs to.
    pub sub_project_id: SubProjectId,
    /// The person.
    pub participant_id: ParticipantId,
    /// The place in the stratum, from 1: who is asked first.
    pub rank: i64,
}

impl ActiveModelBehavior for ActiveModel {}
