//! The table of supported entities' versions.

use sea_orm::entity::prelude::*;

use crate::id::{FundingPeriodId, RequestId, SubProjectId, SupportedEntityId, VersionId};

/// A version of the support of an entity by a sub-project.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "supported_entity")]
pub struct Model {
    /// Key of this version.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: VersionId,
    /// The support.
    pub id: SupportedEntityId,
    /// The period.
    pub funding_period_id: FundingPeriodId,
    /// The sub-project.
    pub sub_project_id: SubProjectId,
    /// Reference of the entity.
    pub entity: String,
    /// The day the support began.
    pub supported_on: Date,
    /// Kind, a code of `counting::EntityKind`.
    pub kind: String,
    /// Name.
    pub name: Option<String>,
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
