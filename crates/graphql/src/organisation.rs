//! Organisations that run sub-projects.

use std::collections::HashMap;

use async_graphql::{Context, Enum, ID, Object, dataloader::Loader};
use domain::{
    id::OrganisationId,
    organisation::{self, Model},
};

use crate::{
    access::Access,
    caller::Called,
    connection::{Connection, Wanted, page_size},
    district::{Ags, District},
    error::{ApiError, Result},
    id::{self, Kind},
    loader::{AsOf, HistoryOf, KnownAt, Reads, by_moment},
    regional_network::{CoordinatedBy, RegionalNetwork},
    scalar::{Date, DateTime},
    stored,
    sub_project::{OfOrganisation, SubProject},
};

/// What kind of body an organisation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "organisation::Kind")]
pub enum OrganisationKind {
    /// University (Universität).
    University,
    /// University of applied sciences (Hochschule für angewandte Wissenschaften).
    UniversityOfAppliedSciences,
    /// Chamber (Kammer).
    Chamber,
    /// Technical school (Fachschule).
    TechnicalSchool,
    /// Company (Unternehmen).
    Company,
    /// Independent provider of training (Freier Bildungsträger).
    FreeProvider,
    /// Municipality (Kommune).
    Municipality,
    /// Migrant organisation (Migrantenorganisation).
    MigrantOrganisation,
    /// Association (Verein, Verband).
    Association,
    /// Another public body (öffentliche Stelle).
    PublicBody,
    /// Anything else.
    Other,
}

/// An organisation and the moment it is shown as of.
#[derive(Clone)]
pub struct Organisation {
    /// The row.
    pub row: Model,
    /// What it is shown as of.
    pub known_at: KnownAt,
}

/// An organisation (Träger).
#[Object]
impl Organisation {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id::encode(Kind::Organisation, self.row.id.0)
    }

    /// Code.
    async fn code(&self) -> &str {
        &self.row.code
    }

    /// Name.
    async fn name(&self) -> &str {
        &self.row.name
    }

    /// What kind of body it is, if known.
    async fn kind(&self) -> Result<Option<OrganisationKind>> {
        let kind = self.row.kind.as_deref();
        kind.map(|code| stored::code::<organisation::Kind>(code, ("organisation", "kind")).map(Into::into))
            .transpose()
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

    /// Website.
    async fn website(&self) -> Option<&str> {
        self.row.website.as_deref()
    }

    /// Whether it is an invented demonstration entry.
    async fn invented(&self) -> bool {
        self.row.invented
    }

    /// What has held of it, day after day, the oldest first: an organisation that was renamed keeps its former name for
    /// the time before.
    #[graphql(complexity = "2 * child_complexity")]
    async fn history(&self, ctx: &Context<'_>) -> Result<Vec<OrganisationVersion>> {
        let key = AsOf { key: HistoryOf(self.row.id), known_at: self.known_at };
        Ok(ctx.loaders().list(key).await?.into_iter().map(OrganisationVersion).collect())
    }

    /// The sub-projects it runs or ran, by code.
    #[graphql(complexity = "10 * child_complexity")]
    async fn sub_projects(&self, ctx: &Context<'_>) -> Result<Vec<SubProject>> {
        let key = AsOf { key: OfOrganisation(self.row.id), known_at: self.known_at };
        let rows = ctx.loaders().list(key).await?;
        Ok(rows.into_iter().map(|row| SubProject { row, known_at: self.known_at }).collect())
    }

    /// The regional networks it coordinates or coordinated, by code.
    #[graphql(complexity = "2 * child_complexity")]
    async fn coordinates(&self, ctx: &Context<'_>) -> Result<Vec<RegionalNetwork>> {
        let key = AsOf { key: CoordinatedBy(self.row.id), known_at: self.known_at };
        let rows = ctx.loaders().list(key).await?;
        Ok(rows.into_iter().map(|row| RegionalNetwork { row, known_at: self.known_at }).collect())
    }
}

