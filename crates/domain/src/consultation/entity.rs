//! The table of consultations' versions.

use sea_orm::entity::prelude::*;

use crate::{
    id::{ConsultationId, FundingPeriodId, ParticipantId, RequestId, SubProjectId, VersionId},
    record_list::Listed,
};

/// A version of a consultation (Beratung): one contact, with or without a participant behind it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "consultation")]
pub struct Model {
    /// Key of this version.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: VersionId,
    /// The consultation.
    pub id: ConsultationId,
    /// The period.
    pub funding_period_id: FundingPeriodId,
    /// The sub-project.
    pub sub_project_id: SubProjectId,
    /// Reference, unique among current versions.
    pub reference: String,
    /// The day it took place.
    pub held_on: Date,
    /// `first` or `follow_up` (Erst- or Folgekontakt).
    pub contact: String,
    /// The person, when they are a participant.
    pub participant_id: Option<ParticipantId>,
    /// What it was about, a code of [`super::SUBJECTS`].
    pub subject: Option<String>,
    /// How it took place, a code of [`super::CHANNELS`].
    pub channel: Option<String>,
    /// Who sent the person (Zugangsweg).
    pub referral: Option<String>,
    /// Gender, a code of `counting::Gender`.
    pub gender: Option<String>,
    /// Age band.
    pub age_band: Option<String>,
    /// ISO alpha-2 code of a nationality.
    pub nationality: Option<String>,
    /// ISO alpha-2 code of the country the qualification comes from.
    pub country_of_qualification: Option<String>,
    /// Level of the qualification, a code of [`super::QUALIFICATION_LEVELS`].
    pub qualification_level: Option<String>,
    /// German profession the qualification is compared with (Referenzberuf).
    pub reference_profession: Option<String>,
    /// Residence title (Aufenthaltstitel).
    pub residence_title: Option<String>,
    /// Command of German, `A0` to `C2`.
    pub german_level: Option<String>,
    /// Benefits received (Leistungsbezug).
    pub benefits: Option<String>,
    /// What came of it.
    pub outcome: Option<String>,
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
    type Id = ConsultationId;
    const SORTED_BY: Column = Column::Reference;
    const KIND: &'static str = "consultation";
    const TELLS_OF_PEOPLE: bool = true;

    fn place(row: &Model) -> (String, ConsultationId) {
        (row.reference.clone(), row.id)
    }
}
