//! Figures: counts of facts by unit, category of region and indicator.

mod case;
mod difference;
mod series;

use std::sync::Arc;

use async_graphql::{Context, Enum, InputObject, Object, SimpleObject};
use domain::figure::{self, Which};

pub(crate) use self::difference::FigureDifference;
use self::{case::FigureCase, series::FigureSeries};
use crate::{
    access::Access,
    caller::Called,
    connection::{Connection, page_size},
    error::{ApiError, Result},
    figure_note::{FigureNote, NotesOf},
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
    /// Funding period (or a strand of it, in reports), regional network or sub-project.
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

/// So many figures of one answer may be asked for their cases.
const FIGURES_WITH_CASES: usize = 25;

/// A figure of the domain, with what was asked.
pub struct Figure {
    figure: figure::Figure,
    query: Arc<figure::FigureQuery>,
    is_one_of_few: bool,
}

impl Figure {
    fn all(figures: Vec<figure::Figure>, query: figure::FigureQuery) -> Vec<Self> {
        let (query, is_one_of_few) = (Arc::new(query), figures.len() <= FIGURES_WITH_CASES);
        figures.into_iter().map(|figure| Self { figure, query: Arc::clone(&query), is_one_of_few }).collect()
    }

    async fn page_of(
        &self,
        ctx: &Context<'_>,
        which: Which,
        page: (Option<i32>, Option<String>),
    ) -> Result<Connection<FigureCase>> {
        if !self.is_one_of_few {
            return Err(ApiError::bad_input("cases-of-few-figures", "indicators"));
        }
        let figure = &self.figure;
        let key = figure::FigureKey {
            period: figure.period.to_string(),
            cut_off: self.query.cut_off,
            known_at: self.query.known_at,
            unit: (figure.unit.kind, figure.unit.code.clone()),
            region_category: figure.region_category,
            indicator: figure.indicator.code.to_string(),
        };
        case::connection(ctx, (&key, which), page).await
    }
}

/// How many cases count for an indicator in a unit and category of region (Kennzahl). Signed-in readers get exact
/// figures of what they may see; anybody else gets rounded ones for the period or its networks at month ends.
#[Object]
impl Figure {
    /// Code of the funding period (Förderperiode).
    async fn period(&self) -> &str {
        &self.figure.period
    }

    /// What it is about.
    async fn unit(&self) -> Unit {
        self.figure.unit.as_ref().into()
    }

    /// Category of region; figures of different categories are never merged.
    async fn region_category(&self) -> RegionCategory {
        self.figure.region_category.into()
    }

    /// The indicator it follows.
    async fn indicator(&self) -> Indicator {
        Indicator(Arc::clone(&self.figure.indicator))
    }

    /// Women; null for indicators about entities.
    async fn women(&self) -> Option<u64> {
        self.figure.genders.map(|genders| genders.women)
    }

    /// Men; null for indicators about entities.
    async fn men(&self) -> Option<u64> {
        self.figure.genders.map(|genders| genders.men)
    }

    /// Non-binary people; null for indicators about entities.
    async fn non_binary(&self) -> Option<u64> {
        self.figure.genders.map(|genders| genders.non_binary)
    }

    /// Cases: a person once per operation, an entity once per sub-project.
    async fn total(&self) -> u64 {
        self.figure.total
    }

    /// Distinct people in the unit; null for entities and public figures. Never adds up over units.
    async fn persons(&self) -> Option<u64> {
        self.figure.persons
    }

    /// Distinct people in all figures of the answer for this indicator together: the sum row of `persons`, which never
    /// adds up. Null for entities and public figures.
    async fn persons_in_whole(&self) -> Option<u64> {
        self.figure.persons_in_whole
    }

    /// The cases behind it, pseudonymous, by code of the sub-project. For readers, and for 25 figures of an answer at most.
    #[graphql(complexity = "page_size(first) * child_complexity + 20")]
    async fn cases(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when not said.")] first: Option<i32>,
        #[graphql(desc = "Behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<FigureCase>> {
        self.page_of(ctx, Which::Counted, (first, after)).await
    }

    /// The cases left out of it for missing data, in the same way.
    #[graphql(complexity = "page_size(first) * child_complexity + 20")]
    async fn excluded_cases(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when not said.")] first: Option<i32>,
        #[graphql(desc = "Behind this cursor.")] after: Option<String>,
    ) -> Result<Connection<FigureCase>> {
        self.page_of(ctx, Which::LeftOut, (first, after)).await
    }

    /// Cases left out for missing data; null for public figures.
    async fn excluded(&self) -> Option<u64> {
        self.figure.excluded
    }

    /// The target (Sollwert), when one is agreed.
    async fn target(&self) -> Option<f64> {
        self.figure.plan.target
    }

    /// The milestone of an output (Etappenziel), when one is recorded.
    async fn milestone(&self) -> Option<f64> {
        self.figure.plan.milestone
    }

    /// The reference value of a result (Referenzwert), when one is recorded.
    async fn reference(&self) -> Option<f64> {
        self.figure.plan.reference
    }

    /// The planned value of the operations selected (geplanter Wert ausgewählter Vorhaben), when one is recorded.
    async fn planned(&self) -> Option<f64> {
        self.figure.plan.planned
    }

    /// Total by target; null without a target or with target 0.
    async fn ratio(&self) -> Option<f64> {
        self.figure.ratio()
    }

    /// What was noted on it, as known at the moment asked for, the oldest first; for readers alone.
    #[graphql(complexity = "child_complexity + 1")]
    async fn notes(&self, ctx: &Context<'_>) -> Result<Vec<FigureNote>> {
        let (figure, known_at) = (&self.figure, self.query.known_at);
        let key = Arc::clone(&figure.period);
        let mut notes = ctx.loaders().list(NotesOf { key, known_at }).await?;
        notes.retain(|note| note.is_about(figure));
        Ok(notes.into_iter().map(FigureNote).collect())
    }

    /// Version of the indicator's definition.
    async fn definition_version(&self) -> u16 {
        self.figure.indicator.version
    }

    /// Whether disclosure control rounded the cases to multiples of ten.
    async fn rounded(&self) -> bool {
        self.figure.rounded
    }
}

/// Which figures; null and left out mean: no limit.
#[derive(InputObject, Default)]
pub struct FigureSelection {
    /// Only this regional network, by code.
    network: Option<String>,
    /// Only this sub-project, by code.
    sub_project: Option<String>,
    /// The level; null means the level of what is asked for.
    by: Option<Level>,
    /// Only indicators of these kinds; null means those of the law and of the programme.
    kinds: Option<Vec<RulebookKind>>,
    /// Only these indicators, by code and of any kind; null means all of these kinds.
    indicators: Option<Vec<String>>,
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
            strand: None,
            sub_project,
            by: by.map(Into::into),
            kinds: kinds.unwrap_or_default().into_iter().map(Into::into).collect(),
            indicators: indicators.unwrap_or_default(),
        };
        let figures = figure::figures(&caller.domain, &caller.viewer, &query).await?;
        Ok(Figure::all(figures, query))
    }

    /// Figures over time: one series per unit, category of region and indicator, in this order.
    #[graphql(guard = "Access::Public", complexity = "100 + 10 * child_complexity")]
    async fn figure_series(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Code of the funding period, e.g. `IQ-2023`.")] period: String,
        #[graphql(desc = "The cut-off days (Stichtage), ascending, 240 at most; month ends as a rule.")]
        cut_offs: Vec<Date>,
        #[graphql(desc = "As known at this moment (Kenntnisstand); null means now.")] known_at: Option<
            DateTime,
        >,
        #[graphql(desc = "Which figures; null means one for the whole period.")] figures: Option<
            FigureSelection,
        >,
    ) -> Result<Vec<FigureSeries>> {
        series::series(ctx, (period, cut_offs, known_at), figures).await
    }

    /// Why figures changed between two points: one difference per unit, category of region and indicator, in this order,
    /// with what each cause changed. The causes add up to the difference.
    #[graphql(guard = "Access::Reader", complexity = "200 + 10 * child_complexity")]
    async fn figure_difference(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Code of the funding period, e.g. `IQ-2023`.")] period: String,
        #[graphql(desc = "The first point.")] from: difference::FigurePoint,
        #[graphql(desc = "The second point, not before the first in either time.")]
        to: difference::FigurePoint,
        #[graphql(desc = "Which figures; null means one for the whole period.")] figures: Option<
            FigureSelection,
        >,
    ) -> Result<Vec<FigureDifference>> {
        difference::differences(ctx, (period, from, to), figures).await
    }
}