/// What held of an organisation for a time.
pub struct OrganisationVersion(Model);

/// What held of an organisation (Träger) for a time.
#[Object]
impl OrganisationVersion {
    /// Name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Place.
    async fn city(&self) -> Option<&str> {
        self.0.city.as_deref()
    }

    /// First day; null when it has always held.
    async fn valid_from(&self) -> Option<Date> {
        self.0.valid_from.map(Date)
    }

    /// First day on which it no longer held; null while it holds.
    async fn valid_until(&self) -> Option<Date> {
        self.0.valid_until.map(Date)
    }
}

impl Loader<AsOf<HistoryOf<OrganisationId>>> for Reads {
    type Value = Vec<Model>;
    type Error = ApiError;

    async fn load(
        &self,
        keys: &[AsOf<HistoryOf<OrganisationId>>],
    ) -> Result<HashMap<AsOf<HistoryOf<OrganisationId>>, Vec<Model>>> {
        let mut found: HashMap<_, Vec<Model>> = HashMap::new();
        for (known_at, histories) in by_moment(keys) {
            let ids: Vec<OrganisationId> = histories.iter().map(|key| key.0).collect();
            for row in organisation::store::histories(&self.domain.db, &ids, known_at).await? {
                found.entry(AsOf { key: HistoryOf(row.id), known_at }).or_default().push(row);
            }
        }
        Ok(found)
    }
}

impl Loader<AsOf<OrganisationId>> for Reads {
    type Value = Model;
    type Error = ApiError;

    async fn load(&self, keys: &[AsOf<OrganisationId>]) -> Result<HashMap<AsOf<OrganisationId>, Model>> {
        let mut found = HashMap::new();
        for (known_at, ids) in by_moment(keys) {
            let rows = organisation::store::by_ids(&self.domain.db, &ids, known_at).await?;
            found.extend(rows.into_iter().map(|row| (AsOf { key: row.id, known_at }, row)));
        }
        Ok(found)
    }
}

/// The part of the query root about organisations.
#[derive(Default)]
pub struct OrganisationQuery;

#[Object]
impl OrganisationQuery {
    /// Organisations, by name.
    #[graphql(guard = "Access::Public", complexity = "page_size(first) * child_complexity + 1")]
    async fn organisations(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when not said.")] first: Option<i32>,
        #[graphql(desc = "Behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Words in the present or a former name.")] search: Option<String>,
        #[graphql(desc = "As known at this moment; null means now.")] known_at: Option<DateTime>,
    ) -> Result<Connection<Organisation>> {
        let known_at = known_at.map(|at| at.0);
        let domain = ctx.caller().domain.clone();
        let wanted = Wanted::<(String, OrganisationId)>::new("organisations", (first, after))?;
        let query = organisation::Query { known_at, named: search };
        let rows = organisation::store::page(&domain.db, &query, &wanted.page()).await?;
        let key = |row: &Model| (row.name.clone(), row.id);
        let page = wanted.shown(rows, key, |row| Organisation { row, known_at });
        Ok(page.counted_by(move || {
            let (domain, query) = (domain.clone(), query.clone());
            Box::pin(async move { organisation::store::count(&domain.db, &query).await })
        }))
    }

    /// The organisation with a code.
    #[graphql(guard = "Access::Public")]
    async fn organisation(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its code.")] code: String,
        #[graphql(desc = "As known at this moment; null means now.")] known_at: Option<DateTime>,
    ) -> Result<Option<Organisation>> {
        let known_at = known_at.map(|at| at.0);
        let rows = organisation::store::by_codes(&ctx.caller().domain.db, &[code], known_at).await?;
        let row = rows.into_iter().next().ok_or_else(|| ApiError::not_found("organisation"))?;
        Ok(Some(Organisation { row, known_at }))
    }
}
