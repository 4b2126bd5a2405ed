//! The table of offer types valid in periods.

use sea_orm::entity::prelude::*;

use crate::id::{FundingPeriodId, OfferTypeId, PeriodOfferTypeId};

/// An offer type being valid in a period.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "period_offer_type")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PeriodOfferTypeId,
    /// The period.
    pub funding_period_id: FundingPeriodId,
    /// The offer type.
    pub offer_type_id: OfferTypeId,
}

impl ActiveModelBehavior for ActiveModel {}
