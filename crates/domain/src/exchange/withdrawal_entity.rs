//! The table of withdrawals.

use sea_orm::entity::prelude::*;

use crate::id::{RequestId, VersionId};

/// Who withdrew a version, and why; the version itself says until when it was known.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "withdrawal")]
pub struct Model {
    /// The version.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version_id: VersionId,
    /// The doing that withdrew it; the audit log says whose.
    pub withdrawn_by: RequestId,
    /// Why.
    pub reason: String,
}

impl ActiveModelBehavior for ActiveModel {}
