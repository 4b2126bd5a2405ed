//! Figures over time.

use async_graphql::{Context, Object, SimpleObject};
use domain::figure::{self, FigureQuery, SeriesQuery};

use super::{FigureSelection, RegionCategory, Unit};
use crate::{
    caller::Called,
    error::Result,
    indicator::Indicator,
    scalar::{Date, DateTime},
};

/// A series of the domain.
pub struct FigureSeries(figure::Series);

/// A figure at several cut-off days.
#[Object]
impl FigureSeries {
    /// What it is about.
    async fn unit(&self) -> Unit {
        self.0.figure.unit.as_ref().into()
    }

    /// Category of region.
    async fn region_category(&self) -> RegionCategory {
        self.0.figure.region_category.into()
    }

    /// The indicator it follows.
    async fn indicator(&self) -> Indicator {
        Indicator(std::sync::Arc::clone(&self.0.figure.indicator))
    }

    /// Its values, in the order of the cut-off days.
    async fn points(&self) -> Vec<FigureSeriesPoint> {
        self.0.points.iter().map(FigureSeriesPoint::from).collect()
    }

    /// Whether disclosure control rounded the cases to multiples of ten.
    async fn rounded(&self) -> bool {
        self.0.figure.rounded
    }
}

/// A figure at one of the cut-off days.
#[derive(SimpleObject)]
pub struct FigureSeriesPoint {
    /// What had happened by this day.
    cut_off: Date,
    /// Women; null for indicators about entities.
    women: Option<u64>,
    /// Men; null for indicators about entities.
    men: Option<u64>,
    /// Non-binary people; null for indicators about entities.
    non_binary: Option<u64>,
    /// Cases.
    total: u64,
    /// Cases left out for missing data; null for public figures.
    excluded: Option<u64>,
}

impl From<&figure::Point> for FigureSeriesPoint {
    fn from(point: &figure::Point) -> Self {
        Self {
            cut_off: Date(point.cut_off),
            women: point.genders.map(|genders| genders.women),
            men: point.genders.map(|genders| genders.men),
            non_binary: point.genders.map(|genders| genders.non_binary),
            total: point.total,
            excluded: point.excluded,
        }
    }
}

pub(super) async fn series(
    ctx: &Context<'_>,
    (period, cut_offs, known_at): (String, Vec<Date>, Option<DateTime>),
    figures: Option<FigureSelection>,
) -> Result<Vec<FigureSeries>> {
    let caller = ctx.caller();
    let cut_offs: Vec<_> = cut_offs.into_iter().map(|day| day.0).collect();
    let cut_off = cut_offs.last().copied().unwrap_or_else(|| caller.domain.clock.today());
    let FigureSelection { network, sub_project, by, kinds, indicators } = figures.unwrap_or_default();
    let figures = FigureQuery {
        period,
        cut_off,
        known_at: known_at.map(|at| at.0),
        network,
        strand: None,
        sub_project,
        by: by.map(Into::into),
        kinds: kinds.unwrap_or_default().into_iter().map(Into::into).collect(),
        indicators: indicators.unwrap_or_default(),
    };
    let query = SeriesQuery { figures, cut_offs };
    let series = figure::series(&caller.domain, &caller.viewer, &query).await?;
    Ok(series.into_iter().map(FigureSeries).collect())
}
