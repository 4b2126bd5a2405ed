//! Deciding about deadlines.

use async_graphql::{Context, InputObject, Object, SimpleObject};
use domain::{
    Error,
    deadline::{self, DeadlineEnding, DeadlineSetting, LeadTimes, LeadTimesSetting},
};

use super::{ReportDeadline, deadlines};
use crate::{
    access::Access,
    caller::{Called, Caller},
    error::{Result, UserError},
    scalar::Date,
};

/// A deadline to add or to change.
#[derive(Debug, InputObject)]
pub struct ReportDeadlineSetInput {
    /// Code of the funding period.
    period: String,
    /// What had happened by this day is to be reported (Stichtag); it names the deadline within the period.
    cut_off: Date,
    /// By when (Abgabefrist).
    due_on: Date,
    /// Why; kept with the version and in the audit log.
    reason: String,
}

/// A deadline that does not hold.
#[derive(Debug, InputObject)]
pub struct ReportDeadlineEndInput {
    /// Code of the funding period.
    period: String,
    /// Its cut-off (Stichtag).
    cut_off: Date,
    /// Why; kept with the version and in the audit log.
    reason: String,
}

/// How many days before its deadlines a period is to have what.
#[derive(Debug, InputObject)]
pub struct ReportLeadTimesSetInput {
    /// Code of the funding period.
    period: String,
    /// Days from the pre-check (Vorprüfung) to the deadline.
    pre_check_days: i32,
    /// Days from the day by which sub-projects hand in to the deadline.
    sub_project_days: i32,
    /// Days from the day by which coordinations hand in to the deadline.
    coordination_days: i32,
    /// Why; kept with the version and in the audit log.
    reason: String,
}

/// What came of deciding about deadlines.
#[derive(SimpleObject)]
pub struct ReportDeadlinesPayload {
    /// The deadlines of the period as they hold now; null when the input has mistakes.
    report_deadlines: Option<Vec<ReportDeadline>>,
    /// All mistakes in the input; empty when it was done.
    user_errors: Vec<UserError>,
}

/// The part of the mutation root about deadlines.
#[derive(Default)]
pub struct DeadlineMutation;

#[Object]
impl DeadlineMutation {
    /// Adds a deadline of a funding period or changes its last day (Abgabefrist festlegen).
    #[graphql(guard = "Access::Administrator", complexity = "12 * child_complexity + 1")]
    async fn report_deadline_set(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which deadline, and why.")] input: ReportDeadlineSetInput,
    ) -> Result<Option<ReportDeadlinesPayload>> {
        let Caller { domain, viewer, .. } = ctx.caller();
        let ReportDeadlineSetInput { period, cut_off: Date(cut_off), due_on: Date(due_on), reason } = input;
        let setting = DeadlineSetting { period, cut_off, due_on, reason };
        told(ctx, &setting.period, deadline::set(domain, viewer, &setting).await).await
    }

    /// Ends a deadline of a funding period (Abgabefrist aufheben): it does not hold, whoever gave it.
    #[graphql(guard = "Access::Administrator", complexity = "12 * child_complexity + 1")]
    async fn report_deadline_end(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which deadline, and why.")] input: ReportDeadlineEndInput,
    ) -> Result<Option<ReportDeadlinesPayload>> {
        let Caller { domain, viewer, .. } = ctx.caller();
        let ReportDeadlineEndInput { period, cut_off: Date(cut_off), reason } = input;
        let ending = DeadlineEnding { period, cut_off, reason };
        told(ctx, &ending.period, deadline::end(domain, viewer, &ending).await).await
    }

    /// Changes how many days before the deadlines of a funding period the network is to have what (Vorlauf festlegen).
    #[graphql(guard = "Access::Administrator", complexity = "12 * child_complexity + 1")]
    async fn report_lead_times_set(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many days, and why.")] input: ReportLeadTimesSetInput,
    ) -> Result<Option<ReportDeadlinesPayload>> {
        let Caller { domain, viewer, .. } = ctx.caller();
        let days = [input.pre_check_days, input.sub_project_days, input.coordination_days];
        let lead_times = LeadTimes::of_days(days.map(i64::from));
        let setting = LeadTimesSetting { period: input.period, lead_times, reason: input.reason };
        told(ctx, &setting.period, deadline::set_lead_times(domain, viewer, &setting).await).await
    }
}

async fn told(
    ctx: &Context<'_>,
    period: &str,
    done: domain::Result<()>,
) -> Result<Option<ReportDeadlinesPayload>> {
    let caller = ctx.caller();
    match done {
        Ok(()) => Ok(Some(ReportDeadlinesPayload {
            report_deadlines: Some(deadlines(caller, period).await?),
            user_errors: Vec::new(),
        })),
        Err(Error::Invalid(mistakes)) => Ok(Some(ReportDeadlinesPayload {
            report_deadlines: None,
            user_errors: UserError::all(&mistakes, caller.language),
        })),
        Err(error) => Err(error.into()),
    }
}
