//! Figures: counts of facts by unit, category of region and indicator.

use std::sync::Arc;

use async_graphql::{Context, Enum, Object, SimpleObject};
use domain::figure;

use crate::{
    access::Access,
    caller::Called,
    error::Result,
    indicator::{Indicator, RulebookKind},
    scalar::{Date, DateTime},
};

/// The level figures are given for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(name = "Breakdown", remote = "figure::Breakdown")]
pub enum Level {
    /// One figure for the whole of what is asked for.
    Period,
    /// One per regional network (Regionales Integrationsnetzwerk).
    Network,
    /// One per sub-project (Teilprojekt, Teilvorhaben).
    SubProject,
}

/// Category of region of a financial allocation (Regionenkategorie), Regulation (EU) 2021/1060, Article 108(2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::sub_project::RegionCategory")]
pub enum RegionCategory {
    /// More developed region (stärker entwickelte Region): all of Bavaria.
    MoreDeveloped,
    /// Transition region (Übergangsregion).
    Transition,
    /// Less developed region (weniger entwickelte Region).
    LessDeveloped,
}

/// What a figure is about.
#[derive(SimpleObject)]
pub struct Unit {
    /// Funding period, regional network or sub-project.
    pub kind: Level,
    /// Its code; null for the sub-projects that belong to no regional network.
    pub code: Option<String>,
    /// Its name as known at the time asked for.
    pub name: String,
}

impl From<&figure::Unit> for Unit {
    fn from(unit: &figure::Unit) -> Self {
        Self { kind: unit.kind.into(), code: unit.code.clone(), name: unit.name.clone() }
    }
}

/// A figure of the domain.
pub struct Figure(figure::Figure);

/// How many cases count for an indicator in a unit and category of region (Kennzahl). Signed-in readers get exact
/// figures of what they may see; anybody else gets rounded ones for the period or its networks at month ends.
#[Object]
impl Figure {
    /// Code of the funding period (Förderperiode).
    async fn period(&self) -> &str {
        &self.0.period
    }

    /// What it is about.
    async fn unit(&self) -> Unit {
        self.0.unit.as_ref().into()
    }

    /// Category of region; figures of different categories are never merged.
    async fn region_category(&self) -> RegionCategory {
        self.0.region_category.into()
    }

    /// The indicator it follows.
    async fn indicator(&self) -> Indicator {
        Indicator(Arc::clone(&self.0.indicator))
    }

    /// Women; null for indicators about entities.
    async fn women(&self) -> Option<u64> {
        self.0.genders.map(|genders| genders.women)
    }

    /// Men; null for indicators about entities.
    async fn men(&self) -> Option<u64> {
        self.0.genders.map(|genders| genders.men)
    }

    /// Non-binary people; null for indicators about entities.
    async fn non_binary(&self) -> Option<u64> {
        self.0.genders.map(|genders| genders.non_binary)
    }

    /// Cases: a person once per operation, an entity once per sub-project.
    async fn total(&self) -> u64 {
        self.0.total
    }

    /// Distinct people in the unit; null for entities and public figures. Never adds up over units.
    async fn persons(&self) -> Option<u64> {
        self.0.persons
    }

    /// Cases left out for missing data; null for public figures.
    async fn excluded(&self) -> Option<u64> {
        self.0.excluded
    }

    /// The target (Sollwert), when one is agreed.
    async fn target(&self) -> Option<f64> {
        self.0.target
    }

    /// Total by target; null without a target or with target 0.
    async fn ratio(&self) -> Option<f64> {
        self.0.ratio()
    }

    /// Version of the indicator's definition.
    async fn definition_version(&self) -> u16 {
        self.0.indicator.version
    }

    /// Whether disclosure control rounded the cases to multiples of ten.
    async fn rounded(&self) -> bool {
        self.0.rounded
    }
}

/// The part of the query root about figures.
#[derive(Default)]
pub struct FigureQuery;

#[Object]
impl FigureQuery {
    /// Figures: one per unit, category of region and indicator, zeros included, in this order.
    #[graphql(guard = "Access::Public", complexity = "100 + 10 * child_complexity")]
    #[expect(clippy::too_many_arguments, reason = "each is an argument of the field")]
    async fn figures(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Code of the funding period, e.g. `IQ-2023`.")] period: String,
        #[graphql(desc = "What had happened by this day (Stichtag).")] cut_off: Date,
        #[graphql(desc = "As known at this moment (Kenntnisstand); null means now.")] known_at: Option<
            DateTime,
        >,
        #[graphql(desc = "Only this regional network, by code.")] network: Option<String>,
        #[graphql(desc = "Only this sub-project, by code.")] sub_project: Option<String>,
        #[graphql(desc = "The level; null means the level of what is asked for.")] by: Option<Level>,
        #[graphql(
            desc = "Only indicators of these kinds; null means those of the law and of the programme."
        )]
        kinds: Option<Vec<RulebookKind>>,
        #[graphql(desc = "Only these indicators, by code and of any kind; null means all of these kinds.")]
        indicators: Option<Vec<String>>,
    ) -> Result<Vec<Figure>> {
        let caller = ctx.caller();
        let query = figure::FigureQuery {
            period,
            cut_off: cut_off.0,
            known_at: known_at.map(|at| at.0),
            network,
            sub_project,
            by: by.map(Into::into),
            kinds: kinds.unwrap_or_default().into_iter().map(Into::into).collect(),
            indicators: indicators.unwrap_or_default(),
        };
        let figures = figure::figures(&caller.domain, &caller.viewer, &query).await?;
        Ok(figures.into_iter().map(Figure).collect())
    }
}
