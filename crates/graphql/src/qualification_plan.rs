//! Qualification plans.

use async_graphql::{Context, Enum, ID, Object};
use domain::qualification_plan::{self, Model};

use crate::{
    caller::Called,
    error::{ApiError, Result},
    funding_period::FundingPeriod,
    id::{self, Kind},
    loader::KnownAt,
    record::{self, list_of_records},
    scalar::Date,
    stored,
    sub_project::SubProject,
};

/// Where a qualification plan stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, strum::EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum PlanStatus {
    /// Under way.
    Open,
    /// Completed (abgeschlossen).
    Completed,
    /// Given up (abgebrochen).
    Abandoned,
}

/// A qualification plan and the moment it is shown as of.
#[derive(Clone)]
pub struct QualificationPlan {
    /// The row.
    pub row: Model,
    /// What it is shown as of.
    pub known_at: KnownAt,
}

/// A qualification plan (Qualifizierungsplan) agreed with a participant.
#[Object]
impl QualificationPlan {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id::encode(Kind::QualificationPlan, self.row.id.0)
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

    /// The participant's pseudonymous reference.
    async fn participant(&self, ctx: &Context<'_>) -> Result<String> {
        let reference = ctx.loaders().find(self.row.participant_id).await?;
        reference.ok_or_else(|| ApiError::not_found("participant"))
    }

    /// The day it was agreed on.
    async fn agreed_on(&self) -> Date {
        Date(self.row.agreed_on)
    }

    /// German profession aimed at (Referenzberuf).
    async fn reference_profession(&self) -> Option<&str> {
        self.row.reference_profession.as_deref()
    }

    /// What is to be reached.
    async fn target(&self) -> Option<&str> {
        self.row.target.as_deref()
    }

    /// Where it stands.
    async fn status(&self) -> Result<PlanStatus> {
        stored::code(&self.row.status, ("qualification_plan", "status"))
    }

    /// The day it was completed or given up.
    async fn closed_on(&self) -> Option<Date> {
        self.row.closed_on.map(Date)
    }
}

list_of_records! {
    /// The part of the query root about qualification plans.
    QualificationPlanQuery
    /// Qualification plans that the caller may see, by reference. Reading them is audited.
    qualification_plans: QualificationPlan of qualification_plan::Entity
}
