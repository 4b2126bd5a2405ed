//! The table of institutions.

use sea_orm::entity::prelude::*;

use crate::id::InstitutionId;

/// An institution that funds, administers or partners: BMAS, ESF Plus, BAMF, BA…
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "institution")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: InstitutionId,
    /// Code, e.g. `BMAS`.
    pub code: String,
    /// `national`, `eu` or `own`.
    pub kind: String,
    /// Where it is from.
    pub source: String,
}

impl ActiveModelBehavior for ActiveModel {}
