//! Funding periods: the network's history.

use std::collections::HashMap;

use async_graphql::{Context, ID, Object, dataloader::Loader};
use domain::{
    funding_period::{self, Model},
    id::FundingPeriodId,
    recount, sub_project as sub_projects,
};

use crate::{
    access::Access,
    caller::Called,
    connection::{Connection, page_size},
    error::{ApiError, Result},
    id::{self, Kind},
    institution::{InRole, Institution},
    loader::{AsOf, KnownAt, Reads},
    offer_type::{OfferType, ValidIn},
    regional_network::{InPeriod as NetworksIn, RegionalNetwork},
    scalar::{Date, DateTime},
    strand::{InPeriod as StrandsIn, Strand},
    sub_project::{self, SubProject},
    working_group::{InPeriod as GroupsIn, WorkingGroup},
};

/// A funding period and the moment its structure is shown as of.
#[derive(Clone)]
pub struct FundingPeriod {
    /// The row.
    pub row: Model,
    /// What its structure is shown as of.
    pub known_at: KnownAt,
}

/// A funding period (Förderperiode): the network's name, form and funding at that time.
#[Object]
impl FundingPeriod {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id::encode(Kind::FundingPeriod, self.row.id.0)
    }

    /// Code, e.g. `IQ-2023`.
    async fn code(&self) -> &str {
        &self.row.code
    }

    /// The network's name in the period.
    async fn name(&self) -> &str {
        &self.row.name
    }

    /// First day.
    async fn starts_on(&self) -> Date {
        Date(self.row.starts_on)
    }

    /// Last day.
    async fn ends_on(&self) -> Date {
        Date(self.row.ends_on)
    }

    /// The network's form, in German words.
    async fn network_form(&self) -> &str {
        &self.row.network_form
    }

    /// What sub-projects were called: `Teilprojekt` or `Teilvorhaben`.
    async fn sub_project_term(&self) -> &str {
        &self.row.sub_project_term
    }

    /// The theme (Schwerpunkt), where the period had one.
    async fn focus(&self) -> Option<&str> {
        self.row.focus.as_deref()
    }

    /// Code of the rulebook its figures follow; null before the ESF came in.
    async fn rulebook(&self) -> Option<&str> {
        self.row.rulebook.as_deref()
    }

    /// Priority of the ESF programme.
    async fn priority(&self) -> Option<&str> {
        self.row.priority.as_deref()
    }

    /// Specific objective of the ESF, e.g. `ESO4.4`.
    async fn specific_objective(&self) -> Option<&str> {
        self.row.specific_objective.as_deref()
    }

    /// The line that names the funders on documents (Förderzeile).
    async fn funder_line(&self) -> &str {
        &self.row.funder_line
    }

    /// What is assumed about it.
    async fn note(&self) -> Option<&str> {
        self.row.note.as_deref()
    }

    /// Whether a source confirms it.
    async fn verified(&self) -> bool {
        self.row.verified
    }

    /// Where the information is from.
    async fn source(&self) -> &str {
        &self.row.source
    }

    /// Since when it is being counted again (Neuzählung); until the end of that, everything about it is told as known
    /// before. Null when it is not.
    async fn recount_open_since(&self, ctx: &Context<'_>) -> Result<Option<DateTime>> {
        Ok(recount::open_since(&ctx.caller().domain.db, self.row.id).await?.map(DateTime))
    }

    /// Who funded it (Fördermittelgeber), under their names of that time.
    #[graphql(complexity = "3 * child_complexity")]
    async fn funders(&self, ctx: &Context<'_>) -> Result<Vec<Institution>> {
        InRole { period: &self.row, role: "funder" }.institutions(ctx).await
    }

    /// Who administered it, under their names of that time.
    #[graphql(complexity = "3 * child_complexity")]
    async fn administrators(&self, ctx: &Context<'_>) -> Result<Vec<Institution>> {
        InRole { period: &self.row, role: "administrator" }.institutions(ctx).await
    }

    /// Partners of the programme, under their names of that time.
    #[graphql(complexity = "3 * child_complexity")]
    async fn partners(&self, ctx: &Context<'_>) -> Result<Vec<Institution>> {
        InRole { period: &self.row, role: "partner" }.institutions(ctx).await
    }

    /// Its strands (Handlungsschwerpunkte), by code.
    #[graphql(complexity = "5 * child_complexity")]
    async fn strands(&self, ctx: &Context<'_>) -> Result<Vec<Strand>> {
        let rows = ctx.loaders().list(StrandsIn(self.row.id)).await?;
        Ok(rows.into_iter().map(Strand).collect())
    }

    /// Its working groups (Facharbeitskreise), by code.
    #[graphql(complexity = "5 * child_complexity")]
    async fn working_groups(&self, ctx: &Context<'_>) -> Result<Vec<WorkingGroup>> {
        let rows = ctx.loaders().list(GroupsIn(self.row.id)).await?;
        Ok(rows.into_iter().map(WorkingGroup).collect())
    }

    /// The types of offers valid in it, by code.
    #[graphql(complexity = "10 * child_complexity")]
    async fn offer_types(&self, ctx: &Context<'_>) -> Result<Vec<OfferType>> {
        let rows = ctx.loaders().list(ValidIn(self.row.id)).await?;
        Ok(rows.into_iter().map(OfferType).collect())
    }

    /// Its regional networks (Regionale Integrationsnetzwerke), by code.
    #[graphql(complexity = "5 * child_complexity")]
    async fn regional_networks(&self, ctx: &Context<'_>) -> Result<Vec<RegionalNetwork>> {
        let key = AsOf { key: NetworksIn(self.row.id), known_at: self.known_at };
        let rows = ctx.loaders().list(key).await?;
        Ok(rows.into_iter().map(|row| RegionalNetwork { row, known_at: self.known_at }).collect())
    }

    /// Its sub-projects (Teilprojekte, Teilvorhaben), by code.
    #[graphql(complexity = "page_size(first) * child_complexity + 1")]
    async fn sub_projects(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when not said.")] first: Option<i32>,
        #[graphql(desc = "Behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<SubProject>> {
        let query = sub_projects::Query {
            known_at: self.known_at,
            period: Some(self.row.id),
            ..sub_projects::Query::default()
        };
        sub_project::connection(ctx, query, (first, after)).await
    }
}

