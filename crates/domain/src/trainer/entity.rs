//! The table of trainers' versions.

use sea_orm::entity::prelude::*;

use crate::{
    id::{FundingPeriodId, RequestId, SubProjectId, TrainerId, VersionId},
    record_list::Listed,
};

/// A version of an entry of the pool of trainers: a code, never a name.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "trainer")]
pub struct Model {
    /// Key of this version.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: VersionId,
    /// The entry.
    pub id: TrainerId,
    /// The period.
    pub funding_period_id: FundingPeriodId,
    /// The sub-project.
    pub sub_project_id: SubProjectId,
    /// Code, unique among current versions.
    pub code: String,
    /// Topics separated by `;`.
    pub topics: Option<String>,
    /// First day in the pool.
    pub active_from: Option<Date>,
    /// Last day in the pool.
    pub active_until: Option<Date>,
    /// When the version became known.
    pub recorded_at: DateTimeUtc,
    /// The doing that wrote it; the audit log says whose.
    pub recorded_by: RequestId,
    /// Why it replaced the one before; on a version withdrawn, why it was.
    pub reason: Option<String>,
    /// When a later version replaced it or it was withdrawn; the current one has none.
    pub superseded_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}

crate::versioned!(Entity, Column);
crate::of_sub_project!(Entity, Column);

impl Listed for Entity {
    type Id = TrainerId;
    const SORTED_BY: Column = Column::Code;
    const KIND: &'static str = "trainer";
    const TELLS_OF_PEOPLE: bool = false;

    fn place(row: &Model) -> (String, TrainerId) {
        (row.code.clone(), row.id)
    }
}
