//! What lists of records of sub-projects have in common: their filter, and the place of each record.

use async_graphql::{Context, Enum, InputObject, OutputType};
use domain::{
    Error, RecordQuery, UserError, funding_period,
    id::{FundingPeriodId, SubProjectId},
    record_list::{self, Listed},
    sub_project,
};
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    caller::{Called, Caller},
    connection::{Connection, Wanted},
    error::{ApiError, Result},
    funding_period::FundingPeriod,
    loader::{AsOf, KnownAt},
    scalar::DateTime,
    sub_project::SubProject,
};

/// Gender (Geschlecht), as people state it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, strum::EnumString)]
#[graphql(remote = "counting::Gender")]
#[strum(serialize_all = "snake_case")]
pub enum Gender {
    /// Female (weiblich).
    Female,
    /// Male (männlich).
    Male,
    /// Non-binary (nicht-binär).
    NonBinary,
    /// Asked and not stated (keine Angabe).
    NotStated,
}

/// Which records a list holds. Conditions add up; what is left out leaves nothing out.
#[derive(Debug, Default, InputObject)]
pub struct RecordFilter {
    /// Code of the funding period.
    period: Option<String>,
    /// Code of the sub-project.
    sub_project: Option<String>,
}

impl RecordFilter {
    /// The filter with keys in place of codes.
    ///
    /// # Errors
    /// `BAD_INPUT` with every code that does not exist.
    pub async fn query(self, caller: &Caller, known_at: KnownAt) -> Result<RecordQuery> {
        let mut mistakes = Vec::new();
        let period = period(caller, self.period, &mut mistakes).await?;
        let sub_project = sub_project((caller, known_at), self.sub_project, &mut mistakes).await?;
        if !mistakes.is_empty() {
            return Err(Error::Invalid(mistakes).into());
        }
        Ok(RecordQuery { known_at, period, sub_project })
    }
}

/// The key of a period's code; an unknown one is a mistake.
pub async fn period(
    caller: &Caller,
    code: Option<String>,
    mistakes: &mut Vec<UserError>,
) -> Result<Option<FundingPeriodId>> {
    let Some(code) = code else { return Ok(None) };
    let found = funding_period::store::by_code(&caller.domain.db, &code).await?;
    if found.is_none() {
        mistakes.push(UserError::new("unknown-code", "period").with_value(code));
    }
    Ok(found.map(|row| row.id))
}

/// The key of a sub-project's code; an unknown one is a mistake.
pub async fn sub_project(
    (caller, known_at): (&Caller, KnownAt),
    code: Option<String>,
    mistakes: &mut Vec<UserError>,
) -> Result<Option<SubProjectId>> {
    let Some(code) = code else { return Ok(None) };
    let codes = std::slice::from_ref(&code);
    let found = sub_project::store::by_codes(&caller.domain.db, codes, known_at).await?;
    if found.is_empty() {
        mistakes.push(UserError::new("unknown-code", "subProject").with_value(code));
    }
    Ok(found.first().map(|row| row.id))
}

/// The sub-project that a record belongs to.
pub async fn sub_project_of(
    ctx: &Context<'_>,
    (key, known_at): (SubProjectId, KnownAt),
) -> Result<SubProject> {
    let row = ctx.loaders().find(AsOf { key, known_at }).await?;
    let row = row.ok_or_else(|| ApiError::not_found("sub_project"))?;
    Ok(SubProject { row, known_at })
}

/// The funding period that a record belongs to.
pub async fn funding_period_of(
    ctx: &Context<'_>,
    (key, known_at): (FundingPeriodId, KnownAt),
) -> Result<FundingPeriod> {
    let row = ctx.loaders().find(key).await?;
    let row = row.ok_or_else(|| ApiError::not_found("funding_period"))?;
    Ok(FundingPeriod { row, known_at })
}

/// The arguments of a list of records.
pub struct Asked {
    /// The name of the list.
    pub list: &'static str,
    /// `first` and `after`.
    pub page: (Option<i32>, Option<String>),
    /// Which records.
    pub filter: Option<RecordFilter>,
    /// As known at this moment; none means now.
    pub known_at: Option<DateTime>,
}

/// A page of a list of records.
pub async fn connection<E, N>(
    ctx: &Context<'_>,
    asked: Asked,
    node: impl Fn(E::Model, KnownAt) -> N,
) -> Result<Connection<N>>
where
    E: Listed<Id: Serialize + DeserializeOwned>,
    N: OutputType,
{
    let known_at = asked.known_at.map(|at| at.0);
    let caller = ctx.caller();
    let query = asked.filter.unwrap_or_default().query(caller, known_at).await?;
    let (domain, viewer) = (caller.domain.clone(), caller.viewer.clone());
    let wanted = Wanted::<(String, E::Id)>::new(asked.list, asked.page)?;
    let part = record_list::page::<E>(&domain, &viewer, (&query, &wanted.page())).await?;
    let page = wanted.shown(part, E::place, |row| node(row, known_at));
    Ok(page.counted_by(move || {
        let (domain, viewer) = (domain.clone(), viewer.clone());
        Box::pin(async move { record_list::count::<E>(&domain, &viewer, &query).await })
    }))
}

/// The part of the query root with a list of records.
macro_rules! list_of_records {
    ($(#[$about:meta])* $root:ident $(#[$told:meta])* $field:ident: $node:ident of $entity:ty) => {
        $(#[$about])*
        #[derive(Default)]
        pub struct $root;

        #[async_graphql::Object]
        impl $root {
            $(#[$told])*
            #[graphql(
                guard = "crate::access::Access::Reader",
                complexity = "crate::connection::page_size(first) * child_complexity + 1"
            )]
            async fn $field(
                &self,
                ctx: &async_graphql::Context<'_>,
                #[graphql(desc = "How many, 1 to 100; 20 when not said.")] first: Option<i32>,
                #[graphql(desc = "Behind this cursor.")] after: Option<String>,
                #[graphql(desc = "Which ones; null means all.")] filter: Option<crate::record::RecordFilter>,
                #[graphql(desc = "As known at this moment; null means now.")] known_at: Option<
                    crate::scalar::DateTime,
                >,
            ) -> crate::error::Result<crate::connection::Connection<$node>> {
                let asked =
                    crate::record::Asked { list: stringify!($field), page: (first, after), filter, known_at };
                crate::record::connection::<$entity, _>(ctx, asked, |row, known_at| $node { row, known_at })
                    .await
            }
        }
    };
}
pub(crate) use list_of_records;
