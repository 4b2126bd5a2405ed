//! Typed keys, so that an organisation's id cannot be passed where a sub-project's is meant.

use sea_orm::entity::prelude::*;

/// The one place where keys are made: time-ordered, so that rows written together lie together.
#[expect(clippy::disallowed_methods, reason = "the one place where keys are made")]
fn fresh() -> Uuid {
    Uuid::now_v7()
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, DeriveValueType, serde::Serialize, serde::Deserialize)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A key nobody has used.
            pub fn fresh() -> Self {
                Self(fresh())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, DbErr> {
                Err(DbErr::ConvertFromU64(stringify!($name)))
            }
        }
    )+};
}

ids! {
    /// One version of any record.
    VersionId
    /// A funding period.
    FundingPeriodId
    /// An institution that funds, administers or partners.
    InstitutionId
    /// A name of an institution, valid for a time.
    InstitutionNameId
    /// An institution's role in a period.
    PeriodInstitutionId
    /// A strand (Handlungsschwerpunkt) of a period.
    StrandId
    /// An institution paying for a strand.
    StrandInstitutionId
    /// A type of offer.
    OfferTypeId
    /// A type of offer being valid in a period.
    PeriodOfferTypeId
    /// A working group (Facharbeitskreis).
    WorkingGroupId
    /// A district (Landkreis or kreisfreie Stadt).
    DistrictId
    /// A regional network of a period.
    RegionalNetworkId
    /// A district belonging to a regional network.
    NetworkDistrictId
    /// An organisation.
    OrganisationId
    /// A sub-project (Teilprojekt, Teilvorhaben).
    SubProjectId
    /// An offer of a sub-project.
    OfferId
    /// A person behind a pseudonymous reference.
    ParticipantId
    /// A participation.
    ParticipationId
    /// An outcome.
    OutcomeId
    /// A follow-up survey.
    FollowUpId
    /// A supported entity.
    SupportedEntityId
    /// A trainer of the pool.
    TrainerId
    /// A consultation.
    ConsultationId
    /// A training.
    TrainingId
    /// A qualification plan.
    QualificationPlanId
    /// A target.
    TargetId
    /// An indicator of the programme.
    IndicatorId
    /// A value entered by hand.
    IndicatorValueId
    /// A recount.
    RecountId
    /// A part of a recount: one operation.
    RecountPartId
    /// A counting profile.
    CountingProfileId
    /// A fact of the ledger.
    FactId
    /// An account.
    AccountId
    /// A grant of rights.
    AccessGrantId
    /// A personal API token.
    ApiTokenId
    /// A report run.
    ReportRunId
    /// An edition of a report.
    EditionId
    /// Something that happened to an edition.
    EditionEventId
    /// A sample drawn for a survey.
    SampleId
    /// A stratum of a sample.
    SampleStratumId
    /// A case in a sample.
    SampleMemberId
    /// An informed estimate.
    EstimateId
    /// A note on a figure.
    FigureNoteId
    /// A waiver of a warning.
    WaiverId
    /// A request, a command or a job: what audit entries and log lines of one doing share.
    RequestId
}
