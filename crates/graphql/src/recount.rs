//! Recounts: counting a period again.

use async_graphql::{Context, Enum, ID, InputObject, Object, SimpleObject};
use domain::{
    Error,
    id::RecountId,
    recount::{self, Failing, Progress},
};

use crate::{
    access::Access,
    caller::{Called, Caller},
    error::{ApiError, Result, UserError},
    funding_period::FundingPeriod,
    id::{self, Kind},
    indicator::RulebookKind,
    scalar::DateTime,
};

/// Where a recount stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "recount::State")]
pub enum RecountState {
    /// Asked for, not yet begun.
    Waiting,
    /// Being counted.
    Running,
    /// Counted.
    Done,
}

/// A recount of the domain.
pub struct Recount(Progress);

impl Recount {
    /// How far it is.
    pub fn new(progress: Progress) -> Self {
        Self(progress)
    }
}

/// Counting a funding period again (Neuzählung): only what is different is written, and what was known stays known.
#[Object]
impl Recount {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id::encode(Kind::Recount, self.0.recount.id.0)
    }

    /// Where it stands.
    async fn state(&self) -> RecountState {
        self.0.state().into()
    }

    /// Its funding period.
    async fn funding_period(&self, ctx: &Context<'_>) -> Result<FundingPeriod> {
        let row = ctx.loaders().find(self.0.recount.funding_period_id).await?;
        let row = row.ok_or_else(|| ApiError::not_found("funding_period"))?;
        Ok(FundingPeriod { row, known_at: None })
    }

    /// Whose indicators are counted again.
    async fn kinds(&self) -> Result<Vec<RulebookKind>> {
        Ok(self.0.recount.kinds()?.into_iter().map(Into::into).collect())
    }

    /// Why it was asked for.
    async fn reason(&self) -> Option<&str> {
        self.0.recount.reason.as_deref()
    }

    /// When it was asked for.
    async fn requested_at(&self) -> DateTime {
        DateTime(self.0.recount.requested_at)
    }

    /// Who asked for it.
    async fn requested_by(&self, ctx: &Context<'_>) -> String {
        ctx.caller().name_of(&self.0.recount.requested_by_name)
    }

    /// When the first part began.
    async fn started_at(&self) -> Option<DateTime> {
        self.0.started_at.map(DateTime)
    }

    /// When the last part was done.
    async fn finished_at(&self) -> Option<DateTime> {
        self.0.recount.finished_at.map(DateTime)
    }

    /// Its parts: one per operation.
    async fn parts(&self) -> u64 {
        self.0.parts
    }

    /// Parts that are done.
    async fn parts_done(&self) -> u64 {
        self.0.parts_done
    }

    /// People and records of the parts that have begun.
    async fn cases(&self) -> u64 {
        self.0.cases
    }

    /// People and records counted.
    async fn cases_done(&self) -> u64 {
        self.0.cases_done
    }

    /// People and records counted in a second; null before the first.
    async fn cases_per_second(&self) -> Option<f64> {
        self.0.cases_per_second()
    }

    /// Facts added and closed.
    async fn changed(&self) -> u64 {
        self.0.changed
    }

    /// Its parts whose last attempt failed; they are tried again. Empty when all goes well.
    #[graphql(complexity = "5 * child_complexity")]
    async fn failing(&self) -> Vec<RecountFailure> {
        self.0.failing.iter().map(RecountFailure::from).collect()
    }
}

/// Why a part of a recount has not been counted yet.
#[derive(SimpleObject)]
pub struct RecountFailure {
    /// Why, in words, for those who run the program.
    cause: String,
    /// Attempts so far.
    attempts: u32,
    /// When it is tried again; null while it is.
    next_attempt_at: Option<DateTime>,
}

impl From<&Failing> for RecountFailure {
    fn from(failing: &Failing) -> Self {
        Self {
            cause: failing.cause.clone(),
            attempts: failing.attempts,
            next_attempt_at: failing.next_attempt_at.map(DateTime),
        }
    }
}

/// A recount asked for.
#[derive(Debug, InputObject)]
pub struct RecountStartInput {
    /// Code of the funding period.
    period: String,
    /// Why; kept with the recount and in the audit log.
    reason: String,
}

/// What came of asking for a recount.
#[derive(SimpleObject)]
pub struct RecountStartPayload {
    /// The new recount; null when the input has mistakes.
    recount: Option<Recount>,
    /// All mistakes in the input; empty when it was asked for.
    user_errors: Vec<UserError>,
}

/// So many recounts are listed.
const LISTED: u64 = 50;

/// The part of the query root about recounts.
#[derive(Default)]
pub struct RecountQuery;

#[Object]
impl RecountQuery {
    /// A recount and how far it is.
    #[graphql(guard = "Access::AuditReader")]
    async fn recount(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id.")] id: ID,
    ) -> Result<Option<Recount>> {
        let key = RecountId(id::key(&id, Kind::Recount)?);
        let Caller { domain, viewer, .. } = ctx.caller();
        Ok(Some(Recount(recount::get(domain, viewer, key).await?)))
    }

    /// The latest recounts, at most 50, the newest first.
    #[graphql(guard = "Access::AuditReader", complexity = "20 * child_complexity + 1")]
    async fn recounts(&self, ctx: &Context<'_>) -> Result<Vec<Recount>> {
        let Caller { domain, viewer, .. } = ctx.caller();
        let all = recount::page(domain, viewer, (None, LISTED)).await?;
        Ok(all.into_iter().map(Recount).collect())
    }
}

/// The part of the mutation root about recounts.
#[derive(Default)]
pub struct RecountMutation;

#[Object]
impl RecountMutation {
    /// Has a funding period counted again (Neuzählung starten). Workers share it; ask `recount` how far it is.
    #[graphql(guard = "Access::Administrator")]
    async fn recount_start(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which period, and why.")] input: RecountStartInput,
    ) -> Result<Option<RecountStartPayload>> {
        let Caller { domain, viewer, language } = ctx.caller();
        match recount::start(domain, viewer, (&input.period, Some(input.reason))).await {
            Ok(row) => {
                let recount = Some(Recount(recount::get(domain, viewer, row.id).await?));
                Ok(Some(RecountStartPayload { recount, user_errors: Vec::new() }))
            }
            Err(Error::Invalid(mistakes)) => {
                let user_errors = UserError::all(&mistakes, *language);
                Ok(Some(RecountStartPayload { recount: None, user_errors }))
            }
            Err(error) => Err(error.into()),
        }
    }
}
