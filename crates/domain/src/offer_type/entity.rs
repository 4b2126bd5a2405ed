//! The table of offer types.

use sea_orm::entity::prelude::*;

use crate::id::OfferTypeId;

/// A type of offer, e.g. Qualifizierungsbegleitung.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "offer_type")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OfferTypeId,
    /// Code, e.g. `QB`.
    pub code: String,
    /// German name.
    pub name_de: String,
    /// English name.
    pub name_en: String,
    /// What is counted: `person`, `consultation`, `event`, `consultation+event` or `none`.
    pub count_unit: String,
    /// Whether a source confirms it.
    pub verified: bool,
    /// Where it is from.
    pub source: String,
}

impl ActiveModelBehavior for ActiveModel {}
