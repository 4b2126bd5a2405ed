//! The table of institutions' roles in periods.

use sea_orm::entity::prelude::*;

use crate::id::{FundingPeriodId, InstitutionId, PeriodInstitutionId};

/// The role an institution has in a period.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "period_institution")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PeriodInstitutionId,
    /// The period.
    pub funding_period_id: FundingPeriodId,
    /// The institution.
    pub institution_id: InstitutionId,
    /// `funder`, `administrator` or `partner`.
    pub role: String,
}

impl ActiveModelBehavior for ActiveModel {}
