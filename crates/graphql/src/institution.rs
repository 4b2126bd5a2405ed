//! Institutions that fund, administer or partner.

use std::collections::HashMap;

use async_graphql::{Context, ID, Object, SimpleObject, dataloader::Loader};
use chrono::NaiveDate;
use domain::{
    funding_period,
    id::{FundingPeriodId, InstitutionId},
    institution::{self, Model, name_entity, role_entity},
};

use crate::{
    access::Access,
    caller::Called,
    error::{ApiError, Result},
    id::{self, Kind},
    loader::{Reads, grouped},
    scalar::Date,
};

/// An institution and the day whose name it bears.
#[derive(Clone)]
pub struct Institution {
    /// The row.
    pub row: Model,
    /// The day whose name it bears.
    pub on: NaiveDate,
}

/// An institution that funds, administers or partners, e.g. a ministry or the European Social Fund.
#[Object]
impl Institution {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id::encode(Kind::Institution, self.row.id.0)
    }

    /// Code, e.g. `BMAS`.
    async fn code(&self) -> &str {
        &self.row.code
    }

    /// `national`, `eu` or `own`.
    async fn kind(&self) -> &str {
        &self.row.kind
    }

    /// Its name at the time it is shown for: today, or the first day of the funding period it is asked of.
    async fn name(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let names = ctx.loaders().list(NamesOf(self.row.id)).await?;
        Ok(institution::name_on(&names, self.on).map(|name| name.name.clone()))
    }

    /// All names it has had, the oldest first.
    #[graphql(complexity = "4 * child_complexity")]
    async fn names(&self, ctx: &Context<'_>) -> Result<Vec<InstitutionName>> {
        let mut names = ctx.loaders().list(NamesOf(self.row.id)).await?;
        names.sort_by_key(|name| name.valid_from);
        Ok(names.into_iter().map(InstitutionName::from).collect())
    }

    /// Where the information is from.
    async fn source(&self) -> &str {
        &self.row.source
    }
}

/// A name of an institution and when it was valid.
#[derive(SimpleObject)]
pub struct InstitutionName {
    /// The name.
    name: String,
    /// First day; null when not known.
    valid_from: Option<Date>,
    /// Last day; null while it is valid.
    valid_to: Option<Date>,
}

impl From<name_entity::Model> for InstitutionName {
    fn from(row: name_entity::Model) -> Self {
        Self { name: row.name, valid_from: row.valid_from.map(Date), valid_to: row.valid_to.map(Date) }
    }
}

/// The institutions with a role in a period.
pub struct InRole<'a> {
    /// The period.
    pub period: &'a funding_period::Model,
    /// `funder`, `administrator` or `partner`.
    pub role: &'static str,
}

impl InRole<'_> {
    /// Them, by code, under their names on the period's first day.
    pub async fn institutions(&self, ctx: &Context<'_>) -> Result<Vec<Institution>> {
        let roles = ctx.loaders().list(RolesIn(self.period.id)).await?;
        let ids = roles.into_iter().filter(|row| row.role == self.role).map(|row| row.institution_id);
        named(ctx, ids.collect(), self.period.starts_on).await
    }
}

/// Institutions by key, in the order of their codes, under their names on a day.
pub async fn named(ctx: &Context<'_>, ids: Vec<InstitutionId>, on: NaiveDate) -> Result<Vec<Institution>> {
    let mut rows: Vec<Model> = ctx.loaders().all(ids).await?.into_values().collect();
    rows.sort_by(|a, b| a.code.cmp(&b.code));
    Ok(rows.into_iter().map(|row| Institution { row, on }).collect())
}

/// The names of an institution.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct NamesOf(InstitutionId);

impl Loader<NamesOf> for Reads {
    type Value = Vec<name_entity::Model>;
    type Error = ApiError;

    async fn load(&self, keys: &[NamesOf]) -> Result<HashMap<NamesOf, Self::Value>> {
        let ids: Vec<InstitutionId> = keys.iter().map(|key| key.0).collect();
        let rows = institution::store::names_of(&self.domain.db, &ids).await?;
        Ok(grouped(rows, |row| NamesOf(row.institution_id)))
    }
}

/// The roles in a period.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct RolesIn(FundingPeriodId);

impl Loader<RolesIn> for Reads {
    type Value = Vec<role_entity::Model>;
    type Error = ApiError;

    async fn load(&self, keys: &[RolesIn]) -> Result<HashMap<RolesIn, Self::Value>> {
        let ids: Vec<FundingPeriodId> = keys.iter().map(|key| key.0).collect();
        let rows = institution::store::roles_in(&self.domain.db, &ids).await?;
        Ok(grouped(rows, |row| RolesIn(row.funding_period_id)))
    }
}

impl Loader<InstitutionId> for Reads {
    type Value = Model;
    type Error = ApiError;

    async fn load(&self, ids: &[InstitutionId]) -> Result<HashMap<InstitutionId, Model>> {
        let rows = institution::store::by_ids(&self.domain.db, ids).await?;
        Ok(rows.into_iter().map(|row| (row.id, row)).collect())
    }
}

/// The part of the query root about institutions.
#[derive(Default)]
pub struct InstitutionQuery;

#[Object]
impl InstitutionQuery {
    /// All institutions, by code, under their names of today or of a day.
    #[graphql(guard = "Access::Public", complexity = "20 * child_complexity + 1")]
    async fn institutions(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The day whose names they bear; null means today.")] on: Option<Date>,
    ) -> Result<Vec<Institution>> {
        let domain = &ctx.caller().domain;
        let on = on.map_or_else(|| domain.clock.today(), |day| day.0);
        let rows = institution::store::all(&domain.db).await?;
        Ok(rows.into_iter().map(|row| Institution { row, on }).collect())
    }
}
