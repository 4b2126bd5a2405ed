//! Districts without their outlines.

use chrono::NaiveDate;
use sea_orm::DerivePartialModel;

use super::Entity;
use crate::id::DistrictId;

/// A district without its outline, which is most of its size. The fields are those of [`super::Model`].
#[derive(Clone, Debug, PartialEq, DerivePartialModel)]
#[sea_orm(entity = "Entity")]
pub struct Listing {
    /// Key.
    pub id: DistrictId,
    /// Official municipality key (AGS), five digits.
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
    pub population_on: NaiveDate,
}