impl Loader<FundingPeriodId> for Reads {
    type Value = Model;
    type Error = ApiError;

    async fn load(&self, ids: &[FundingPeriodId]) -> Result<HashMap<FundingPeriodId, Model>> {
        let rows = funding_period::store::by_ids(&self.domain.db, ids).await?;
        Ok(rows.into_iter().map(|row| (row.id, row)).collect())
    }
}

/// The part of the query root about funding periods.
#[derive(Default)]
pub struct FundingPeriodQuery;

#[Object]
impl FundingPeriodQuery {
    /// All funding periods since 2005, the oldest first.
    #[graphql(guard = "Access::Public", complexity = "8 * child_complexity + 1")]
    async fn funding_periods(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Structure as known at this moment; null means now.")] known_at: Option<DateTime>,
    ) -> Result<Vec<FundingPeriod>> {
        let known_at = known_at.map(|at| at.0);
        let rows = funding_period::store::all(&ctx.caller().domain.db).await?;
        Ok(rows.into_iter().map(|row| FundingPeriod { row, known_at }).collect())
    }

    /// The funding period with a code.
    #[graphql(guard = "Access::Public")]
    async fn funding_period(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Code, e.g. `IQ-2023`.")] code: String,
        #[graphql(desc = "Structure as known at this moment; null means now.")] known_at: Option<DateTime>,
    ) -> Result<Option<FundingPeriod>> {
        let row = funding_period::store::by_code(&ctx.caller().domain.db, &code).await?;
        let row = row.ok_or_else(|| ApiError::not_found("funding_period"))?;
        Ok(Some(FundingPeriod { row, known_at: known_at.map(|at| at.0) }))
    }
}
