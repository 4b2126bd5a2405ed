//! Why figures changed.

use std::sync::Arc;

use async_graphql::{Context, Enum, InputObject, Object, SimpleObject};
use domain::{
    Part,
    figure::{self, CaseCursor, ChangedCasesRequest, DifferenceQuery, changed_cases},
};

use super::{
    FigureSelection, RegionCategory, Unit,
    case::{Place, SubjectKind, behind},
};
use crate::{
    caller::Called,
    connection::{Connection, Wanted, page_size},
    error::{ApiError, Result},
    indicator::Indicator,
    record::Gender,
    scalar::{Date, DateTime},
};

/// A cut-off day and a state of knowledge.
#[derive(Clone, Copy, InputObject)]
pub struct FigurePoint {
    /// What had happened by this day (Stichtag).
    cut_off: Date,
    /// As known at this moment (Kenntnisstand); null means now.
    known_at: Option<DateTime>,
}

impl From<FigurePoint> for figure::Moment {
    fn from(point: FigurePoint) -> Self {
        Self { cut_off: point.cut_off.0, known_at: point.known_at.map(|at| at.0) }
    }
}

/// Why a case makes a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "figure::DifferenceCause")]
pub enum DifferenceCause {
    /// A new record about days after the first cut-off.
    NewRecord,
    /// A new record about days before or on the first cut-off (Nachmeldung).
    LateEntry,
    /// A record was corrected (Korrektur).
    Correction,
    /// A record was withdrawn (Löschung).
    Deletion,
    /// The rulebook, or the definition of an indicator, has a new version.
    Rules,
    /// The counting profile has a new version.
    Profile,
    /// The network changed: the case, or its sub-project, belongs elsewhere.
    Structure,
    /// Nothing was learnt; the cut-off moved over days that were known already.
    TimePassed,
}

/// A difference of the domain, with the points it was asked for.
pub struct FigureDifference {
    difference: figure::FigureDifference,
    points: (figure::Moment, figure::Moment),
    is_one_of_few: bool,
}

impl FigureDifference {
    /// Differences between two points.
    pub(crate) fn all(
        differences: Vec<figure::FigureDifference>,
        points: (figure::Moment, figure::Moment),
    ) -> Vec<Self> {
        let is_one_of_few = differences.len() <= super::FIGURES_WITH_CASES;
        differences.into_iter().map(|difference| Self { difference, points, is_one_of_few }).collect()
    }
}

/// Why a figure changed between two points.
#[Object]
impl FigureDifference {
    /// Code of the funding period (Förderperiode).
    async fn period(&self) -> &str {
        &self.difference.period
    }

    /// What the figure is about.
    async fn unit(&self) -> Unit {
        self.difference.unit.as_ref().into()
    }

    /// Category of region.
    async fn region_category(&self) -> RegionCategory {
        self.difference.region_category.into()
    }

    /// The indicator.
    async fn indicator(&self) -> Indicator {
        Indicator(Arc::clone(&self.difference.indicator))
    }

    /// The figure at the first point.
    async fn from(&self) -> FigureCount {
        self.difference.from.into()
    }

    /// The figure at the second point.
    async fn to(&self) -> FigureCount {
        self.difference.to.into()
    }

    /// What each cause changed, without causes that changed nothing. Adds up to the difference in every column.
    async fn causes(&self) -> Vec<FigureCauseChange> {
        let change = |(cause, change): &(figure::DifferenceCause, figure::Change)| {
            let [women, men, non_binary] = self.difference.genders_of(*change);
            FigureCauseChange { cause: (*cause).into(), women, men, non_binary, total: change.total }
        };
        self.difference.causes.iter().map(change).collect()
    }

