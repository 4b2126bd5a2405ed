//! The table of strata.

use sea_orm::entity::prelude::*;

use crate::id::{SampleId, SampleStratumId};

/// A stratum of a sample: people of one gender, employment at entry, age group and level of education.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "sample_stratum")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SampleStratumId,
    /// The sample.
    pub sample_id: SampleId,
    /// Gender column.
    pub gender: String,
    /// Employment at entry.
    pub employment: String,
    /// Age group at entry, a code of [`super::AgeGroup`].
    pub age_group: String,
    /// Level of education at entry, a code of [`super::Education`].
    pub education: String,
    /// How many belong to it.
    pub population: i64,
    /// How many of them were drawn.
    pub selected: i64,
}

impl ActiveModelBehavior for ActiveModel {}
