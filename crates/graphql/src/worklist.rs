//! The worklist.

use async_graphql::{Context, Enum, InputObject, Object, SimpleObject};
use domain::worklist::{self, Item, Place, WorklistQuery as Wish};

use crate::{
    access::Access,
    caller::Called,
    connection::{Connection, Wanted, page_size},
    error::Result,
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
    /// otherwise the next 31 January or 31 July, when figures with this cut-off are transmitted.
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

/// The part of the query root about the worklist.
#[derive(Default)]
pub struct WorklistQuery;

#[Object]
impl WorklistQuery {
    /// The cases of what the caller may see that fall out of figures, or will, and can still be mended (Arbeitsliste);
    /// those that have to be mended first come first.
    #[graphql(guard = "Access::Reader", complexity = "100 + page_size(first) * child_complexity")]
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
        let (domain, viewer) = (ctx.caller().domain.clone(), ctx.caller().viewer.clone());
        let filter = filter.unwrap_or_default();
        let wish = Wish {
            period,
            cut_off: cut_off.map_or_else(|| domain.clock.today(), |day| day.0),
            network: filter.network,
            sub_project: filter.sub_project,
            reasons: filter.reasons.unwrap_or_default().into_iter().map(Into::into).collect(),
        };
        let wanted = Wanted::<Place>::new(first, after)?;
        let page = (wanted.after.clone(), wanted.first + 1);
        let rows = worklist::page(&domain, &viewer, &wish, page).await?;
        let page = wanted.shown(rows, |item| item.place.clone(), WorklistItem);
        Ok(page.counted_by(move || {
            let (domain, viewer, wish) = (domain.clone(), viewer.clone(), wish.clone());
            Box::pin(async move { Ok(worklist::count(&domain, &viewer, &wish).await?.total() as u64) })
        }))
    }
}
