//! Deadlines of reports.

pub mod change;
pub mod check;

use async_graphql::{Context, Object, SimpleObject};
use domain::deadline::{self, Deadline};

use crate::{
    access::Access,
    caller::{Called, Caller},
    error::Result,
    scalar::Date,
};

/// A deadline of the funder (Abgabefrist) with the dates before it.
#[derive(SimpleObject)]
pub struct ReportDeadline {
    /// What had happened by this day is to be reported (Stichtag).
    cut_off: Date,
    /// On this day coordinators are told what is still missing (Vorprüfung).
    pre_check_on: Date,
    /// By this day sub-projects hand in to their coordination.
    sub_projects_by: Date,
    /// By this day coordinations hand in to the network's administration.
    coordination_by: Date,
    /// By this day the network hands in to the funder (Abgabefrist).
    due_on: Date,
    /// Days from today to that day; negative once it has passed.
    days_left: i64,
    /// Why it is not as the law gives it: an administrator added or changed it. Null where it is.
    reason: Option<String>,
}

impl ReportDeadline {
    fn of(deadline: Deadline, caller: &Caller) -> Self {
        Self {
            cut_off: Date(deadline.cut_off),
            pre_check_on: Date(deadline.pre_check_on),
            sub_projects_by: Date(deadline.sub_projects_by),
            coordination_by: Date(deadline.coordination_by),
            due_on: Date(deadline.due_on),
            days_left: (deadline.due_on - caller.domain.clock.today()).num_days(),
            reason: deadline.reason,
        }
    }
}

/// The deadlines of a period, the earliest first.
async fn deadlines(caller: &Caller, period: &str) -> Result<Vec<ReportDeadline>> {
    let all = deadline::list(&caller.domain, &caller.viewer, period).await?;
    Ok(all.into_iter().map(|deadline| ReportDeadline::of(deadline, caller)).collect())
}

/// The part of the query root about deadlines.
#[derive(Default)]
pub struct DeadlineQuery;

#[Object]
impl DeadlineQuery {
    /// By when figures of a funding period are to be handed in (Abgabefristen), the earliest first: 31 January with the
    /// cut-off 31 December and 31 July with 30 June, unless an administrator decided otherwise.
    #[graphql(guard = "Access::Reader", complexity = "12 * child_complexity + 1")]
    async fn report_deadlines(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Code of the funding period, e.g. `IQ-2023`.")] period: String,
    ) -> Result<Option<Vec<ReportDeadline>>> {
        Ok(Some(deadlines(ctx.caller(), &period).await?))
    }
}
