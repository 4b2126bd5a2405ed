//! Sub-projects.

mod filter;

use std::collections::HashMap;

use async_graphql::{Context, ID, Object, dataloader::Loader};
use domain::{
    id::{OrganisationId, RegionalNetworkId, SubProjectId},
    sub_project::{self, Model, Query},
};
pub use filter::SubProjectFilter;

use crate::{
    access::Access,
    caller::Called,
    connection::{Connection, Wanted, page_size},
    district::{Ags, District},
    error::{ApiError, Result},
    figure::RegionCategory,
    funding_period::FundingPeriod,
    id::{self, Kind},
    loader::{AsOf, HistoryOf, KnownAt, Reads, by_moment},
    offer::{OfSubProject, Offer},
    organisation::Organisation,
    regional_network::RegionalNetwork,
    scalar::{Date, DateTime},
    stored,
    strand::Strand,
};

/// A sub-project and the moment it is shown as of.
#[derive(Clone)]
pub struct SubProject {
    /// The row.
    pub row: Model,
    /// What it is shown as of.
    pub known_at: KnownAt,
}

/// A sub-project (Teilprojekt until 2022, Teilvorhaben since).
#[Object]
impl SubProject {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id::encode(Kind::SubProject, self.row.id.0)
    }

    /// Code.
    async fn code(&self) -> &str {
        &self.row.code
    }

    /// Name.
    async fn name(&self) -> &str {
        &self.row.name
    }

    /// Its funding period.
    async fn funding_period(&self, ctx: &Context<'_>) -> Result<FundingPeriod> {
        let row = ctx.loaders().find(self.row.funding_period_id).await?;
        let row = row.ok_or_else(|| ApiError::not_found("funding_period"))?;
        Ok(FundingPeriod { row, known_at: self.known_at })
    }

    /// Who runs it (Träger), if known.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        let Some(key) = self.row.organisation_id else { return Ok(None) };
        let row = ctx.loaders().find(AsOf { key, known_at: self.known_at }).await?;
        Ok(row.map(|row| Organisation { row, known_at: self.known_at }))
    }

    /// The regional network, if it belongs to one.
    async fn regional_network(&self, ctx: &Context<'_>) -> Result<Option<RegionalNetwork>> {
        let Some(key) = self.row.regional_network_id else { return Ok(None) };
        let row = ctx.loaders().find(AsOf { key, known_at: self.known_at }).await?;
        Ok(row.map(|row| RegionalNetwork { row, known_at: self.known_at }))
    }

    /// The strand (Handlungsschwerpunkt), if known.
    async fn strand(&self, ctx: &Context<'_>) -> Result<Option<Strand>> {
        let Some(key) = self.row.strand_id else { return Ok(None) };
        Ok(ctx.loaders().find(key).await?.map(Strand))
    }

    /// Its offers (Angebote), by code.
    #[graphql(complexity = "5 * child_complexity")]
    async fn offers(&self, ctx: &Context<'_>) -> Result<Vec<Offer>> {
        let key = AsOf { key: OfSubProject(self.row.id), known_at: self.known_at };
        let rows = ctx.loaders().list(key).await?;
        Ok(rows.into_iter().map(|row| Offer { row, known_at: self.known_at }).collect())
    }

    /// What has held of it, day after day, the oldest first: a sub-project that moved keeps its former regional network
    /// for the time before.
    #[graphql(complexity = "2 * child_complexity")]
    async fn history(&self, ctx: &Context<'_>) -> Result<Vec<SubProjectVersion>> {
        let key = AsOf { key: HistoryOf(self.row.id), known_at: self.known_at };
        let rows = ctx.loaders().list(key).await?;
        Ok(rows.into_iter().map(|row| SubProjectVersion { row, known_at: self.known_at }).collect())
    }

    /// Category of region of its financial allocation.
    async fn region_category(&self) -> Result<RegionCategory> {
        let category: sub_project::RegionCategory =
            stored::code(&self.row.region_category, ("sub_project", "region_category"))?;
        Ok(category.into())
    }

    /// First day.
    async fn starts_on(&self) -> Option<Date> {
        self.row.starts_on.map(Date)
    }

    /// Last day.
    async fn ends_on(&self) -> Option<Date> {
        self.row.ends_on.map(Date)
    }

    /// Place.
    async fn city(&self) -> Option<&str> {
        self.row.city.as_deref()
    }

    /// Its district, if known.
    async fn district(&self, ctx: &Context<'_>) -> Result<Option<District>> {
        let Some(ags) = self.row.ags.clone() else { return Ok(None) };
        Ok(ctx.loaders().find(Ags(ags)).await?.map(District))
    }

    /// Codes of the voluntary indicators that are a condition for taking part (Zielgruppe).
    async fn target_group(&self) -> Vec<&str> {
        self.row.target_group.split(';').map(str::trim).filter(|code| !code.is_empty()).collect()
    }

    /// Reference of the grant (Förderkennzeichen).
    async fn grant_reference(&self) -> Option<&str> {
        self.row.grant_reference.as_deref()
    }

    /// Whether it is an invented demonstration entry.
    async fn invented(&self) -> bool {
        self.row.invented
    }

    /// What is assumed about it.
    async fn note(&self) -> Option<&str> {
        self.row.note.as_deref()
    }
}

