//! Waiving warnings and taking it back.

use async_graphql::{Context, InputObject, Object, SimpleObject};
use domain::{
    plausibility::CheckQuery,
    waiver::{self, Revoke, Waive},
};

use crate::{
    access::Access,
    caller::Called,
    error::{Result, UserError, told},
    scalar::{Date, DateTime},
};

/// A waiver of the domain.
pub struct Waiver(pub waiver::Waiver);

/// A warning that somebody has looked into and accepts (hingenommene Warnung).
#[Object]
impl Waiver {
    /// The rule, e.g. `V-14`.
    async fn rule(&self) -> &str {
        &self.0.rule
    }

    /// The key of the finding.
    async fn finding(&self) -> &str {
        &self.0.subject
    }

    /// Why it is accepted.
    async fn reason(&self) -> &str {
        &self.0.reason
    }

    /// Who accepted it.
    async fn waived_by(&self, ctx: &Context<'_>) -> String {
        ctx.caller().name_of(&self.0.by)
    }

    /// When.
    async fn waived_at(&self) -> DateTime {
        DateTime(self.0.at)
    }
}

/// The warning to be waived.
#[derive(Debug, InputObject)]
pub struct FindingWaiveInput {
    /// Code of the funding period.
    period: String,
    /// The cut-off of the check that found it; today when not said.
    cut_off: Option<Date>,
    /// The key of the finding.
    finding: String,
    /// Why it is accepted.
    reason: String,
}

/// The waiver to be taken back.
#[derive(Debug, InputObject)]
pub struct FindingWaiverRevokeInput {
    /// Code of the funding period.
    period: String,
    /// The key of the finding.
    finding: String,
    /// Why, at most 1,000 characters; needed where a report that was handed in shows the waiver.
    reason: Option<String>,
}

/// What came of waiving a warning.
#[derive(SimpleObject)]
pub struct FindingWaivePayload {
    /// The waiver; null when the input has mistakes.
    waiver: Option<Waiver>,
    /// All mistakes in the input; empty when the warning was waived.
    user_errors: Vec<UserError>,
}

/// What came of taking a waiver back.
#[derive(SimpleObject)]
pub struct FindingWaiverRevokePayload {
    /// The waiver that held until now; null when the input has mistakes.
    waiver: Option<Waiver>,
    /// All mistakes in the input; empty when the waiver was taken back.
    user_errors: Vec<UserError>,
}

/// The part of the mutation root about waivers.
#[derive(Default)]
pub struct WaiverMutation;

#[Object]
impl WaiverMutation {
    /// Accepts a warning with a reason: from now on it is shown as waived, never hidden. Errors cannot be waived.
    #[graphql(guard = "Access::Writer")]
    async fn finding_waive(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which warning, and why.")] input: FindingWaiveInput,
    ) -> Result<Option<FindingWaivePayload>> {
        let caller = ctx.caller();
        let cut_off = input.cut_off.map_or_else(|| caller.domain.clock.today(), |day| day.0);
        let check = CheckQuery { period: input.period, cut_off, network: None, sub_project: None };
        let waive = Waive { check, finding: input.finding, reason: input.reason };
        let waived = waiver::waive(&caller.domain, &caller.viewer, waive).await;
        let (waiver, user_errors) = told(waived, caller.language)?;
        Ok(Some(FindingWaivePayload { waiver: waiver.map(Waiver), user_errors }))
    }

    /// Takes a waiver back: the warning is open again.
    #[graphql(guard = "Access::Writer")]
    async fn finding_waiver_revoke(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which waiver.")] input: FindingWaiverRevokeInput,
    ) -> Result<Option<FindingWaiverRevokePayload>> {
        let caller = ctx.caller();
        let revoke = Revoke { period: input.period, finding: input.finding, reason: input.reason };
        let revoked = waiver::revoke(&caller.domain, &caller.viewer, revoke).await;
        let (waiver, user_errors) = told(revoked, caller.language)?;
        Ok(Some(FindingWaiverRevokePayload { waiver: waiver.map(Waiver), user_errors }))
    }
}
