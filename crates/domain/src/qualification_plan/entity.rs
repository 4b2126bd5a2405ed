//! The table of qualification plans' versions.

use sea_orm::entity::prelude::*;

use crate::{
    id::{FundingPeriodId, ParticipantId, QualificationPlanId, RequestId, SubProjectId, VersionId},
    record_list::Listed,
};

/// A version of a qualification plan (Qualifizierungsplan) agreed with a participant.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "qualification_plan")]
pub struct Model {
    /// Key of this version.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: VersionId,
    /// The plan.
    pub id: QualificationPlanId,
    /// The period.
    pub funding_period_id: FundingPeriodId,
    /// The sub-project.
    pub sub_project_id: SubProjectId,
    /// Reference, unique among current versions.
    pub reference: String,
    /// The person.
    pub participant_id: ParticipantId,
    /// The day it was agreed on.
    pub agreed_on: Date,
    /// German profession aimed at (Referenzberuf).
    pub reference_profession: Option<String>,
    /// What is to be reached.
    pub target: Option<String>,
    /// `open`, `completed` or `abandoned`.
    pub status: String,
    /// The day it was completed or abandoned.
    pub closed_on: Option<Date>,
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
    type Id = QualificationPlanId;
    const SORTED_BY: Column = Column::Reference;
    const KIND: &'static str = "qualification_plan";
    const TELLS_OF_PEOPLE: bool = true;

    fn place(row: &Model) -> (String, QualificationPlanId) {
        (row.reference.clone(), row.id)
    }
}
