//! Trainings.

use std::collections::HashMap;

use async_graphql::{Context, Enum, ID, Object, dataloader::Loader};
use domain::training::{self, Model};

use crate::{
    caller::Called,
    error::{ApiError, Result},
    funding_period::FundingPeriod,
    id::{self, Kind},
    loader::{AsOf, KnownAt, Reads, by_moment},
    record::{self, list_of_records},
    scalar::Date,
    stored,
    sub_project::SubProject,
    trainer::{Trainer, TrainerCode},
};

/// Whom a training was for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, strum::EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum TrainingAudience {
    /// Labour administration (Agentur für Arbeit, Jobcenter).
    LabourAdministration,
    /// Municipal administration (Kommune).
    Municipality,
    /// Small and medium enterprises (KMU).
    Sme,
    /// Another organisation.
    Organisation,
    /// Others.
    Other,
}

/// A training and the moment it is shown as of.
#[derive(Clone)]
pub struct Training {
    /// The row.
    pub row: Model,
    /// What it is shown as of.
    pub known_at: KnownAt,
}

/// A training (Schulung) for administrations, enterprises and other organisations.
#[Object]
impl Training {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id::encode(Kind::Training, self.row.id.0)
    }

    /// Its reference.
    async fn reference(&self) -> &str {
        &self.row.reference
    }

    /// The sub-project it belongs to (Teilvorhaben).
    async fn sub_project(&self, ctx: &Context<'_>) -> Result<SubProject> {
        record::sub_project_of(ctx, (self.row.sub_project_id, self.known_at)).await
    }

    /// Its funding period.
    async fn funding_period(&self, ctx: &Context<'_>) -> Result<FundingPeriod> {
        record::funding_period_of(ctx, (self.row.funding_period_id, self.known_at)).await
    }

    /// The day it took place.
    async fn held_on(&self) -> Date {
        Date(self.row.held_on)
    }

    /// Whom it was for.
    async fn audience(&self) -> Result<TrainingAudience> {
        stored::code(&self.row.audience, ("training", "audience"))
    }

    /// Topic.
    async fn topic(&self) -> Option<&str> {
        self.row.topic.as_deref()
    }

    /// Format.
    async fn format(&self) -> Option<&str> {
        self.row.format.as_deref()
    }

    /// Duration in hours.
    async fn hours(&self) -> Option<f64> {
        self.row.hours
    }

    /// How many attended (Teilnahmen); people who come twice are counted twice.
    async fn attendances(&self) -> Option<i32> {
        self.row.attendances
    }

    /// Women among them, as far as known.
    async fn attendances_female(&self) -> Option<i32> {
        self.row.attendances_female
    }

    /// Men among them, as far as known.
    async fn attendances_male(&self) -> Option<i32> {
        self.row.attendances_male
    }

    /// Non-binary people among them, as far as known.
    async fn attendances_non_binary(&self) -> Option<i32> {
        self.row.attendances_non_binary
    }

    /// Code of the trainer, also of one who is not in the pool.
    async fn trainer_code(&self) -> Option<&str> {
        self.row.trainer.as_deref()
    }

    /// The trainer; null when they are not in the pool, or the caller may not see their entry.
    async fn trainer(&self, ctx: &Context<'_>) -> Result<Option<Trainer>> {
        let Some(code) = self.row.trainer.clone() else { return Ok(None) };
        let row = ctx.loaders().find(AsOf { key: TrainerCode(code), known_at: self.known_at }).await?;
        Ok(row.map(|row| Trainer { row, known_at: self.known_at }))
    }
}

/// The trainings that the trainer with a code held.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct HeldBy(pub String);

impl Loader<AsOf<HeldBy>> for Reads {
    type Value = Vec<Model>;
    type Error = ApiError;

    async fn load(&self, keys: &[AsOf<HeldBy>]) -> Result<HashMap<AsOf<HeldBy>, Vec<Model>>> {
        let mut found: HashMap<_, Vec<Model>> = HashMap::new();
        for (known_at, trainers) in by_moment(keys) {
            let codes: Vec<String> = trainers.into_iter().map(|key| key.0).collect();
            let rows = training::store::held_by(&self.domain, &self.viewer, (&codes, known_at)).await?;
            for row in rows {
                let Some(trainer) = row.trainer.clone() else { continue };
                found.entry(AsOf { key: HeldBy(trainer), known_at }).or_default().push(row);
            }
        }
        Ok(found)
    }
}

list_of_records! {
    /// The part of the query root about trainings.
    TrainingQuery
    /// Trainings that the caller may see, by reference.
    trainings: Training of training::Entity
}
