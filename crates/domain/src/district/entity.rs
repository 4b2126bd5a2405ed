//! The table of districts.

use sea_orm::entity::prelude::*;

use crate::id::DistrictId;

/// A district of Bavaria (Landkreis or kreisfreie Stadt).
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "district")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DistrictId,
    /// Official municipality key (AGS), five digits, with its leading zero.
    pub ags: String,
    /// Name.
    pub name: String,
    /// `Landkreis` or `Kreisfreie Stadt`.
    pub kind: String,
    /// Regierungsbezirk.
    pub government_region: String,
    /// NUTS-2 code.
    pub nuts2: String,
    /// NUTS-3 code.
    pub nuts3: String,
    /// Area in square kilometres.
    pub area_km2: Option<f64>,
    /// Inhabitants on `population_on`.
    pub population: i64,
    /// The day of the population figure.
    pub population_on: Date,
    /// Outline as JSON: polygons, each a list of rings, each a list of `[longitude, latitude]`.
    pub outline: String,
    /// Where it is from.
    pub source: String,
}

impl ActiveModelBehavior for ActiveModel {}
