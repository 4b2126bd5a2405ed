//! The worklist.

use std::collections::HashMap;

use async_graphql::{Context, Enum, InputObject, Object, SimpleObject, dataloader::Loader};
use domain::worklist::{self, Item, Place, WorklistQuery as Wish};

use crate::{
    access::Access,
    caller::{Called, Caller},
    connection::{Connection, Wanted, page_size},
    error::{ApiError, Result},
    loader::Reads,
    scalar::Date,
};

/// Why a case stands on the worklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "worklist::Reason")]
pub enum WorklistReason {
    /// Data are missing without which no indicator counts the case, or some do not (unvollständig).
    Incomplete,
    /// Left, nothing known of what followed, and the 28 days in which it becomes a result still run.
    ExitOutcomeDue,
    /// Left without work at entry, and the labour-market status on day 28 is unknown: no result (V-20).
    ExitStatusUnknown,
    /// Six months have passed since leaving, and no survey is recorded (Nachbefragung fällig).
    FollowUpDue,
}

/// Who has to mend a case (Zuständigkeit).
#[derive(SimpleObject)]
pub struct Responsible {
    /// Names of the accounts that work in the sub-project today.
    staff: Vec<String>,
    /// The coordinating organisation of its regional network, asked where nobody works in the sub-project.
    office: Option<String>,
}

/// A case on the worklist.
#[derive(Clone)]
pub struct WorklistItem(Item);

/// A case that falls out of figures, or will, and can still be mended. Pseudonymous.
#[Object]
impl WorklistItem {
    /// Code of its sub-project.
    async fn sub_project(&self) -> &str {
        &self.0.place.sub_project
    }

    /// Name of its sub-project.
    async fn sub_project_name(&self) -> &str {
        &self.0.sub_project_name
    }

    /// The project's own reference of the person.
    async fn reference(&self) -> &str {
        &self.0.reference
    }

    /// Why it stands on the list.
    async fn reason(&self) -> WorklistReason {
        self.0.place.reason.into()
    }

    /// The first day the reason held.
    async fn since(&self) -> Date {
        Date(self.0.since)
    }

    /// What is missing of the first entry, by the names of the columns in import files.
    async fn missing(&self) -> Vec<&'static str> {
        self.0.missing.iter().map(|field| field.as_str()).collect()
    }

    /// The day until which it can be mended in time: day 28 after leaving; nine months after leaving for the survey;
    /// otherwise the next deadline of the period's reports as decided (31 January or 31 July, unless it was changed).
    async fn until(&self) -> Date {
        Date(self.0.place.until)
    }

    /// Days from today to that day; negative once it has passed.
    async fn days_left(&self) -> i64 {
        self.0.days_left
    }

    /// Who has to mend it.
    async fn responsible(&self) -> Responsible {
        let responsible = &self.0.responsible;
        Responsible { staff: responsible.staff.clone(), office: responsible.office.clone() }
    }
}

/// Which part of the worklist is wanted. Conditions add up; what is left out leaves nothing out.
#[derive(Debug, Default, InputObject)]
pub struct WorklistFilter {
    /// Only this regional network, by code.
    network: Option<String>,
    /// Only this sub-project, by code.
    sub_project: Option<String>,
    /// Only for these reasons.
    reasons: Option<Vec<WorklistReason>>,
}

/// What it costs to look at every record of a period: an operation can ask for a few such lists, not for fifty.
const WEIGHT: usize = 2_000;

/// The worklists of one request are put together once each.
impl Loader<Wish> for Reads {
    type Value = worklist::Worklist;
    type Error = ApiError;

    async fn load(&self, wishes: &[Wish]) -> Result<HashMap<Wish, worklist::Worklist>> {
        let mut found = HashMap::new();
        for wish in wishes {
            found.insert(wish.clone(), worklist::read(&self.domain, &self.viewer, wish).await?);
        }
        Ok(found)
    }
}

/// The part of the query root about the worklist.
#[derive(Default)]
pub struct WorklistQuery;

#[Object]
impl WorklistQuery {
    /// The cases of what the caller may see that fall out of figures, or will, and can still be mended (Arbeitsliste);
    /// those that have to be mended first come first.
    #[graphql(guard = "Access::Reader", complexity = "WEIGHT + page_size(first) * child_complexity")]
    async fn worklist(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Code of the funding period.")] period: String,
        #[graphql(desc = "What had happened by this day (Stichtag); today when not said.")] cut_off: Option<
            Date,
        >,
        #[graphql(desc = "Which part.")] filter: Option<WorklistFilter>,
        #[graphql(desc = "How many, 1 to 100; 20 when not said.")] first: Option<i32>,
        #[graphql(desc = "Behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<WorklistItem>> {
        let Caller { domain, viewer, .. } = ctx.caller();
        let filter = filter.unwrap_or_default();
        let reasons: Vec<worklist::Reason> =
            filter.reasons.unwrap_or_default().into_iter().map(Into::into).collect();
        let wish = Wish {
            period,
            cut_off: cut_off.map_or_else(|| domain.clock.today(), |day| day.0),
            network: filter.network,
            sub_project: filter.sub_project,
        };
        let wanted = Wanted::<Place>::new("worklist", (first, after))?;
        let list = ctx.loaders().find(wish).await?.ok_or_else(|| ApiError::not_found("worklist"))?;
        let total = list.counts().of_any(&reasons) as u64;
        let of = worklist::Wanted { reasons, after: wanted.after.clone(), limit: wanted.first };
        let part = list.page(domain, viewer, &of).await?;
        let page = wanted.shown(part, |item| item.place.clone(), WorklistItem);
        Ok(page.counted_by(move || Box::pin(async move { Ok(total) })))
    }
}
