//! The pool of trainers.

use std::collections::HashMap;

use async_graphql::{Context, ID, Object, dataloader::Loader};
use domain::trainer::{self, Model};

use crate::{
    caller::Called,
    error::{ApiError, Result},
    funding_period::FundingPeriod,
    id::{self, Kind},
    loader::{AsOf, KnownAt, Reads, by_moment},
    record::{self, list_of_records},
    scalar::Date,
    sub_project::SubProject,
    training::{HeldBy, Training},
};

/// An entry of the pool of trainers and the moment it is shown as of.
#[derive(Clone)]
pub struct Trainer {
    /// The row.
    pub row: Model,
    /// What it is shown as of.
    pub known_at: KnownAt,
}

/// An entry of the pool of trainers: a code, never a name.
#[Object]
impl Trainer {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id::encode(Kind::Trainer, self.row.id.0)
    }

    /// Code.
    async fn code(&self) -> &str {
        &self.row.code
    }

    /// The sub-project that keeps the entry.
    async fn sub_project(&self, ctx: &Context<'_>) -> Result<SubProject> {
        record::sub_project_of(ctx, (self.row.sub_project_id, self.known_at)).await
    }

    /// Its funding period.
    async fn funding_period(&self, ctx: &Context<'_>) -> Result<FundingPeriod> {
        record::funding_period_of(ctx, (self.row.funding_period_id, self.known_at)).await
    }

    /// Topics they train.
    async fn topics(&self) -> Vec<&str> {
        self.row.topics.iter().flat_map(|topics| topics.split(';')).collect()
    }

    /// First day in the pool.
    async fn active_from(&self) -> Option<Date> {
        self.row.active_from.map(Date)
    }

    /// Last day in the pool.
    async fn active_until(&self) -> Option<Date> {
        self.row.active_until.map(Date)
    }

    /// The trainings they held that the caller may see, by day.
    #[graphql(complexity = "20 * child_complexity")]
    async fn trainings(&self, ctx: &Context<'_>) -> Result<Vec<Training>> {
        let key = AsOf { key: HeldBy(self.row.code.clone()), known_at: self.known_at };
        let rows = ctx.loaders().list(key).await?;
        Ok(rows.into_iter().map(|row| Training { row, known_at: self.known_at }).collect())
    }
}

/// The code of a trainer.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct TrainerCode(pub String);

impl Loader<AsOf<TrainerCode>> for Reads {
    type Value = Model;
    type Error = ApiError;

    async fn load(&self, keys: &[AsOf<TrainerCode>]) -> Result<HashMap<AsOf<TrainerCode>, Model>> {
        let mut found = HashMap::new();
        for (known_at, codes) in by_moment(keys) {
            let codes: Vec<String> = codes.into_iter().map(|key| key.0).collect();
            let rows = trainer::store::by_codes(&self.domain, &self.viewer, (&codes, known_at)).await?;
            found.extend(
                rows.into_iter().map(|row| (AsOf { key: TrainerCode(row.code.clone()), known_at }, row)),
            );
        }
        Ok(found)
    }
}

list_of_records! {
    /// The part of the query root about the pool of trainers.
    TrainerQuery
    /// Trainers of the pool whose entries the caller may see, by code.
    trainers: Trainer of trainer::Entity
}