/// A page of sub-projects, by code; `page` is `first` and `after`.
pub async fn connection(
    ctx: &Context<'_>,
    query: Query,
    page: (Option<i32>, Option<String>),
) -> Result<Connection<SubProject>> {
    let known_at = query.known_at;
    let domain = ctx.caller().domain.clone();
    let wanted = Wanted::<(String, SubProjectId)>::new("subProjects", page)?;
    let rows = sub_project::store::page(&domain.db, &query, &wanted.page()).await?;
    let key = |row: &Model| (row.code.clone(), row.id);
    let page = wanted.shown(rows, key, |row| SubProject { row, known_at });
    Ok(page.counted_by(move || {
        let (domain, query) = (domain.clone(), query.clone());
        Box::pin(async move { sub_project::store::count(&domain.db, &query).await })
    }))
}

/// What held of a sub-project for a time.
pub struct SubProjectVersion {
    row: Model,
    known_at: KnownAt,
}

/// What held of a sub-project (Teilprojekt, Teilvorhaben) for a time.
#[Object]
impl SubProjectVersion {
    /// Name.
    async fn name(&self) -> &str {
        &self.row.name
    }

    /// Who ran it (Träger), if known.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Option<Organisation>> {
        let Some(key) = self.row.organisation_id else { return Ok(None) };
        let row = ctx.loaders().find(AsOf { key, known_at: self.known_at }).await?;
        Ok(row.map(|row| Organisation { row, known_at: self.known_at }))
    }

    /// The regional network, if it belonged to one.
    async fn regional_network(&self, ctx: &Context<'_>) -> Result<Option<RegionalNetwork>> {
        let Some(key) = self.row.regional_network_id else { return Ok(None) };
        let row = ctx.loaders().find(AsOf { key, known_at: self.known_at }).await?;
        Ok(row.map(|row| RegionalNetwork { row, known_at: self.known_at }))
    }

    /// First day; null when it has always held.
    async fn valid_from(&self) -> Option<Date> {
        self.row.valid_from.map(Date)
    }

    /// First day on which it no longer held; null while it holds.
    async fn valid_until(&self) -> Option<Date> {
        self.row.valid_until.map(Date)
    }
}

impl Loader<AsOf<HistoryOf<SubProjectId>>> for Reads {
    type Value = Vec<Model>;
    type Error = ApiError;

    async fn load(
        &self,
        keys: &[AsOf<HistoryOf<SubProjectId>>],
    ) -> Result<HashMap<AsOf<HistoryOf<SubProjectId>>, Vec<Model>>> {
        let mut found: HashMap<_, Vec<Model>> = HashMap::new();
        for (known_at, histories) in by_moment(keys) {
            let ids: Vec<SubProjectId> = histories.iter().map(|key| key.0).collect();
            for row in sub_project::store::histories(&self.domain.db, &ids, known_at).await? {
                found.entry(AsOf { key: HistoryOf(row.id), known_at }).or_default().push(row);
            }
        }
        Ok(found)
    }
}

