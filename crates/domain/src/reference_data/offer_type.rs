//! Offer types and the periods they are valid in.

use serde::Deserialize;

use super::{
    file::{self, Sources},
    funding_period::named as period,
    writer::Writer,
};
use crate::{
    Result, funding_period,
    id::{OfferTypeId, PeriodOfferTypeId},
    offer_type::{Column, Entity, Model, period_entity},
};

#[derive(Deserialize)]
struct OfferType {
    code: String,
    name_de: String,
    name_en: String,
    count_unit: String,
    periods: Vec<String>,
    verified: bool,
    source: Sources,
}

/// Settles the offer types and returns them.
pub async fn settle(writer: &mut Writer<'_>, periods: &[funding_period::Model]) -> Result<Vec<Model>> {
    let entries: Vec<OfferType> = file::read(include_str!("../../data/offer_types.json"))?;
    let rows = entries.iter().map(row).collect();
    let offer_types = writer.settle::<Entity>(&[Column::Code], rows).await?;

    let mut validities = Vec::new();
    for (entry, offer_type) in entries.iter().zip(&offer_types) {
        for code in &entry.periods {
            validities.push(period_entity::Model {
                id: PeriodOfferTypeId::fresh(),
                funding_period_id: period(periods, code)?.id,
                offer_type_id: offer_type.id,
            });
        }
    }
    let validity = [period_entity::Column::FundingPeriodId, period_entity::Column::OfferTypeId];
    writer.settle_links::<period_entity::Entity>(&validity, validities).await?;
    Ok(offer_types)
}

fn row(entry: &OfferType) -> Model {
    Model {
        id: OfferTypeId::fresh(),
        code: entry.code.clone(),
        name_de: entry.name_de.clone(),
        name_en: entry.name_en.clone(),
        count_unit: entry.count_unit.clone(),
        verified: entry.verified,
        source: entry.source.join(),
    }
}
