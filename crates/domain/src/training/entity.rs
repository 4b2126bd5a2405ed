//! The table of trainings' versions.

use sea_orm::entity::prelude::*;

use crate::{
    id::{FundingPeriodId, RequestId, SubProjectId, TrainingId, VersionId},
    record_list::Listed,
};

/// A version of a training (Schulung) for administrations, enterprises and other organisations.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "training")]
pub struct Model {
    /// Key of this version.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: VersionId,
    /// The training.
    pub id: TrainingId,
    /// The period.
    pub funding_period_id: FundingPeriodId,
    /// The sub-project.
    pub sub_project_id: SubProjectId,
    /// Reference, unique among current versions.
    pub reference: String,
    /// The day it took place.
    pub held_on: Date,
    /// Whom it was for, a code of [`super::AUDIENCES`].
    pub audience: String,
    /// Topic.
    pub topic: Option<String>,
    /// Format.
    pub format: Option<String>,
    /// Duration in hours.
    pub hours: Option<f64>,
    /// How many attended; people who come twice are counted twice.
    pub attendances: Option<i32>,
    /// How many women among them.
    pub attendances_female: Option<i32>,
    /// How many men among them.
    pub attendances_male: Option<i32>,
    /// How many non-binary people among them.
    pub attendances_non_binary: Option<i32>,
    /// Code of the trainer; one that is not in the pool is kept.
    pub trainer: Option<String>,
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
    type Id = TrainingId;
    const SORTED_BY: Column = Column::Reference;
    const KIND: &'static str = "training";
    const TELLS_OF_PEOPLE: bool = false;

    fn place(row: &Model) -> (String, TrainingId) {
        (row.reference.clone(), row.id)
    }
}
