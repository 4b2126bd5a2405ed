//! The table of institutions' names.

use sea_orm::entity::prelude::*;

use crate::id::{InstitutionId, InstitutionNameId};

/// A name of an institution, valid for a time.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "institution_name")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: InstitutionNameId,
    /// The institution.
    pub institution_id: InstitutionId,
    /// The name.
    pub name: String,
    /// First day of the name, if known.
    pub valid_from: Option<Date>,
    /// Last day of the name, if it ended.
    pub valid_to: Option<Date>,
}

impl ActiveModelBehavior for ActiveModel {}
