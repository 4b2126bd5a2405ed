//! The map: districts, and which regional network they belong to.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use domain::{
    Domain, Result, district, funding_period,
    id::{OrganisationId, RegionalNetworkId},
    organisation,
    regional_network::{self, district_entity},
};

use crate::pages::{
    map::{Colour, Frame},
    start::{Coverage, District, Membership, Network},
};

/// Regional networks came with the round of this year; before, the network covered Bavaria as one.
const REGIONAL_SINCE: i32 = 2023;

/// What the page needs of the map.
pub struct Map {
    /// How the network covers Bavaria.
    pub coverage: Coverage,
    /// Value of the map's `viewBox`.
    pub view_box: String,
    /// The districts, by AGS.
    pub districts: Vec<District>,
    /// The day of the population figures.
    pub population_on: Option<NaiveDate>,
    /// The regional networks, by code.
    pub networks: Vec<regional_network::Model>,
}

/// The map of a period.
pub async fn drawn(domain: &Domain, period: &funding_period::Model) -> Result<Map> {
    let db = &domain.db;
    let networks = regional_network::store::of_periods(db, &[period.id], None).await?;
    let memberships = regional_network::store::districts_in_periods(db, &[period.id], None).await?;
    let rows = district::store::all(db).await?;
    let outlines = rows.iter().map(district::Model::polygons).collect::<Result<Vec<_>>>()?;
    let frame = Frame::around(&outlines);
    let belonging = Belonging::new(&networks, &memberships);
    let coverage = if !networks.is_empty() {
        let coordinators = coordinators(domain, &networks).await?;
        let network = |row| belonging.network(row, &rows, &coordinators);
        Coverage::Regional(networks.iter().map(network).collect())
    } else if period.starts_on.year() < REGIONAL_SINCE {
        Coverage::Single
    } else {
        Coverage::Unknown
    };
    let path = |outline| frame.as_ref().map(|frame| frame.path(outline)).unwrap_or_default();
    let drawn = rows.iter().zip(&outlines).map(|(row, outline)| District {
        ags: row.ags.clone(),
        name: row.name.clone(),
        kind: row.kind.clone(),
        nuts3: row.nuts3.clone(),
        population: row.population,
        membership: belonging.membership(&row.ags),
        path: path(outline),
    });
    Ok(Map {
        coverage,
        view_box: frame.as_ref().map(Frame::view_box).unwrap_or_default(),
        districts: drawn.collect(),
        population_on: rows.first().map(|row| row.population_on),
        networks: networks.clone(),
    })
}

async fn coordinators(
    domain: &Domain,
    networks: &[regional_network::Model],
) -> Result<HashMap<OrganisationId, String>> {
    let ids: Vec<OrganisationId> = networks.iter().filter_map(|network| network.coordinator_id).collect();
    let rows = organisation::store::by_ids(&domain.db, &ids, None).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// Which district belongs to which network.
struct Belonging<'a> {
    networks: HashMap<RegionalNetworkId, &'a regional_network::Model>,
    memberships: HashMap<&'a str, &'a district_entity::Model>,
}

impl<'a> Belonging<'a> {
    fn new(networks: &'a [regional_network::Model], memberships: &'a [district_entity::Model]) -> Self {
        Self {
            networks: networks.iter().map(|network| (network.id, network)).collect(),
            memberships: memberships.iter().map(|row| (row.ags.as_str(), row)).collect(),
        }
    }

    fn membership(&self, ags: &str) -> Option<Membership> {
        let row = self.memberships.get(ags)?;
        let network = self.networks.get(&row.regional_network_id)?;
        Some(Membership {
            network: network.name.clone(),
            colour: Colour::named(&network.colour),
            verified: row.verified,
        })
    }

    fn network(
        &self,
        row: &regional_network::Model,
        districts: &[district::Model],
        coordinators: &HashMap<OrganisationId, String>,
    ) -> Network {
        let belongs = |district: &&district::Model| {
            let membership = self.memberships.get(district.ags.as_str());
            membership.is_some_and(|membership| membership.regional_network_id == row.id)
        };
        let own: Vec<_> = districts.iter().filter(belongs).collect();
        Network {
            name: row.name.clone(),
            coordinator: row.coordinator_id.and_then(|id| coordinators.get(&id).cloned()),
            colour: Colour::named(&row.colour),
            districts: own.len(),
            population: own.iter().map(|district| district.population).sum(),
        }
    }
}
