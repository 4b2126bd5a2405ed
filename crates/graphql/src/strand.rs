//! Strands of a funding period.

use std::collections::HashMap;

use async_graphql::{Context, ID, Object, dataloader::Loader};
use domain::{
    id::{FundingPeriodId, StrandId},
    strand::{self, Model, funding_entity},
};

use crate::{
    caller::Called,
    error::{ApiError, Result},
    id::{self, Kind},
    institution::{self, Institution},
    loader::{Reads, grouped},
};

/// A strand.
#[derive(Clone)]
pub struct Strand(pub Model);

/// A strand of a funding period (Handlungsschwerpunkt).
#[Object]
impl Strand {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id::encode(Kind::Strand, self.0.id.0)
    }

    /// Code, unique in the funding period.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// Name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Who pays for it, under their names on the first day of the funding period.
    #[graphql(complexity = "3 * child_complexity")]
    async fn funders(&self, ctx: &Context<'_>) -> Result<Vec<Institution>> {
        let loaders = ctx.loaders();
        let Some(period) = loaders.find(self.0.funding_period_id).await? else {
            return Ok(Vec::new());
        };
        let ids = loaders.list(FundersOf(self.0.id)).await?.into_iter().map(|row| row.institution_id);
        institution::named(ctx, ids.collect(), period.starts_on).await
    }

    /// What is assumed about it.
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// Whether a source confirms it.
    async fn verified(&self) -> bool {
        self.0.verified
    }

    /// Where the information is from.
    async fn source(&self) -> &str {
        &self.0.source
    }
}

/// The strands of a period.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct InPeriod(pub FundingPeriodId);

impl Loader<InPeriod> for Reads {
    type Value = Vec<Model>;
    type Error = ApiError;

    async fn load(&self, keys: &[InPeriod]) -> Result<HashMap<InPeriod, Vec<Model>>> {
        let ids: Vec<FundingPeriodId> = keys.iter().map(|key| key.0).collect();
        let rows = strand::store::of_periods(&self.domain.db, &ids).await?;
        Ok(grouped(rows, |row| InPeriod(row.funding_period_id)))
    }
}

/// Who pays for a strand.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct FundersOf(StrandId);

impl Loader<FundersOf> for Reads {
    type Value = Vec<funding_entity::Model>;
    type Error = ApiError;

    async fn load(&self, keys: &[FundersOf]) -> Result<HashMap<FundersOf, Self::Value>> {
        let ids: Vec<StrandId> = keys.iter().map(|key| key.0).collect();
        let rows = strand::store::funders_of(&self.domain.db, &ids).await?;
        Ok(grouped(rows, |row| FundersOf(row.strand_id)))
    }
}

impl Loader<StrandId> for Reads {
    type Value = Model;
    type Error = ApiError;

    async fn load(&self, ids: &[StrandId]) -> Result<HashMap<StrandId, Model>> {
        let rows = strand::store::by_ids(&self.domain.db, ids).await?;
        Ok(rows.into_iter().map(|row| (row.id, row)).collect())
    }
}