    /// The cases that make the difference, each with its cause, by code of the sub-project. For 25 differences of an
    /// answer at most.
    #[graphql(complexity = "page_size(first) * child_complexity + 20")]
    async fn cases(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when not said.")] first: Option<i32>,
        #[graphql(desc = "Behind this cursor.")] after: Option<String>,
        #[graphql(desc = "Only those with one of these causes; null means all.")] causes: Option<
            Vec<DifferenceCause>,
        >,
    ) -> Result<Connection<ChangedCase>> {
        if !self.is_one_of_few {
            return Err(ApiError::bad_input("cases-of-few-figures", "indicators"));
        }
        let wanted = Wanted::<Place>::new("changedCases", (first, after))?;
        let request = ChangedCasesRequest {
            period: self.difference.period.to_string(),
            unit: (self.difference.unit.kind, self.difference.unit.code.clone()),
            region_category: self.difference.region_category,
            indicator: self.difference.indicator.code.to_string(),
            from: self.points.0,
            to: self.points.1,
            causes: causes.unwrap_or_default().into_iter().map(Into::into).collect(),
            after: behind(wanted.after.clone())?,
            limit: wanted.first,
        };
        let caller = ctx.caller();
        let read = changed_cases(&caller.domain, &caller.viewer, &request).await?;
        let total = read.total_count;
        let place = |case: &figure::ChangedCase| {
            let sub_project = case.sub_project.to_string();
            CaseCursor { sub_project, subject: case.subject }.into_parts()
        };
        let part = Part { rows: read.cases, goes_on: read.goes_on };
        let page = wanted.shown(part, place, ChangedCase);
        Ok(page.counted_by(move || Box::pin(async move { Ok(total) })))
    }
}

/// A figure.
#[derive(SimpleObject)]
pub struct FigureCount {
    /// Women; null for indicators about entities.
    women: Option<u64>,
    /// Men; null for indicators about entities.
    men: Option<u64>,
    /// Non-binary people; null for indicators about entities.
    non_binary: Option<u64>,
    /// Cases.
    total: u64,
}

impl From<figure::Count> for FigureCount {
    fn from(count: figure::Count) -> Self {
        Self {
            women: count.genders.map(|genders| genders.women),
            men: count.genders.map(|genders| genders.men),
            non_binary: count.genders.map(|genders| genders.non_binary),
            total: count.total,
        }
    }
}

/// What a cause added to a figure, less what it took away.
#[derive(SimpleObject)]
pub struct FigureCauseChange {
    /// The cause.
    cause: DifferenceCause,
    /// Women; null for indicators about entities.
    women: Option<i64>,
    /// Men; null for indicators about entities.
    men: Option<i64>,
    /// Non-binary people; null for indicators about entities.
    non_binary: Option<i64>,
    /// All.
    total: i64,
}

/// A case that makes a difference.
pub struct ChangedCase(figure::ChangedCase);

/// A case that makes a figure differ between two points. Pseudonymous: the reference is the project's own.
#[Object]
impl ChangedCase {
    /// Code of its sub-project.
    async fn sub_project(&self) -> &str {
        &self.0.sub_project
    }

    /// What it is about.
    async fn subject(&self) -> SubjectKind {
        self.0.subject.kind.into()
    }

    /// The project's reference of the person or the thing.
    async fn reference(&self) -> &str {
        &self.0.reference
    }

    /// What it added at the first point; null when it did not count.
    async fn from(&self) -> Option<CaseStanding> {
        self.0.from.map(CaseStanding::from)
    }

    /// What it adds at the second point; null when it does not count.
    async fn to(&self) -> Option<CaseStanding> {
        self.0.to.map(CaseStanding::from)
    }

    /// Why.
    async fn cause(&self) -> DifferenceCause {
        self.0.cause.into()
    }

    /// When what made the difference became known; null when nothing was learnt.
    async fn learnt_at(&self) -> Option<DateTime> {
        self.0.learnt_at.map(DateTime)
    }
}

/// What a case adds to a figure.
#[derive(SimpleObject)]
pub struct CaseStanding {
    /// The gender column; null when it has none.
    gender: Option<Gender>,
    /// How much it counts: 1 for most.
    quantity: u64,
}

impl From<figure::Standing> for CaseStanding {
    fn from(standing: figure::Standing) -> Self {
        Self { gender: standing.gender.map(Gender::from), quantity: standing.quantity }
    }
}

pub(super) async fn differences(
    ctx: &Context<'_>,
    (period, from, to): (String, FigurePoint, FigurePoint),
    figures: Option<FigureSelection>,
) -> Result<Vec<FigureDifference>> {
    let FigureSelection { network, sub_project, by, kinds, indicators } = figures.unwrap_or_default();
    let query = DifferenceQuery {
        period,
        network,
        strand: None,
        sub_project,
        by: by.map(Into::into),
        kinds: kinds.unwrap_or_default().into_iter().map(Into::into).collect(),
        indicators: indicators.unwrap_or_default(),
        from: from.into(),
        to: to.into(),
    };
    let caller = ctx.caller();
    let all = figure::difference(&caller.domain, &caller.viewer, &query).await?;
    Ok(FigureDifference::all(all, (query.from, query.to)))
}
