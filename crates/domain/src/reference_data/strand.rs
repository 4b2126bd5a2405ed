//! Strands and who pays for them.

use serde::Deserialize;

use super::{
    file::{self, Sources},
    funding_period::named as period,
    writer::Writer,
};
use crate::{
    Result, funding_period,
    id::{StrandId, StrandInstitutionId},
    institution,
    strand::{Column, Entity, Model, funding_entity},
};

#[derive(Deserialize)]
struct Strand {
    code: String,
    name: String,
    periods: Vec<String>,
    funded_by: Vec<String>,
    note: Option<String>,
    verified: bool,
    source: Sources,
}

/// What strands refer to.
pub struct Owners<'a> {
    /// The periods.
    pub periods: &'a [funding_period::Model],
    /// The institutions.
    pub institutions: &'a [institution::Model],
}

/// Settles the strands and returns them.
pub async fn settle(writer: &mut Writer<'_>, owners: Owners<'_>) -> Result<Vec<Model>> {
    let entries: Vec<Strand> = file::read(include_str!("../../data/strands.json"))?;
    let mut rows = Vec::new();
    let mut payers = Vec::new();
    for entry in &entries {
        for code in &entry.periods {
            rows.push(Model {
                id: StrandId::fresh(),
                funding_period_id: period(owners.periods, code)?.id,
                code: entry.code.clone(),
                name: entry.name.clone(),
                note: entry.note.clone(),
                verified: entry.verified,
                source: entry.source.join(),
            });
            payers.push(&entry.funded_by);
        }
    }
    let strands = writer.settle::<Entity>(&[Column::FundingPeriodId, Column::Code], rows).await?;

    let mut fundings = Vec::new();
    for (strand, codes) in strands.iter().zip(payers) {
        for code in codes {
            let institution =
                file::named(owners.institutions, code, |institution| institution.code == *code)?;
            fundings.push(funding_entity::Model {
                id: StrandInstitutionId::fresh(),
                strand_id: strand.id,
                institution_id: institution.id,
            });
        }
    }
    let funding = [funding_entity::Column::StrandId, funding_entity::Column::InstitutionId];
    writer.settle_links::<funding_entity::Entity>(&funding, fundings).await?;
    Ok(strands)
}
