//! Offers of sub-projects.

use std::collections::HashMap;

use async_graphql::{Context, Enum, ID, InputObject, Object, dataloader::Loader};
use domain::{
    Error, UserError, funding_period,
    id::{OfferId, SubProjectId},
    offer::{self, Model, Query},
    offer_type, sub_project,
};

use crate::{
    access::Access,
    caller::{Called, Caller},
    connection::{Connection, Wanted, page_size},
    error::{ApiError, Result},
    id::{self, Kind},
    loader::{AsOf, KnownAt, Reads, by_moment, grouped},
    offer_type::OfferType,
    scalar::{Date, DateTime},
    stored,
    sub_project::SubProject,
};

/// How an offer takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, strum::EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum OfferMode {
    /// In person (Präsenz).
    InPerson,
    /// Online.
    Online,
    /// Both.
    Hybrid,
}

/// An offer and the moment it is shown as of.
#[derive(Clone)]
pub struct Offer {
    /// The row.
    pub row: Model,
    /// What it is shown as of.
    pub known_at: KnownAt,
}

/// An offer of a sub-project (Angebot): counselling, qualification, training…
#[Object]
impl Offer {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id::encode(Kind::Offer, self.row.id.0)
    }

    /// Code.
    async fn code(&self) -> &str {
        &self.row.code
    }

    /// Name.
    async fn name(&self) -> &str {
        &self.row.name
    }

    /// Description.
    async fn description(&self) -> Option<&str> {
        self.row.description.as_deref()
    }

    /// Its type.
    async fn offer_type(&self, ctx: &Context<'_>) -> Result<OfferType> {
        let row = ctx.loaders().find(self.row.offer_type_id).await?;
        row.map(OfferType).ok_or_else(|| ApiError::not_found("offer_type"))
    }

    /// The sub-project that offers it.
    async fn sub_project(&self, ctx: &Context<'_>) -> Result<SubProject> {
        let key = AsOf { key: self.row.sub_project_id, known_at: self.known_at };
        let row = ctx.loaders().find(key).await?;
        let row = row.ok_or_else(|| ApiError::not_found("sub_project"))?;
        Ok(SubProject { row, known_at: self.known_at })
    }

    /// How it takes place, if known.
    async fn mode(&self) -> Result<Option<OfferMode>> {
        self.row.mode.as_deref().map(|code| stored::code(code, ("offer", "mode"))).transpose()
    }

    /// First day.
    async fn starts_on(&self) -> Option<Date> {
        self.row.starts_on.map(Date)
    }

    /// Last day.
    async fn ends_on(&self) -> Option<Date> {
        self.row.ends_on.map(Date)
    }
}

/// The offers of a sub-project.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct OfSubProject(pub SubProjectId);

impl Loader<AsOf<OfSubProject>> for Reads {
    type Value = Vec<Model>;
    type Error = ApiError;

    async fn load(&self, keys: &[AsOf<OfSubProject>]) -> Result<HashMap<AsOf<OfSubProject>, Vec<Model>>> {
        let mut found = HashMap::new();
        for (known_at, sub_projects) in by_moment(keys) {
            let ids: Vec<SubProjectId> = sub_projects.iter().map(|key| key.0).collect();
            let rows = offer::store::of_sub_projects(&self.domain.db, &ids, known_at).await?;
            found.extend(grouped(rows, |row| AsOf { key: OfSubProject(row.sub_project_id), known_at }));
        }
        Ok(found)
    }
}

impl Loader<AsOf<OfferId>> for Reads {
    type Value = Model;
    type Error = ApiError;

    async fn load(&self, keys: &[AsOf<OfferId>]) -> Result<HashMap<AsOf<OfferId>, Model>> {
        let mut found = HashMap::new();
        for (known_at, ids) in by_moment(keys) {
            let rows = offer::store::by_ids(&self.domain.db, &ids, known_at).await?;
            found.extend(rows.into_iter().map(|row| (AsOf { key: row.id, known_at }, row)));
        }
        Ok(found)
    }
}

/// Which offers a list holds. Conditions add up; what is left out leaves nothing out.
#[derive(Debug, Default, InputObject)]
pub struct OfferFilter {
    /// Code of the funding period.
    period: Option<String>,
    /// Code of the sub-project.
    sub_project: Option<String>,
    /// Code of the type of offer.
    offer_type: Option<String>,
}

impl OfferFilter {
    /// The filter with keys in place of codes.
    async fn query(self, caller: &Caller, known_at: KnownAt) -> Result<Query> {
        let db = &caller.domain.db;
        let mut query = Query { known_at, ..Query::default() };
        let mut mistakes = Vec::new();
        let mut unknown = |field, code: String| {
            mistakes.push(UserError::new("unknown-code", field).with_value(code));
        };
        if let Some(code) = self.period {
            query.period = funding_period::store::by_code(db, &code).await?.map(|row| row.id);
            query.period.is_none().then(|| unknown("period", code));
        }
        if let Some(code) = self.sub_project {
            let rows = sub_project::store::by_codes(db, std::slice::from_ref(&code), known_at).await?;
            query.sub_project = rows.first().map(|row| row.id);
            query.sub_project.is_none().then(|| unknown("subProject", code));
        }
        if let Some(code) = self.offer_type {
            let all = offer_type::store::all(db).await?;
            query.offer_type = all.iter().find(|row| row.code == code).map(|row| row.id);
            query.offer_type.is_none().then(|| unknown("offerType", code));
        }
        if mistakes.is_empty() { Ok(query) } else { Err(Error::Invalid(mistakes).into()) }
    }
}

/// The part of the query root about offers.
#[derive(Default)]
pub struct OfferQuery;

#[Object]
impl OfferQuery {
    /// Offers of all sub-projects, by code.
    #[graphql(guard = "Access::Public", complexity = "page_size(first) * child_complexity + 1")]
    async fn offers(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when not said.")] first: Option<i32>,
        #[graphql(desc = "Behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Which ones; null means all.")] filter: Option<OfferFilter>,
        #[graphql(desc = "As known at this moment; null means now.")] known_at: Option<DateTime>,
    ) -> Result<Connection<Offer>> {
        let known_at = known_at.map(|at| at.0);
        let query = filter.unwrap_or_default().query(ctx.caller(), known_at).await?;
        let domain = ctx.caller().domain.clone();
        let wanted = Wanted::<(String, OfferId)>::new("offers", (first, after))?;
        let rows = offer::store::page(&domain.db, &query, &wanted.page()).await?;
        let key = |row: &Model| (row.code.clone(), row.id);
        let page = wanted.shown(rows, key, |row| Offer { row, known_at });
        Ok(page.counted_by(move || {
            let (domain, query) = (domain.clone(), query.clone());
            Box::pin(async move { offer::store::count(&domain.db, &query).await })
        }))
    }
}
