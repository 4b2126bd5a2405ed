//! What was still missing before a deadline.

use async_graphql::{Context, Object, SimpleObject};
use domain::deadline::{self, Found, PreCheck};

use crate::{
    access::Access,
    caller::{Called, Caller},
    error::Result,
    scalar::{Date, DateTime},
};

/// Incomplete cases that lack something.
#[derive(SimpleObject)]
pub struct MissingCount {
    /// What they lack, by the name of the column in import files.
    field: String,
    /// How many.
    cases: u64,
}

/// What a pre-check found in a sub-project.
#[derive(SimpleObject)]
pub struct ReportPreCheckResult {
    /// Code of the sub-project.
    sub_project: String,
    /// Its name.
    sub_project_name: String,
    /// Cases that figures leave out, because data are missing (unvollständig).
    incomplete: usize,
    /// Incomplete cases by what they lack; one that lacks two things is counted at both.
    missing: Vec<MissingCount>,
    /// Cases of which nothing is known since they left, while the 28 days run.
    exit_outcome_due: usize,
    /// Cases whose labour-market status on day 28 after leaving is unknown.
    exit_status_unknown: usize,
    /// Cases whose survey is due (Nachbefragung fällig).
    follow_up_due: usize,
    /// Whether nothing at all was recorded, although it had begun.
    is_silent: bool,
    /// Path of their worklist on this server.
    worklist: String,
}

/// A look, some days before a deadline, at what is still missing (Vorprüfung).
#[derive(SimpleObject)]
pub struct ReportPreCheck {
    /// Cut-off of the deadline (Stichtag).
    cut_off: Date,
    /// What had happened by this day was looked at.
    looked_at: Date,
    /// When.
    checked_at: DateTime,
    /// The sub-projects in which something was missing, by code; of those the caller may see.
    results: Vec<ReportPreCheckResult>,
}

impl ReportPreCheck {
    fn of(check: PreCheck, period: &str) -> Self {
        Self {
            cut_off: Date(check.cut_off),
            looked_at: Date(check.looked_at),
            checked_at: DateTime(check.checked_at),
            results: check.found.into_iter().map(|found| result(found, period)).collect(),
        }
    }
}

fn result(found: Found, period: &str) -> ReportPreCheckResult {
    let Found { sub_project, name, counts, missing, is_silent } = found;
    ReportPreCheckResult {
        worklist: format!("/worklist?period={period}&sub_project={sub_project}"),
        sub_project,
        sub_project_name: name,
        incomplete: counts.incomplete,
        missing: missing.into_iter().map(|(field, cases)| MissingCount { field, cases }).collect(),
        exit_outcome_due: counts.exit_outcome_due,
        exit_status_unknown: counts.exit_status_unknown,
        follow_up_due: counts.follow_up_due,
        is_silent,
    }
}

/// The part of the query root about pre-checks.
#[derive(Default)]
pub struct PreCheckQuery;

#[Object]
impl PreCheckQuery {
    /// What was still missing when deadlines of a funding period were last checked beforehand (Vorprüfung): the newest
    /// check of each, the earliest deadline first.
    #[graphql(guard = "Access::Reader", complexity = "40 * child_complexity + 1")]
    async fn report_pre_checks(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Code of the funding period, e.g. `IQ-2023`.")] period: String,
    ) -> Result<Option<Vec<ReportPreCheck>>> {
        let Caller { domain, viewer, .. } = ctx.caller();
        let checks = deadline::checks(domain, viewer, &period).await?;
        Ok(Some(checks.into_iter().map(|check| ReportPreCheck::of(check, &period)).collect()))
    }
}
