//! Targets.

use async_graphql::{Context, Enum, ID, InputObject, Object};
use domain::{
    Error, UserError,
    id::TargetId,
    regional_network, sub_project as sub_projects,
    target::{self, Model, store::Query},
};

use crate::{
    access::Access,
    caller::{Called, Caller},
    connection::{Connection, Wanted, page_size},
    error::{ApiError, Result},
    figure::RegionCategory,
    funding_period::FundingPeriod,
    id::{self, Kind},
    loader::{AsOf, KnownAt},
    record::{self, Gender},
    regional_network::RegionalNetwork,
    scalar::{Date, DateTime},
    stored,
    sub_project::SubProject,
};

/// How a target is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum, strum::EnumString)]
#[strum(serialize_all = "snake_case")]
pub enum TargetKind {
    /// To be reached by the end: compared with the figure at the cut-off (kumuliert).
    Cumulative,
    /// To be added within one calendar year: compared with the increase of the figure in it (jährlich).
    PerYear,
    /// A level to be held on every day: compared with the figure at the cut-off, never forecast (Bestand).
    Stock,
    /// The milestone of an output for the end of 2024 (Etappenziel): told beside the figure.
    Milestone,
    /// The reference value of a result (Referenzwert): told beside the figure.
    Reference,
    /// The planned value of the operations selected (geplanter Wert ausgewählter Vorhaben): told beside the figure.
    Planned,
}

/// A target and the moment it is shown as of.
#[derive(Clone)]
pub struct Target {
    /// The row.
    pub row: Model,
    /// What it is shown as of.
    pub known_at: KnownAt,
}

/// A target (Zielwert): what an indicator shall reach in a funding period, a regional network or a sub-project.
#[Object]
impl Target {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id::encode(Kind::Target, self.row.id.0)
    }

    /// Its funding period.
    async fn funding_period(&self, ctx: &Context<'_>) -> Result<FundingPeriod> {
        record::funding_period_of(ctx, (self.row.funding_period_id, self.known_at)).await
    }

    /// The regional network it is for; null when it is for the period or a sub-project without one.
    async fn regional_network(&self, ctx: &Context<'_>) -> Result<Option<RegionalNetwork>> {
        let Some(key) = self.row.regional_network_id else { return Ok(None) };
        let row = ctx.loaders().find(AsOf { key, known_at: self.known_at }).await?;
        let row = row.ok_or_else(|| ApiError::not_found("regional_network"))?;
        Ok(Some(RegionalNetwork { row, known_at: self.known_at }))
    }

    /// The sub-project it is for; null when it is for more than one.
    async fn sub_project(&self, ctx: &Context<'_>) -> Result<Option<SubProject>> {
        let Some(key) = self.row.sub_project_id else { return Ok(None) };
        Ok(Some(record::sub_project_of(ctx, (key, self.known_at)).await?))
    }

    /// Code of the indicator.
    async fn indicator(&self) -> &str {
        &self.row.indicator
    }

    /// What shall be reached, in the unit of the indicator.
    async fn value(&self) -> f64 {
        self.row.value
    }

    /// Category of region; null means all of them.
    async fn region_category(&self) -> Result<Option<RegionCategory>> {
        let Some(code) = &self.row.region_category else { return Ok(None) };
        let category: sub_projects::RegionCategory = stored::code(code, ("target", "region_category"))?;
        Ok(Some(category.into()))
    }

    /// Gender column; null means all together.
    async fn gender(&self) -> Result<Option<Gender>> {
        self.row.gender.as_deref().map(|code| stored::code(code, ("target", "gender"))).transpose()
    }

    /// How it is meant.
    async fn kind(&self) -> Result<TargetKind> {
        stored::code(&self.row.kind, ("target", "kind"))
    }

    /// The calendar year of a target per year.
    async fn year(&self) -> Option<i32> {
        self.row.year
    }

    /// First cut-off day it holds for; null means from the start of the period.
    async fn valid_from(&self) -> Option<Date> {
        self.row.valid_from.map(Date)
    }

    /// Where it is laid down, e.g. a grant decision (Zuwendungsbescheid).
    async fn document(&self) -> Option<&str> {
        self.row.document.as_deref()
    }
}

/// Which targets a list holds. Conditions add up; what is left out leaves nothing out.
#[derive(Debug, Default, InputObject)]
pub struct TargetFilter {
    /// Code of the funding period.
    period: Option<String>,
    /// Code of the regional network as a whole; needs `period`.
    network: Option<String>,
    /// Code of the sub-project.
    sub_project: Option<String>,
}

impl TargetFilter {
    /// The filter with keys in place of codes.
    async fn query(self, caller: &Caller, known_at: KnownAt) -> Result<Query> {
        let mut mistakes = Vec::new();
        let period_given = self.period.is_some();
        let period = record::period(caller, self.period, &mut mistakes).await?;
        let sub_project = record::sub_project((caller, known_at), self.sub_project, &mut mistakes).await?;
        let mut network = None;
        if let (Some(code), Some(period)) = (&self.network, period) {
            let rows = regional_network::store::of_periods(&caller.domain.db, &[period], known_at).await?;
            network = rows.iter().find(|row| row.code == *code).map(|row| row.id);
            if network.is_none() {
                mistakes.push(UserError::new("unknown-code", "network").with_value(code));
            }
        }
        if self.network.is_some() && !period_given {
            mistakes.push(UserError::new("needs-period", "network"));
        }
        if !mistakes.is_empty() {
            return Err(Error::Invalid(mistakes).into());
        }
        Ok(Query { known_at, period, network, sub_project })
    }
}

/// The part of the query root about targets.
#[derive(Default)]
pub struct TargetQuery;

#[Object]
impl TargetQuery {
    /// Targets that the caller may see, by the indicator's code: those of units that lie wholly in their rights.
    #[graphql(guard = "Access::Reader", complexity = "page_size(first) * child_complexity + 1")]
    async fn targets(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when not said.")] first: Option<i32>,
        #[graphql(desc = "Behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Which ones; null means all.")] filter: Option<TargetFilter>,
        #[graphql(desc = "As known at this moment; null means now.")] known_at: Option<DateTime>,
    ) -> Result<Connection<Target>> {
        let known_at = known_at.map(|at| at.0);
        let caller = ctx.caller();
        let query = filter.unwrap_or_default().query(caller, known_at).await?;
        let (domain, viewer) = (caller.domain.clone(), caller.viewer.clone());
        let wanted = Wanted::<(String, TargetId)>::new("targets", (first, after))?;
        let rows = target::store::page(&domain, &viewer, (&query, &wanted.page())).await?;
        let key = |row: &Model| (row.indicator.clone(), row.id);
        let page = wanted.shown(rows, key, |row| Target { row, known_at });
        Ok(page.counted_by(move || {
            let (domain, viewer) = (domain.clone(), viewer.clone());
            Box::pin(async move { target::store::count(&domain, &viewer, &query).await })
        }))
    }
}
