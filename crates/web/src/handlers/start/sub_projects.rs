//! The sub-projects of a period, by regional network, with their offers.

use std::collections::HashMap;

use domain::{
    Domain, Result, funding_period,
    id::{OfferTypeId, OrganisationId, RegionalNetworkId, StrandId, SubProjectId},
    offer, offer_type, organisation, regional_network, strand,
    sub_project::{self, Query},
};
use texts::Language;

use super::years;
use crate::pages::{
    map::Colour,
    start::{Offer, SubProject, SubProjectGroup},
};

/// The sub-projects of a period in the groups of its networks; those of no network come last.
pub async fn grouped(
    domain: &Domain,
    (period, networks): (&funding_period::Model, &[regional_network::Model]),
    language: Language,
) -> Result<Vec<SubProjectGroup>> {
    let query = Query { period: Some(period.id), ..Query::default() };
    let mut rows = sub_project::store::all(&domain.db, &query).await?;
    rows.sort_by(|a, b| a.name.cmp(&b.name));
    let around = Around::read(domain, (period, &rows), language).await?;
    let group = |network: Option<&regional_network::Model>| {
        let of_network = |row: &&sub_project::Model| match network {
            Some(network) => row.regional_network_id == Some(network.id),
            None => !belongs(row.regional_network_id, networks),
        };
        SubProjectGroup {
            network: network.map(|network| network.name.clone()),
            colour: network.map_or(Colour::Grey, |network| Colour::named(&network.colour)),
            sub_projects: rows.iter().filter(of_network).map(|row| around.shown(row)).collect(),
        }
    };
    let groups = networks.iter().map(|network| group(Some(network))).chain([group(None)]);
    Ok(groups.filter(|group| !group.sub_projects.is_empty()).collect())
}

fn belongs(network: Option<RegionalNetworkId>, networks: &[regional_network::Model]) -> bool {
    networks.iter().any(|known| Some(known.id) == network)
}

/// What sub-projects refer to.
struct Around {
    organisations: HashMap<OrganisationId, String>,
    strands: HashMap<StrandId, String>,
    offers: HashMap<SubProjectId, Vec<Offer>>,
}

impl Around {
    async fn read(
        domain: &Domain,
        (period, rows): (&funding_period::Model, &[sub_project::Model]),
        language: Language,
    ) -> Result<Self> {
        let db = &domain.db;
        let organisations: Vec<OrganisationId> = rows.iter().filter_map(|row| row.organisation_id).collect();
        let organisations = organisation::store::by_ids(db, &organisations, None).await?;
        let strands = strand::store::of_periods(db, &[period.id]).await?;
        let ids: Vec<SubProjectId> = rows.iter().map(|row| row.id).collect();
        let types: HashMap<OfferTypeId, String> = offer_type::store::all(db)
            .await?
            .into_iter()
            .map(|row| (row.id, if language == Language::De { row.name_de } else { row.name_en }))
            .collect();
        let mut offers: HashMap<SubProjectId, Vec<Offer>> = HashMap::new();
        for row in offer::store::of_sub_projects(db, &ids, None).await? {
            let offer_type = types.get(&row.offer_type_id).cloned().unwrap_or_default();
            offers.entry(row.sub_project_id).or_default().push(Offer { name: row.name, offer_type });
        }
        Ok(Self {
            organisations: organisations.into_iter().map(|row| (row.id, row.name)).collect(),
            strands: strands.into_iter().map(|row| (row.id, row.name)).collect(),
            offers,
        })
    }

    fn shown(&self, row: &sub_project::Model) -> SubProject {
        SubProject {
            code: row.code.clone(),
            name: row.name.clone(),
            organisation: row.organisation_id.and_then(|id| self.organisations.get(&id).cloned()),
            city: row.city.clone(),
            strand: row.strand_id.and_then(|id| self.strands.get(&id).cloned()),
            years: row.starts_on.zip(row.ends_on).map(|(first, last)| years(first, last)),
            offers: self.offers.get(&row.id).cloned().unwrap_or_default(),
            invented: row.invented,
        }
    }
}
