//! Regional networks and their districts.

use std::collections::HashMap;

use async_graphql::{Context, ID, Object, dataloader::Loader};
use domain::{
    id::{FundingPeriodId, OrganisationId, RegionalNetworkId},
    regional_network::{self, Model, district_entity},
};

use crate::{
    caller::Called,
    district::{Ags, District},
    error::{ApiError, Result},
    funding_period::FundingPeriod,
    id::{self, Kind},
    loader::{AsOf, KnownAt, Reads, by_moment, grouped},
    organisation::Organisation,
    sub_project::{OfNetwork, SubProject},
};

/// A regional network and the moment it is shown as of.
#[derive(Clone)]
pub struct RegionalNetwork {
    /// The row.
    pub row: Model,
    /// What it is shown as of.
    pub known_at: KnownAt,
}

/// A regional network of a funding period (Regionales Integrationsnetzwerk).
#[Object]
impl RegionalNetwork {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id::encode(Kind::RegionalNetwork, self.row.id.0)
    }

    /// Code, unique in the funding period.
    async fn code(&self) -> &str {
        &self.row.code
    }

    /// Name.
    async fn name(&self) -> &str {
        &self.row.name
    }

    /// Colour on the map: `green`, `red`, `yellow`, `blue`, `violet` or `grey`.
    async fn colour(&self) -> &str {
        &self.row.colour
    }

    /// Where the information is from.
    async fn source(&self) -> &str {
        &self.row.source
    }

    /// Its funding period.
    async fn funding_period(&self, ctx: &Context<'_>) -> Result<FundingPeriod> {
        let row = ctx.loaders().find(self.row.funding_period_id).await?;
        let row = row.ok_or_else(|| ApiError::not_found("funding_period"))?;
        Ok(FundingPeriod { row, known_at: self.known_at })
    }

    /// The coordinating organisation (Koordination), if known.
    async fn coordinator(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        let Some(key) = self.row.coordinator_id else { return Ok(None) };
        let row = ctx.loaders().find(AsOf { key, known_at: self.known_at }).await?;
        Ok(row.map(|row| Organisation { row, known_at: self.known_at }))
    }

    /// Its districts, by AGS.
    #[graphql(complexity = "25 * child_complexity")]
    async fn districts(&self, ctx: &Context<'_>) -> Result<Vec<NetworkDistrict>> {
        let key = AsOf { key: DistrictsOf(self.row.id), known_at: self.known_at };
        let memberships = ctx.loaders().list(key).await?;
        let ags = memberships.iter().map(|row| Ags(row.ags.clone())).collect();
        let mut districts = ctx.loaders().all(ags).await?;
        let together = |membership: district_entity::Model| {
            let district = districts.remove(&Ags(membership.ags.clone()))?;
            Some(NetworkDistrict { district: District(district), membership })
        };
        Ok(memberships.into_iter().filter_map(together).collect())
    }

    /// Its sub-projects, by code.
    #[graphql(complexity = "10 * child_complexity")]
    async fn sub_projects(&self, ctx: &Context<'_>) -> Result<Vec<SubProject>> {
        let key = AsOf { key: OfNetwork(self.row.id), known_at: self.known_at };
        let rows = ctx.loaders().list(key).await?;
        Ok(rows.into_iter().map(|row| SubProject { row, known_at: self.known_at }).collect())
    }
}

/// A district belonging to a regional network.
pub struct NetworkDistrict {
    district: District,
    membership: district_entity::Model,
}

/// A district belonging to a regional network, and what its membership rests on.
#[Object]
impl NetworkDistrict {
    /// The district.
    #[graphql(flatten)]
    async fn district(&self) -> &District {
        &self.district
    }

    /// Whether a source confirms that it belongs to the network.
    async fn verified(&self) -> bool {
        self.membership.verified
    }

    /// What the membership rests on.
    async fn note(&self) -> Option<&str> {
        self.membership.note.as_deref()
    }
}

impl Loader<AsOf<RegionalNetworkId>> for Reads {
    type Value = Model;
    type Error = ApiError;

    async fn load(
        &self,
        keys: &[AsOf<RegionalNetworkId>],
    ) -> Result<HashMap<AsOf<RegionalNetworkId>, Model>> {
        let mut found = HashMap::new();
        for (known_at, ids) in by_moment(keys) {
            let rows = regional_network::store::by_ids(&self.domain.db, &ids, known_at).await?;
            found.extend(rows.into_iter().map(|row| (AsOf { key: row.id, known_at }, row)));
        }
        Ok(found)
    }
}

/// The regional networks of a period.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct InPeriod(pub FundingPeriodId);

impl Loader<AsOf<InPeriod>> for Reads {
    type Value = Vec<Model>;
    type Error = ApiError;

    async fn load(&self, keys: &[AsOf<InPeriod>]) -> Result<HashMap<AsOf<InPeriod>, Vec<Model>>> {
        let mut found = HashMap::new();
        for (known_at, periods) in by_moment(keys) {
            let ids: Vec<FundingPeriodId> = periods.iter().map(|period| period.0).collect();
            let rows = regional_network::store::of_periods(&self.domain.db, &ids, known_at).await?;
            found.extend(grouped(rows, |row| AsOf { key: InPeriod(row.funding_period_id), known_at }));
        }
        Ok(found)
    }
}

/// The regional networks that an organisation coordinates.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct CoordinatedBy(pub OrganisationId);

impl Loader<AsOf<CoordinatedBy>> for Reads {
    type Value = Vec<Model>;
    type Error = ApiError;

    async fn load(&self, keys: &[AsOf<CoordinatedBy>]) -> Result<HashMap<AsOf<CoordinatedBy>, Vec<Model>>> {
        let mut found: HashMap<_, Vec<Model>> = HashMap::new();
        for (known_at, organisations) in by_moment(keys) {
            let ids: Vec<OrganisationId> = organisations.iter().map(|key| key.0).collect();
            for row in regional_network::store::coordinated_by(&self.domain.db, &ids, known_at).await? {
                let Some(coordinator) = row.coordinator_id else { continue };
                found.entry(AsOf { key: CoordinatedBy(coordinator), known_at }).or_default().push(row);
            }
        }
        Ok(found)
    }
}

/// The districts of a regional network.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct DistrictsOf(RegionalNetworkId);

impl Loader<AsOf<DistrictsOf>> for Reads {
    type Value = Vec<district_entity::Model>;
    type Error = ApiError;

    async fn load(&self, keys: &[AsOf<DistrictsOf>]) -> Result<HashMap<AsOf<DistrictsOf>, Self::Value>> {
        let mut found = HashMap::new();
        for (known_at, networks) in by_moment(keys) {
            let ids: Vec<RegionalNetworkId> = networks.iter().map(|key| key.0).collect();
            let rows = regional_network::store::districts_of(&self.domain.db, &ids, known_at).await?;
            found.extend(grouped(rows, |row| AsOf { key: DistrictsOf(row.regional_network_id), known_at }));
        }
        Ok(found)
    }
}
