//! The table of organisations' versions.

use sea_orm::entity::prelude::*;

use crate::id::{OrganisationId, RequestId, VersionId};

/// A version of an organisation (Träger).
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation")]
pub struct Model {
    /// Key of this version.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: VersionId,
    /// The organisation.
    pub id: OrganisationId,
    /// Code, unique among current versions.
    pub code: String,
    /// Name.
    pub name: String,
    /// Kind, e.g. `municipality`, `university`, `chamber`.
    pub kind: Option<String>,
    /// Place.
    pub city: Option<String>,
    /// Key of its district.
    pub ags: Option<String>,
    /// Website.
    pub website: Option<String>,
    /// Whether it is an invented demonstration entry.
    pub invented: bool,
    /// First day the version holds for; none when it has always held.
    pub valid_from: Option<Date>,
    /// First day it no longer holds for; none for what holds after the last change.
    pub valid_until: Option<Date>,
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

crate::versioned!(Entity, Column, changing(Column::ValidFrom, Column::ValidUntil));
