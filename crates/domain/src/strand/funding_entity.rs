//! The table of who pays for which strand.

use sea_orm::entity::prelude::*;

use crate::id::{InstitutionId, StrandId, StrandInstitutionId};

/// An institution that pays for a strand.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "strand_institution")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: StrandInstitutionId,
    /// The strand.
    pub strand_id: StrandId,
    /// Who pays.
    pub institution_id: InstitutionId,
}

impl ActiveModelBehavior for ActiveModel {}