impl Loader<AsOf<SubProjectId>> for Reads {
    type Value = Model;
    type Error = ApiError;

    async fn load(&self, keys: &[AsOf<SubProjectId>]) -> Result<HashMap<AsOf<SubProjectId>, Model>> {
        let mut found = HashMap::new();
        for (known_at, ids) in by_moment(keys) {
            let rows = sub_project::store::by_ids(&self.domain.db, &ids, known_at).await?;
            found.extend(rows.into_iter().map(|row| (AsOf { key: row.id, known_at }, row)));
        }
        Ok(found)
    }
}

/// The sub-projects of a regional network.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct OfNetwork(pub RegionalNetworkId);

impl Loader<AsOf<OfNetwork>> for Reads {
    type Value = Vec<Model>;
    type Error = ApiError;

    async fn load(&self, keys: &[AsOf<OfNetwork>]) -> Result<HashMap<AsOf<OfNetwork>, Vec<Model>>> {
        let mut found: HashMap<_, Vec<Model>> = HashMap::new();
        for (known_at, networks) in by_moment(keys) {
            let ids: Vec<RegionalNetworkId> = networks.iter().map(|key| key.0).collect();
            for row in sub_project::store::of_networks(&self.domain.db, &ids, known_at).await? {
                let Some(network) = row.regional_network_id else { continue };
                found.entry(AsOf { key: OfNetwork(network), known_at }).or_default().push(row);
            }
        }
        Ok(found)
    }
}

/// The sub-projects of an organisation.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct OfOrganisation(pub OrganisationId);

impl Loader<AsOf<OfOrganisation>> for Reads {
    type Value = Vec<Model>;
    type Error = ApiError;

    async fn load(&self, keys: &[AsOf<OfOrganisation>]) -> Result<HashMap<AsOf<OfOrganisation>, Vec<Model>>> {
        let mut found: HashMap<_, Vec<Model>> = HashMap::new();
        for (known_at, organisations) in by_moment(keys) {
            let ids: Vec<OrganisationId> = organisations.iter().map(|key| key.0).collect();
            for row in sub_project::store::of_organisations(&self.domain.db, &ids, known_at).await? {
                let Some(organisation) = row.organisation_id else { continue };
                found.entry(AsOf { key: OfOrganisation(organisation), known_at }).or_default().push(row);
            }
        }
        Ok(found)
    }
}

/// The part of the query root about sub-projects.
#[derive(Default)]
pub struct SubProjectQuery;

#[Object]
impl SubProjectQuery {
    /// Sub-projects, by code.
    #[graphql(guard = "Access::Public", complexity = "page_size(first) * child_complexity + 1")]
    async fn sub_projects(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when not said.")] first: Option<i32>,
        #[graphql(desc = "Behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Which ones; null means all.")] filter: Option<SubProjectFilter>,
        #[graphql(desc = "As known at this moment; null means now.")] known_at: Option<DateTime>,
    ) -> Result<Connection<SubProject>> {
        let known_at = known_at.map(|at| at.0);
        let query = filter.unwrap_or_default().query(&ctx.caller().domain, known_at).await?;
        connection(ctx, query, (first, after)).await
    }

    /// The sub-project with a code.
    #[graphql(guard = "Access::Public")]
    async fn sub_project(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its code.")] code: String,
        #[graphql(desc = "As known at this moment; null means now.")] known_at: Option<DateTime>,
    ) -> Result<Option<SubProject>> {
        let known_at = known_at.map(|at| at.0);
        let rows = sub_project::store::by_codes(&ctx.caller().domain.db, &[code], known_at).await?;
        let row = rows.into_iter().next().ok_or_else(|| ApiError::not_found("sub_project"))?;
        Ok(Some(SubProject { row, known_at }))
    }
}
