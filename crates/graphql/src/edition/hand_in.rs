//! Who has handed in before a deadline, and who has not.

use async_graphql::{Context, Object, SimpleObject};
use chrono::NaiveDate;
use domain::edition::{self, HandIn};

use super::ReportEdition;
use crate::{access::Access, caller::Called, error::Result, figure::Unit, scalar::Date};

/// A unit that is to hand in a report before a deadline (Abgabestand).
#[derive(SimpleObject)]
pub struct ReportHandIn {
    /// The funding period, a regional network or a sub-project.
    unit: Unit,
    /// By when.
    by: Date,
    /// The newest edition of its report with the deadline's cut-off that was handed in; while none was, its draft, or null.
    edition: Option<ReportEdition>,
    /// Whether an edition lies with those above, or was approved.
    is_done: bool,
    /// Whether the day has passed and it is not done.
    is_overdue: bool,
    /// Whether a sub-project has begun and recorded nothing up to the cut-off.
    is_silent: bool,
}

impl ReportHandIn {
    fn of(hand_in: HandIn, today: NaiveDate) -> Self {
        Self {
            unit: (&hand_in.unit).into(),
            by: Date(hand_in.by),
            is_done: hand_in.is_done(),
            is_overdue: hand_in.is_overdue(today),
            is_silent: hand_in.is_silent,
            edition: hand_in.edition.map(ReportEdition),
        }
    }
}

/// The part of the query root about who has handed in.
#[derive(Default)]
pub struct HandInQuery;

#[Object]
impl HandInQuery {
    /// Who has handed in before a deadline of a funding period and who has not: each regional network followed by its
    /// sub-projects, by code, and at last the period; of those, the units that the caller may read whole.
    #[graphql(guard = "Access::Reader", complexity = "50 * child_complexity + 1")]
    async fn report_hand_ins(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Code of the funding period, e.g. `IQ-2023`.")] period: String,
        #[graphql(desc = "Cut-off of the deadline (Stichtag); null means the next one.")] cut_off: Option<
            Date,
        >,
    ) -> Result<Option<Vec<ReportHandIn>>> {
        let caller = ctx.caller();
        let asked = (period.as_str(), cut_off.map(|day| day.0));
        let (_, hand_ins) = edition::hand_ins(&caller.domain, &caller.viewer, asked).await?;
        let today = caller.domain.clock.today();
        Ok(Some(hand_ins.into_iter().map(|hand_in| ReportHandIn::of(hand_in, today)).collect()))
    }
}
