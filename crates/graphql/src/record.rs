//! What lists of records of sub-projects have in common: their filter, and the place of each record.

use async_graphql::{Context, Enum, InputObject};
use domain::{
    Error, RecordQuery, UserError, funding_period,
    id::{FundingPeriodId, SubProjectId},
    sub_project,
};

use crate::{
    caller::{Called, Caller},
    error::{ApiError, Result},
    funding_period::FundingPeriod,
    loader::{AsOf, KnownAt},
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
