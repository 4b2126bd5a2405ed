//! Districts and their outlines.

use chrono::NaiveDate;
use serde::Deserialize;

use super::{
    file::{self, Sources},
    writer::Writer,
};
use crate::{
    Error, Result,
    district::{Column, Entity, Model, outline},
    id::DistrictId,
};

#[derive(Deserialize)]
struct Register {
    source: Sources,
    population_on: NaiveDate,
    districts: Vec<District>,
}

#[derive(Deserialize)]
struct District {
    ags: String,
    name: String,
    kind: String,
    government_region: String,
    nuts2: String,
    nuts3: String,
    area_km2: Option<f64>,
    population: i64,
}

/// Settles the districts.
pub async fn settle(writer: &mut Writer<'_>) -> Result<()> {
    let register: Register = file::read(include_str!("../../data/districts.json"))?;
    let failed = |error: Box<dyn std::error::Error + Send + Sync>| Error::Internal {
        what: "reading the districts' outlines",
        source: error,
    };
    let outlines = outline::outlines(include_str!("../../data/bavaria-districts.topojson"))
        .map_err(|error| failed(error.into()))?;
    let mut rows = Vec::new();
    for entry in register.districts {
        let outline = outlines.get(&entry.ags).ok_or_else(|| failed(entry.ags.as_str().into()))?;
        rows.push(Model {
            id: DistrictId::fresh(),
            ags: entry.ags,
            name: entry.name,
            kind: entry.kind,
            government_region: entry.government_region,
            nuts2: entry.nuts2,
            nuts3: entry.nuts3,
            area_km2: entry.area_km2,
            population: entry.population,
            population_on: register.population_on,
            outline: serde_json::to_string(outline).map_err(|error| failed(error.into()))?,
            source: register.source.join(),
        });
    }
    writer.settle::<Entity>(&[Column::Ags], rows).await?;
    Ok(())
}
