//! Asking for a workbook.

use async_graphql::{Context, InputObject, Object, SimpleObject};
use domain::report;
use texts::Language;

use super::ReportRun;
use crate::{
    access::Access,
    caller::Called,
    error::{Result, UserError, told},
    indicator::TextLanguage,
    scalar::{Date, DateTime},
};

/// Which workbook is wanted.
#[derive(Debug, InputObject)]
pub struct ReportRequestInput {
    /// Code of the funding period.
    period: String,
    /// What had happened by this day (Stichtag).
    cut_off: Date,
    /// As known at this moment (Kenntnisstand); null means now.
    known_at: Option<DateTime>,
    /// Only this regional network, by code.
    network: Option<String>,
    /// Only this strand (Handlungsschwerpunkt), by code, across all regional networks.
    strand: Option<String>,
    /// Only this sub-project, by code.
    sub_project: Option<String>,
    /// Language of the workbook; the one of the request when not said.
    language: Option<TextLanguage>,
}

/// What came of asking for a workbook.
#[derive(SimpleObject)]
pub struct ReportRequestPayload {
    /// The new run; null when the input has mistakes.
    report_run: Option<ReportRun>,
    /// All mistakes in the input; empty when the run was made.
    user_errors: Vec<UserError>,
}

/// Of which moment all reports are wanted.
#[derive(Debug, InputObject)]
pub struct ReportBundleRequestInput {
    /// Code of the funding period.
    period: String,
    /// What had happened by this day (Stichtag).
    cut_off: Date,
    /// As known at this moment (Kenntnisstand); null means now.
    known_at: Option<DateTime>,
    /// Language of the workbooks; the one of the request when not said.
    language: Option<TextLanguage>,
}

/// What came of asking for all reports.
#[derive(SimpleObject)]
pub struct ReportBundleRequestPayload {
    /// The new run; null when the input has mistakes.
    report_run: Option<ReportRun>,
    /// All mistakes in the input; empty when the run was made.
    user_errors: Vec<UserError>,
}

/// The part of the mutation root about reports.
#[derive(Default)]
pub struct ReportMutation;

#[Object]
impl ReportMutation {
    /// Asks for a workbook (Bericht anfordern). A worker builds it; ask `reportRun` how far it is.
    #[graphql(guard = "Access::Writer")]
    async fn report_request(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which workbook.")] input: ReportRequestInput,
    ) -> Result<Option<ReportRequestPayload>> {
        let caller = ctx.caller();
        let request = report::ReportRequest {
            period: input.period,
            cut_off: input.cut_off.0,
            known_at: input.known_at.map(|at| at.0),
            network: input.network,
            strand: input.strand,
            sub_project: input.sub_project,
            language: input.language.map_or(caller.language, Language::from),
        };
        let outcome = report::request(&caller.domain, &caller.viewer, request).await;
        let (run, user_errors) = told(outcome, caller.language)?;
        Ok(Some(ReportRequestPayload { report_run: run.map(ReportRun), user_errors }))
    }
    /// Asks for all reports of a moment as one ZIP file (Berichtspaket anfordern): on the whole network, each regional
    /// network, strand and sub-project with data, and a list of the files with their hashes.
    #[graphql(guard = "Access::Writer")]
    async fn report_bundle_request(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Of which moment.")] input: ReportBundleRequestInput,
    ) -> Result<Option<ReportBundleRequestPayload>> {
        let caller = ctx.caller();
        let request = report::BundleRequest {
            period: input.period,
            cut_off: input.cut_off.0,
            known_at: input.known_at.map(|at| at.0),
            language: input.language.map_or(caller.language, Language::from),
        };
        let outcome = report::request_bundle(&caller.domain, &caller.viewer, request).await;
        let (run, user_errors) = told(outcome, caller.language)?;
        Ok(Some(ReportBundleRequestPayload { report_run: run.map(ReportRun), user_errors }))
    }
}
