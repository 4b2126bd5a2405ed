//! Regional networks, their coordinators and districts.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::{
    file::{self, Sources},
    funding_period::named as period,
    writer::{REASON, Writer},
};
use crate::{
    Result, funding_period,
    id::{NetworkDistrictId, RegionalNetworkId, VersionId},
    organisation,
    regional_network::{Column, Entity, Model, district_entity},
};

#[derive(Deserialize)]
struct Network {
    code: String,
    period: String,
    name: String,
    coordinator: String,
    colour: String,
    members: Vec<Members>,
    source: Sources,
}

/// Districts whose membership rests on the same.
#[derive(Deserialize)]
struct Members {
    note: Option<String>,
    verified: bool,
    ags: Vec<String>,
}

/// What regional networks refer to.
pub struct Owners<'a> {
    /// The periods.
    pub periods: &'a [funding_period::Model],
    /// The organisations, coordinators included.
    pub organisations: &'a [organisation::Model],
}

fn read() -> Result<Vec<Network>> {
    file::read(include_str!("../../data/regional_networks.json"))
}

/// Codes of the organisations that coordinate a regional network.
pub fn coordinators() -> Result<BTreeSet<String>> {
    Ok(read()?.into_iter().map(|network| network.coordinator).collect())
}

/// Settles the regional networks and returns them.
pub async fn settle(writer: &mut Writer<'_>, owners: Owners<'_>) -> Result<Vec<Model>> {
    let entries = read()?;
    let mut rows = Vec::new();
    for entry in &entries {
        let coordinator =
            file::named(owners.organisations, &entry.coordinator, |owner| owner.code == entry.coordinator)?;
        rows.push(Model {
            version_id: VersionId::fresh(),
            id: RegionalNetworkId::fresh(),
            funding_period_id: period(owners.periods, &entry.period)?.id,
            code: entry.code.clone(),
            name: entry.name.clone(),
            coordinator_id: Some(coordinator.id),
            colour: entry.colour.clone(),
            source: entry.source.join(),
            recorded_at: writer.at,
            recorded_by: writer.by,
            reason: Some(REASON.to_owned()),
            superseded_at: None,
        });
    }
    let networks = writer.settle_versions::<Entity>(&[Column::FundingPeriodId, Column::Code], rows).await?;

    let mut districts = Vec::new();
    for (entry, network) in entries.into_iter().zip(&networks) {
        for members in entry.members {
            districts.extend(memberships(writer, network, members));
        }
    }
    let district = [district_entity::Column::FundingPeriodId, district_entity::Column::Ags];
    writer.settle_versions::<district_entity::Entity>(&district, districts).await?;
    Ok(networks)
}

fn memberships(writer: &Writer<'_>, network: &Model, members: Members) -> Vec<district_entity::Model> {
    let membership = |ags| district_entity::Model {
        version_id: VersionId::fresh(),
        id: NetworkDistrictId::fresh(),
        funding_period_id: network.funding_period_id,
        regional_network_id: network.id,
        ags,
        verified: members.verified,
        note: members.note.clone(),
        recorded_at: writer.at,
        recorded_by: writer.by,
        reason: Some(REASON.to_owned()),
        superseded_at: None,
    };
    members.ags.into_iter().map(membership).collect()
}
