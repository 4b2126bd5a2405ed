//! Informed estimates.

use std::sync::Arc;

use async_graphql::{Context, InputObject, Object, SimpleObject};
use domain::estimate::{self, EstimateQuery as Wish, NewEstimate};

use crate::{
    access::Access,
    caller::Called,
    error::{Result, UserError, told},
    figure::Unit,
    indicator::Indicator,
    scalar::{Date, DateTime},
    target_attainment::GenderColumn,
};

/// An estimate of the domain.
pub struct Estimate(estimate::Estimate);

/// An informed estimate of a characteristic that may stay unanswered (fundierte Schätzung). It stands beside the counted
/// figures and is in none of them.
#[Object]
impl Estimate {
    /// What it is about.
    async fn unit(&self) -> Unit {
        self.0.unit.as_ref().into()
    }

    /// The indicator.
    async fn indicator(&self) -> Indicator {
        Indicator(Arc::clone(&self.0.indicator))
    }

    /// Gender column; null means all together.
    async fn gender(&self) -> Option<GenderColumn> {
        self.0.gender.and_then(GenderColumn::of)
    }

    /// The estimated share of the participants, 0 to 1; null where a number is estimated.
    async fn share(&self) -> Option<f64> {
        self.0.amount.share()
    }

    /// The estimated number of participants; null where a share is estimated.
    async fn count(&self) -> Option<u64> {
        self.0.amount.count()
    }

    /// How it was estimated.
    async fn method(&self) -> &str {
        &self.0.method
    }

    /// Where that is documented.
    async fn document(&self) -> Option<&str> {
        self.0.document.as_deref()
    }

    /// First cut-off day it holds for.
    async fn valid_from(&self) -> Date {
        Date(self.0.valid_from)
    }

    /// When it was entered.
    async fn entered_at(&self) -> DateTime {
        DateTime(self.0.entered_at)
    }
}

/// The estimate to be entered.
#[derive(Debug, InputObject)]
pub struct EstimateEnterInput {
    /// Code of the funding period.
    period: String,
    /// The regional network it is for, by code.
    network: Option<String>,
    /// The sub-project it is for, by code; without it and a network it is for the period.
    sub_project: Option<String>,
    /// Code of the indicator, e.g. `EECO16`.
    indicator: String,
    /// Gender column; null means all together.
    gender: Option<GenderColumn>,
    /// The share of the participants, 0 to 1; or else the number.
    share: Option<f64>,
    /// The number of participants; or else the share.
    count: Option<u64>,
    /// How it was estimated.
    method: String,
    /// Where that is documented.
    document: Option<String>,
    /// First cut-off day it holds for.
    valid_from: Date,
    /// Why, at most 1,000 characters; needed where a report that was handed in tells of the unit at that day or later.
    reason: Option<String>,
}

/// What came of entering an estimate.
#[derive(SimpleObject)]
pub struct EstimateEnterPayload {
    /// Whether it was entered.
    entered: bool,
    /// All mistakes in the input; empty when it was entered.
    user_errors: Vec<UserError>,
}

/// The part of the query root about estimates.
#[derive(Default)]
pub struct EstimateQuery;

#[Object]
impl EstimateQuery {
    /// The informed estimates in force at a cut-off, as far as the caller may see the whole unit.
    #[graphql(guard = "Access::Reader", complexity = "50 + 10 * child_complexity")]
    async fn estimates(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Code of the funding period.")] period: String,
        #[graphql(desc = "Those in force at this cut-off (Stichtag).")] cut_off: Date,
        #[graphql(desc = "As known at this moment (Kenntnisstand); null means now.")] known_at: Option<
            DateTime,
        >,
        #[graphql(desc = "Only those for this regional network and its sub-projects, by code.")]
        network: Option<String>,
        #[graphql(desc = "Only those for this sub-project, by code.")] sub_project: Option<String>,
    ) -> Result<Vec<Estimate>> {
        let caller = ctx.caller();
        let known_at = known_at.map(|at| at.0);
        let wish = Wish { period, cut_off: cut_off.0, known_at, network, strand: None, sub_project };
        let estimates = estimate::list(&caller.domain, &caller.viewer, &wish).await?;
        Ok(estimates.into_iter().map(Estimate).collect())
    }
}

/// The part of the mutation root about estimates.
#[derive(Default)]
pub struct EstimateMutation;

#[Object]
impl EstimateMutation {
    /// Enters an informed estimate (EECO12 to EECO17). One for the same unit, indicator, gender and day is kept as the
    /// version before.
    #[graphql(guard = "Access::Writer")]
    async fn estimate_enter(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The estimate.")] input: EstimateEnterInput,
    ) -> Result<Option<EstimateEnterPayload>> {
        let caller = ctx.caller();
        let new = NewEstimate {
            period: input.period,
            network: input.network,
            sub_project: input.sub_project,
            indicator: input.indicator,
            gender: input.gender.map(Into::into),
            share: input.share,
            count: input.count,
            method: input.method,
            document: input.document,
            valid_from: input.valid_from.0,
            reason: input.reason,
        };
        let outcome = estimate::enter(&caller.domain, &caller.viewer, new).await;
        let (entered, user_errors) = told(outcome, caller.language)?;
        Ok(Some(EstimateEnterPayload { entered: entered.is_some(), user_errors }))
    }
}
