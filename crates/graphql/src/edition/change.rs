//! Drafting, handing in and deciding about editions.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::{
    edition::{self, Model},
    id::{EditionId, ReportRunId},
};

use super::ReportEdition;
use crate::{
    access::Access,
    caller::Called,
    error::{Result, UserError, told},
    id::{self, Kind},
};

/// Which workbook becomes a draft.
#[derive(Debug, InputObject)]
pub struct EditionDraftInput {
    /// Id of the report run whose workbook it is.
    report_run: ID,
}

/// Which edition is handed in.
#[derive(Debug, InputObject)]
pub struct EditionSubmitInput {
    /// Its id.
    id: ID,
    /// The answer to why it was returned, at most 1,000 characters; a remark where there is nothing to answer.
    answer: Option<String>,
}

/// Which edition is accepted.
#[derive(Debug, InputObject)]
pub struct EditionApproveInput {
    /// Its id.
    id: ID,
    /// A remark, at most 1,000 characters.
    remark: Option<String>,
}

/// Which edition is sent back, and why.
#[derive(Debug, InputObject)]
pub struct EditionReturnInput {
    /// Its id.
    id: ID,
    /// Why, at most 1,000 characters.
    reason: String,
}

/// What came of a step of an edition.
#[derive(SimpleObject)]
pub struct EditionPayload {
    /// The edition as it stands now; null when the step was not taken.
    edition: Option<ReportEdition>,
    /// Why it was not taken; empty otherwise.
    user_errors: Vec<UserError>,
}

/// The part of the mutation root about editions.
#[derive(Default)]
pub struct EditionMutation;

#[Object]
impl EditionMutation {
    /// Makes the workbook of a run the draft of the report's next edition (Entwurf).
    #[graphql(guard = "Access::Writer")]
    async fn edition_draft(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which workbook.")] input: EditionDraftInput,
    ) -> Result<Option<EditionPayload>> {
        let caller = ctx.caller();
        let run = ReportRunId(id::key(&input.report_run, Kind::ReportRun)?);
        payload(ctx, edition::draft(&caller.domain, &caller.viewer, run).await)
    }

    /// Hands a draft in, or the report's last edition again that was returned (einreichen): it is frozen, and the records
    /// behind it change only as corrections with a reason.
    #[graphql(guard = "Access::Writer")]
    async fn edition_submit(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which edition.")] input: EditionSubmitInput,
    ) -> Result<Option<EditionPayload>> {
        let caller = ctx.caller();
        let wish = (edition_id(&input.id)?, input.answer);
        payload(ctx, edition::submit(&caller.domain, &caller.viewer, wish).await)
    }

    /// Accepts a submitted edition (freigeben), one level above its unit. The one approved before is superseded.
    #[graphql(guard = "Access::Writer")]
    async fn edition_approve(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which edition.")] input: EditionApproveInput,
    ) -> Result<Option<EditionPayload>> {
        let caller = ctx.caller();
        let wish = (edition_id(&input.id)?, input.remark);
        payload(ctx, edition::approve(&caller.domain, &caller.viewer, wish).await)
    }

    /// Sends a submitted edition back with a reason (zurückgeben), one level above its unit.
    #[graphql(guard = "Access::Writer")]
    async fn edition_return(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which edition, and why.")] input: EditionReturnInput,
    ) -> Result<Option<EditionPayload>> {
        let caller = ctx.caller();
        let wish = (edition_id(&input.id)?, input.reason);
        payload(ctx, edition::give_back(&caller.domain, &caller.viewer, wish).await)
    }
}

pub(super) fn edition_id(id: &ID) -> Result<EditionId> {
    Ok(EditionId(id::key(id, Kind::ReportEdition)?))
}

fn payload(ctx: &Context<'_>, outcome: domain::Result<Model>) -> Result<Option<EditionPayload>> {
    let (edition, user_errors) = told(outcome, ctx.caller().language)?;
    Ok(Some(EditionPayload { edition: edition.map(ReportEdition), user_errors }))
}
