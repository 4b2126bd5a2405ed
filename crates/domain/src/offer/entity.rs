//! The table of offers' versions.

use sea_orm::entity::prelude::*;

use crate::id::{OfferId, OfferTypeId, RequestId, SubProjectId, VersionId};

/// A version of an offer of a sub-project.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "offer")]
pub struct Model {
    /// Key of this version.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: VersionId,
    /// The offer.
    pub id: OfferId,
    /// Code, unique among current versions.
    pub code: String,
    /// The sub-project.
    pub sub_project_id: SubProjectId,
    /// Its type.
    pub offer_type_id: OfferTypeId,
    /// Name.
    pub name: String,
    /// `in_person`, `online` or `hybrid`.
    pub mode: Option<String>,
    /// Description.
    pub description: Option<String>,
    /// First day.
    pub starts_on: Option<Date>,
    /// Last day.
    pub ends_on: Option<Date>,
    /// When the version became known.
    pub recorded_at: DateTimeUtc,
    /// The doing that wrote it; the audit log says whose.
    pub recorded_by: RequestId,
    /// Why it replaced the one before.
    pub reason: Option<String>,
    /// When a later version replaced it; the current one has none.
    pub superseded_at: Option<DateTimeUtc>,
}

impl ActiveModelBehavior for ActiveModel {}

crate::versioned!(Entity, Column);
