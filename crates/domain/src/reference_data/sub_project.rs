//! Sub-projects of the demonstration network and their offers.

use chrono::NaiveDate;
use serde::Deserialize;

use super::{
    file,
    funding_period::named as period,
    writer::{REASON, Writer},
};
use crate::{
    Result, funding_period,
    id::{OfferId, SubProjectId, VersionId},
    offer, offer_type, organisation, regional_network, strand,
    sub_project::{Column, Entity, Model, RegionCategory},
};

#[derive(Deserialize)]
struct SubProject {
    code: String,
    name: String,
    period: String,
    organisation: Option<String>,
    network: Option<String>,
    strand: Option<String>,
    starts_on: Option<NaiveDate>,
    ends_on: Option<NaiveDate>,
    city: Option<String>,
    ags: Option<String>,
    note: Option<String>,
    offers: Vec<Offer>,
    #[serde(default)]
    invented: bool,
}

/// Codes of all sub-projects of the file.
pub fn codes() -> Result<Vec<String>> {
    let entries: Vec<SubProject> = file::read(include_str!("../../data/sub_projects.json"))?;
    Ok(entries.into_iter().map(|entry| entry.code).collect())
}

#[derive(Deserialize)]
struct Offer {
    code: String,
    #[serde(rename = "type")]
    offer_type: String,
    name: String,
    mode: Option<String>,
    description: Option<String>,
}

/// What sub-projects and offers refer to.
pub struct Owners<'a> {
    /// The periods.
    pub periods: &'a [funding_period::Model],
    /// The organisations.
    pub organisations: &'a [organisation::Model],
    /// The regional networks.
    pub networks: &'a [regional_network::Model],
    /// The strands.
    pub strands: &'a [strand::Model],
    /// The offer types.
    pub offer_types: &'a [offer_type::Model],
}

/// Settles the sub-projects and their offers.
pub async fn settle(writer: &mut Writer<'_>, owners: Owners<'_>) -> Result<()> {
    let entries: Vec<SubProject> = file::read(include_str!("../../data/sub_projects.json"))?;
    let rows = entries.iter().map(|entry| row(writer, &owners, entry)).collect::<Result<Vec<Model>>>()?;
    let sub_projects = writer.settle_versions::<Entity>(&[Column::Code], rows).await?;

    let mut offers = Vec::new();
    for (entry, sub_project) in entries.into_iter().zip(&sub_projects) {
        for entry in entry.offers {
            let offer_type =
                file::named(owners.offer_types, &entry.offer_type, |known| known.code == entry.offer_type)?;
            offers.push(offer::Model {
                version_id: VersionId::fresh(),
                id: OfferId::fresh(),
                code: entry.code,
                sub_project_id: sub_project.id,
                offer_type_id: offer_type.id,
                name: entry.name,
                mode: entry.mode,
                description: entry.description,
                starts_on: sub_project.starts_on,
                ends_on: sub_project.ends_on,
                recorded_at: writer.at,
                recorded_by: writer.by,
                reason: Some(REASON.to_owned()),
                superseded_at: None,
            });
        }
    }
    writer.settle_versions::<offer::Entity>(&[offer::Column::Code], offers).await?;
    Ok(())
}

fn row(writer: &Writer<'_>, owners: &Owners<'_>, entry: &SubProject) -> Result<Model> {
    let period = period(owners.periods, &entry.period)?.id;
    let organisation = entry
        .organisation
        .as_deref()
        .map(|code| file::named(owners.organisations, code, |known| known.code == code));
    let network = entry.network.as_deref().map(|code| {
        file::named(owners.networks, code, |known| known.code == code && known.funding_period_id == period)
    });
    let strand = entry.strand.as_deref().map(|code| {
        file::named(owners.strands, code, |known| known.code == code && known.funding_period_id == period)
    });
    Ok(Model {
        version_id: VersionId::fresh(),
        id: SubProjectId::fresh(),
        code: entry.code.clone(),
        name: entry.name.clone(),
        funding_period_id: period,
        organisation_id: organisation.transpose()?.map(|known| known.id),
        regional_network_id: network.transpose()?.map(|known| known.id),
        strand_id: strand.transpose()?.map(|known| known.id),
        region_category: RegionCategory::MoreDeveloped.as_str().to_owned(),
        starts_on: entry.starts_on,
        ends_on: entry.ends_on,
        city: entry.city.clone(),
        ags: entry.ags.clone(),
        target_group: String::new(),
        grant_reference: None,
        invented: entry.invented,
        valid_from: None,
        valid_until: None,
        note: entry.note.clone(),
        recorded_at: writer.at,
        recorded_by: writer.by,
        reason: Some(REASON.to_owned()),
        superseded_at: None,
    })
}
