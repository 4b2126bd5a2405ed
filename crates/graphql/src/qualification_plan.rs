//! Qualification plans.

use async_graphql::{Context, Enum, ID, Object};
use domain::{
    id::QualificationPlanId,
    qualification_plan::{self, Model},
};

use crate::{
    access::Access,
    caller::Called,
    connection::{Connection, Wanted, page_size},
    error::{ApiError, Result},
    funding_period::FundingPeriod,
    id::{self, Kind},
    loader::KnownAt,
    record::{self, RecordFilter},
    scalar::{Date, DateTime},
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

/// The part of the query root about qualification plans.
#[derive(Default)]
pub struct QualificationPlanQuery;

#[Object]
impl QualificationPlanQuery {
    /// Qualification plans that the caller may see, by reference. Reading them is audited.
    #[graphql(guard = "Access::Reader", complexity = "page_size(first) * child_complexity + 1")]
    async fn qualification_plans(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when not said.")] first: Option<i32>,
        #[graphql(desc = "Behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Which ones; null means all.")] filter: Option<RecordFilter>,
        #[graphql(desc = "As known at this moment; null means now.")] known_at: Option<DateTime>,
    ) -> Result<Connection<QualificationPlan>> {
        let known_at = known_at.map(|at| at.0);
        let caller = ctx.caller();
        let query = filter.unwrap_or_default().query(caller, known_at).await?;
        let (domain, viewer) = (caller.domain.clone(), caller.viewer.clone());
        let wanted = Wanted::<(String, QualificationPlanId)>::new(first, after)?;
        let rows = qualification_plan::page(&domain, &viewer, (&query, &wanted.page())).await?;
        let key = |row: &Model| (row.reference.clone(), row.id);
        let page = wanted.shown(rows, key, |row| QualificationPlan { row, known_at });
        Ok(page.counted_by(move || {
            let (domain, viewer) = (domain.clone(), viewer.clone());
            Box::pin(async move { qualification_plan::count(&domain, &viewer, &query).await })
        }))
    }
}
