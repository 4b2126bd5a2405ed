//! Working groups of a funding period.

use std::collections::HashMap;

use async_graphql::{Object, dataloader::Loader};
use domain::{
    id::FundingPeriodId,
    working_group::{self, Model},
};

use crate::{
    error::{ApiError, Result},
    loader::{Reads, grouped},
};

/// A working group.
#[derive(Clone)]
pub struct WorkingGroup(pub Model);

/// A working group of a funding period (Facharbeitskreis).
#[Object]
impl WorkingGroup {
    /// Code, unique in the funding period.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// Name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// More about it.
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// Where the information is from.
    async fn source(&self) -> &str {
        &self.0.source
    }
}

/// The working groups of a period.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct InPeriod(pub FundingPeriodId);

impl Loader<InPeriod> for Reads {
    type Value = Vec<Model>;
    type Error = ApiError;

    async fn load(&self, keys: &[InPeriod]) -> Result<HashMap<InPeriod, Vec<Model>>> {
        let ids: Vec<FundingPeriodId> = keys.iter().map(|key| key.0).collect();
        let rows = working_group::store::of_periods(&self.domain.db, &ids).await?;
        Ok(grouped(rows, |row| InPeriod(row.funding_period_id)))
    }
}
