//! Cancelling a run and asking again for what failed.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use domain::{id::ReportRunId, report};

use super::ReportRun;
use crate::{
    access::Access,
    caller::Called,
    error::{Result, UserError, told},
    id::{self, Kind},
};

/// Which run is meant.
#[derive(Debug, InputObject)]
pub struct ReportCancelInput {
    /// Its id.
    id: ID,
}

/// What came of cancelling a run.
#[derive(SimpleObject)]
pub struct ReportCancelPayload {
    /// The run as it stands now; null when it could not be cancelled.
    report_run: Option<ReportRun>,
    /// Why it could not be cancelled; empty otherwise.
    user_errors: Vec<UserError>,
}

/// Which run is meant.
#[derive(Debug, InputObject)]
pub struct ReportRetryInput {
    /// Its id.
    id: ID,
}

/// What came of asking again.
#[derive(SimpleObject)]
pub struct ReportRetryPayload {
    /// The new run; null when the old one has not ended without a workbook.
    report_run: Option<ReportRun>,
    /// Why there is no new run; empty otherwise.
    user_errors: Vec<UserError>,
}

/// The part of the mutation root about runs that exist.
#[derive(Default)]
pub struct ReportChangeMutation;

#[Object]
impl ReportChangeMutation {
    /// Cancels a run (Bericht abbrechen): one that waits at once, one that is being built within two seconds. Nothing of
    /// it is left.
    #[graphql(guard = "Access::Writer")]
    async fn report_cancel(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which run.")] input: ReportCancelInput,
    ) -> Result<Option<ReportCancelPayload>> {
        let caller = ctx.caller();
        let run = ReportRunId(id::key(&input.id, Kind::ReportRun)?);
        let outcome = report::cancel(&caller.domain, &caller.viewer, run).await;
        let (run, user_errors) = told(outcome, caller.language)?;
        Ok(Some(ReportCancelPayload { report_run: run.map(ReportRun), user_errors }))
    }

    /// Asks again for what a failed or cancelled run was to make (Bericht erneut anfordern). The old run stays as it is.
    #[graphql(guard = "Access::Writer")]
    async fn report_retry(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which run.")] input: ReportRetryInput,
    ) -> Result<Option<ReportRetryPayload>> {
        let caller = ctx.caller();
        let run = ReportRunId(id::key(&input.id, Kind::ReportRun)?);
        let outcome = report::retry(&caller.domain, &caller.viewer, run).await;
        let (run, user_errors) = told(outcome, caller.language)?;
        Ok(Some(ReportRetryPayload { report_run: run.map(ReportRun), user_errors }))
    }
}
