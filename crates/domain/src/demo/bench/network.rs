//! Organisations and sub-projects to measure with.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};

use super::Tier;
use crate::{
    Domain, Error, Result, bulk,
    demo::PERIOD,
    funding_period,
    id::{FundingPeriodId, OrganisationId, RegionalNetworkId, RequestId, SubProjectId, VersionId},
    organisation, regional_network, sub_project,
};

/// Codes of generated sub-projects begin with this; a number of four digits follows.
pub const SUB_PROJECT: &str = "BENCH-";
/// Codes of generated organisations begin with this.
pub(super) const ORGANISATION: &str = "BENCH-O-";

/// A sub-project with its period.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub period: FundingPeriodId,
    pub sub_project: SubProjectId,
    pub number: usize,
}

/// Makes the sub-projects, spread over the period's networks.
pub(super) async fn make(domain: &Domain, tier: Tier, at: DateTime<Utc>) -> Result<Vec<Place>> {
    let db = &domain.db;
    let period =
        funding_period::store::by_code(db, PERIOD).await?.ok_or(Error::NotFound("funding_period"))?;
    let of_period = regional_network::Column::FundingPeriodId.eq(period.id);
    let mut networks = regional_network::Entity::find().filter(of_period).all(db).await?;
    networks.sort_by(|a, b| a.code.cmp(&b.code));
    let mut organisations = Vec::new();
    let mut sub_projects = Vec::new();
    let mut places = Vec::new();
    for number in 1..=tier.sub_projects() {
        let organisation = organisation(number, at);
        let network = networks.get(number % networks.len().max(1)).map(|network| network.id);
        let sub_project = sub_project(number, (period.id, network, organisation.id), at);
        places.push(Place { period: period.id, sub_project: sub_project.id, number });
        organisations.push(organisation.into_active_model());
        sub_projects.push(sub_project.into_active_model());
    }
    bulk::insert(db, organisations).await?;
    bulk::insert(db, sub_projects).await?;
    Ok(places)
}

fn organisation(number: usize, at: DateTime<Utc>) -> organisation::Model {
    organisation::Model {
        version_id: VersionId::fresh(),
        id: OrganisationId::fresh(),
        code: format!("{ORGANISATION}{number:04}"),
        name: format!("Messträger {number:04}"),
        kind: Some("free_provider".to_owned()),
        city: None,
        ags: None,
        website: None,
        invented: true,
        valid_from: None,
        valid_until: None,
        recorded_at: at,
        recorded_by: RequestId::fresh(),
        reason: None,
        superseded_at: None,
    }
}

fn sub_project(
    number: usize,
    (period, network, organisation): (FundingPeriodId, Option<RegionalNetworkId>, OrganisationId),
    at: DateTime<Utc>,
) -> sub_project::Model {
    sub_project::Model {
        version_id: VersionId::fresh(),
        id: SubProjectId::fresh(),
        code: format!("{SUB_PROJECT}{number:04}"),
        name: format!("Messvorhaben {number:04}"),
        funding_period_id: period,
        organisation_id: Some(organisation),
        regional_network_id: network,
        strand_id: None,
        region_category: "MORE_DEVELOPED".to_owned(),
        starts_on: None,
        ends_on: None,
        city: None,
        ags: None,
        target_group: String::new(),
        grant_reference: None,
        invented: true,
        valid_from: None,
        valid_until: None,
        note: None,
        recorded_at: at,
        recorded_by: RequestId::fresh(),
        reason: None,
        superseded_at: None,
    }
}
