//! Targets beside what has been reached.

use std::sync::Arc;

use async_graphql::{Context, Enum, Object, SimpleObject};
use domain::attainment::{self, Attainment, AttainmentQuery};

use crate::{
    access::Access,
    caller::Called,
    error::Result,
    figure::{RegionCategory, Unit},
    indicator::Indicator,
    scalar::{Date, DateTime},
    target::TargetKind,
};

impl From<attainment::TargetKind> for TargetKind {
    fn from(kind: attainment::TargetKind) -> Self {
        match kind {
            attainment::TargetKind::Cumulative => Self::Cumulative,
            attainment::TargetKind::PerYear => Self::PerYear,
            attainment::TargetKind::Stock => Self::Stock,
            attainment::TargetKind::Milestone => Self::Milestone,
            attainment::TargetKind::Reference => Self::Reference,
            attainment::TargetKind::Planned => Self::Planned,
        }
    }
}

/// How what was reached stands to what was to be expected by the cut-off (Ampel).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "attainment::Standing")]
pub enum TargetStanding {
    /// The target is reached.
    Reached,
    /// At least nine tenths of what was to be expected.
    OnTrack,
    /// At least seven tenths of what was to be expected.
    Behind,
    /// Less than seven tenths of what was to be expected.
    FarBehind,
    /// Its last day has passed, and it was not reached.
    Missed,
    /// Too little time has passed for a judgement.
    TooEarly,
}

/// How a forecast is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "attainment::Method")]
pub enum ForecastMethod {
    /// What was reached, divided by the share of the days that has passed.
    Linear,
}

/// A gender column of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum GenderColumn {
    /// Women.
    Female,
    /// Men.
    Male,
    /// Non-binary people.
    NonBinary,
}

impl From<GenderColumn> for counting::Gender {
    fn from(column: GenderColumn) -> Self {
        match column {
            GenderColumn::Female => Self::Female,
            GenderColumn::Male => Self::Male,
            GenderColumn::NonBinary => Self::NonBinary,
        }
    }
}

impl GenderColumn {
    /// The column of a gender; none for "not stated", which has none.
    pub fn of(gender: counting::Gender) -> Option<Self> {
        match gender {
            counting::Gender::Female => Some(Self::Female),
            counting::Gender::Male => Some(Self::Male),
            counting::Gender::NonBinary => Some(Self::NonBinary),
            counting::Gender::NotStated => None,
        }
    }
}

/// A value at the end, as it is to be expected today (Prognose).
#[derive(SimpleObject)]
pub struct Forecast {
    /// The value, in the unit of the indicator.
    value: f64,
    /// How it is made.
    method: ForecastMethod,
}

/// A target in force at a cut-off.
pub struct TargetAttainment(Attainment);

/// A target in force at a cut-off beside what has been reached (Zielerreichung). It speaks of its own unit alone:
/// targets are never added up over units nor over periods.
#[Object]
impl TargetAttainment {
    /// What it is about.
    async fn unit(&self) -> Unit {
        self.0.unit.as_ref().into()
    }

    /// Category of region; null means all of them together.
    async fn region_category(&self) -> Option<RegionCategory> {
        self.0.region_category.map(Into::into)
    }

    /// Gender column; null means all together.
    async fn gender(&self) -> Option<GenderColumn> {
        self.0.gender.and_then(GenderColumn::of)
    }

    /// The indicator.
    async fn indicator(&self) -> Indicator {
        Indicator(Arc::clone(&self.0.indicator))
    }

    /// How the target is to be read.
    async fn kind(&self) -> TargetKind {
        self.0.kind.into()
    }

    /// The target (Zielwert).
    async fn target(&self) -> f64 {
        self.0.target
    }

    /// What has been reached (Istwert), as figures tell it.
    async fn actual(&self) -> u64 {
        self.0.actual
    }

    /// Reached by target; null with target 0.
    async fn ratio(&self) -> Option<f64> {
        self.0.ratio()
    }

    /// What was to be expected by the cut-off if the target were reached evenly day by day.
    async fn expected(&self) -> f64 {
        self.0.expected
    }

    /// The value at the end; null before 90 days and a tenth of the time have passed, and for levels.
    async fn forecast(&self) -> Option<Forecast> {
        let forecast = self.0.forecast?;
        Some(Forecast { value: forecast.value, method: forecast.method.into() })
    }

    /// How what was reached stands to what was to be expected.
    async fn standing(&self) -> TargetStanding {
        self.0.standing.into()
    }

    /// The standing in words.
    async fn standing_text(&self, ctx: &Context<'_>) -> String {
        let standing = self.0.standing.as_str();
        texts::text(ctx.caller().language, &format!("attainment-standing-{standing}"))
    }

    /// The first day in which it is to be reached.
    async fn starts_on(&self) -> Date {
        Date(self.0.days.first)
    }

    /// The last day in which it is to be reached.
    async fn ends_on(&self) -> Date {
        Date(self.0.days.last)
    }

    /// First cut-off day it holds for; null means from the start of the period.
    async fn valid_from(&self) -> Option<Date> {
        self.0.valid_from.map(Date)
    }

    /// Where it is laid down, e.g. a grant decision (Zuwendungsbescheid).
    async fn document(&self) -> Option<&str> {
        self.0.document.as_deref()
    }
}

/// The part of the query root about attainment.
#[derive(Default)]
pub struct TargetAttainmentQuery;

#[Object]
impl TargetAttainmentQuery {
    /// The targets in force at a cut-off, each beside what has been reached: those of the period, of its networks, of
    /// its sub-projects, as far as the caller may see the whole unit.
    #[graphql(guard = "Access::Reader", complexity = "100 + 10 * child_complexity")]
    #[expect(clippy::too_many_arguments, reason = "each is an argument of the field")]
    async fn target_attainments(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Code of the funding period.")] period: String,
        #[graphql(desc = "What had happened by this day (Stichtag).")] cut_off: Date,
        #[graphql(desc = "As known at this moment (Kenntnisstand); null means now.")] known_at: Option<
            DateTime,
        >,
        #[graphql(desc = "Only this regional network and its sub-projects, by code.")] network: Option<
            String,
        >,
        #[graphql(desc = "Only this sub-project, by code.")] sub_project: Option<String>,
        #[graphql(desc = "Only these indicators, by code; null means all.")] indicators: Option<Vec<String>>,
    ) -> Result<Vec<TargetAttainment>> {
        let caller = ctx.caller();
        let query = AttainmentQuery {
            period,
            cut_off: cut_off.0,
            known_at: known_at.map(|at| at.0),
            network,
            strand: None,
            sub_project,
            indicators: indicators.unwrap_or_default(),
        };
        let attainments = attainment::attainments(&caller.domain, &caller.viewer, &query).await?;
        Ok(attainments.into_iter().map(TargetAttainment).collect())
    }
}
