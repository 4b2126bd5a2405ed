//! Institutions, their names and their roles in periods.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use super::{
    file::{self, Sources},
    funding_period::named as period,
    writer::Writer,
};
use crate::{
    Result, funding_period,
    id::{InstitutionId, InstitutionNameId, PeriodInstitutionId},
    institution::{self, Model, name_entity, role_entity},
};

#[derive(Deserialize)]
struct Institution {
    code: String,
    kind: String,
    names: Vec<Name>,
    /// Codes of periods by role.
    roles: BTreeMap<String, Vec<String>>,
    source: Sources,
}

#[derive(Deserialize)]
struct Name {
    name: String,
    valid_from: Option<NaiveDate>,
    valid_to: Option<NaiveDate>,
}

/// Settles the institutions and returns them.
pub async fn settle(writer: &mut Writer<'_>, periods: &[funding_period::Model]) -> Result<Vec<Model>> {
    let entries: Vec<Institution> = file::read(include_str!("../../data/institutions.json"))?;
    let rows = entries.iter().map(|entry| Model {
        id: InstitutionId::fresh(),
        code: entry.code.clone(),
        kind: entry.kind.clone(),
        source: entry.source.join(),
    });
    let institutions =
        writer.settle::<institution::Entity>(&[institution::Column::Code], rows.collect()).await?;

    let mut names = Vec::new();
    let mut roles = Vec::new();
    for (entry, institution) in entries.into_iter().zip(&institutions) {
        names.extend(entry.names.into_iter().map(|name| name_row(institution.id, name)));
        for (role, codes) in entry.roles {
            for code in codes {
                roles.push(role_entity::Model {
                    id: PeriodInstitutionId::fresh(),
                    funding_period_id: period(periods, &code)?.id,
                    institution_id: institution.id,
                    role: role.clone(),
                });
            }
        }
    }
    let name = [name_entity::Column::InstitutionId, name_entity::Column::ValidFrom];
    writer.settle_links::<name_entity::Entity>(&name, names).await?;
    let role =
        [role_entity::Column::FundingPeriodId, role_entity::Column::InstitutionId, role_entity::Column::Role];
    writer.settle_links::<role_entity::Entity>(&role, roles).await?;
    Ok(institutions)
}

fn name_row(institution_id: InstitutionId, name: Name) -> name_entity::Model {
    name_entity::Model {
        id: InstitutionNameId::fresh(),
        institution_id,
        name: name.name,
        valid_from: name.valid_from,
        valid_to: name.valid_to,
    }
}
