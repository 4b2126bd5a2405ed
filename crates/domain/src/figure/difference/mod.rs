//! Why a figure changed from one point in time to another: every case that made the difference, each with one cause.
//!
//! A *point* is a cut-off and a state of knowledge. How a case stands for an indicator is what it adds to each gender
//! column. For each case there are three standings: at the first point; at the second; and at the second cut-off by the
//! knowledge of the first point. A case makes a difference when its first and second standing differ, or when its
//! sub-project belongs to another unit at the second point. Its cause is
//!
//! 1. *structure*, when both standings are the same: only its sub-project belongs elsewhere;
//! 2. otherwise, when more is known of the second cut-off than was: the cause the ledger keeps of the last moment, after
//!    the first point's knowledge and until the second's, at which the standing became what it is. Facts that became known
//!    then say why they did; if there are none, those given up then say why. A *new* record is an entry in time when the
//!    case stands so since a day after the first cut-off, and a late entry when the day lies before or on it;
//! 3. otherwise *time passed*: nothing was learnt, the cut-off moved over days that were known already.
//!
//! The differences of all causes add up to the difference of the figure, in every column.

mod cases;
mod cause;
mod changes;
mod genders;
mod history;
mod sums;

use std::{collections::BTreeSet, sync::Arc};

use chrono::{DateTime, NaiveDate, Utc};
use strum::VariantArray;

pub use cases::{ChangedCase, ChangedCasePage, ChangedCasesRequest, Standing, changed_cases};
pub use cause::DifferenceCause;

use super::{
    Breakdown, FigureQuery, Genders, Unit,
    columns::{COLUMNS, Day, PeriodFacts},
    service::require_askable,
    store,
    units::{self, Question},
};
use crate::{
    Domain, Error, Result, UserError, Viewer,
    id::SubProjectId,
    indicator::{Indicator, RulebookKind},
    recount,
    sub_project::RegionCategory,
};

/// A cut-off and a state of knowledge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// What had happened by this day.
    pub cut_off: NaiveDate,
    /// As known at this moment; none means now.
    pub known_at: Option<DateTime<Utc>>,
}

impl Moment {
    /// Whether it comes before another, in one of the two times.
    fn is_after(self, later: Self) -> bool {
        let known_later = match (self.known_at, later.known_at) {
            (None, Some(_)) => true,
            (Some(earlier), Some(later)) => later < earlier,
            (_, None) => false,
        };
        later.cut_off < self.cut_off || known_later
    }
}

/// Which differences are wanted.
#[derive(Clone, Debug)]
pub struct DifferenceQuery {
    /// Code of the funding period.
    pub period: String,
    /// Only this regional network, by code.
    pub network: Option<String>,
    /// Only the sub-projects that belong to this strand at each point, by code.
    pub strand: Option<String>,
    /// Only this sub-project, by code.
    pub sub_project: Option<String>,
    /// The level; none means the level of what is asked for.
    pub by: Option<Breakdown>,
    /// Only indicators of these kinds; empty means those of the law and of the programme.
    pub kinds: Vec<RulebookKind>,
    /// Only these indicators, by code and of any kind; empty means all of the kinds asked for.
    pub indicators: Vec<String>,
    /// The first point.
    pub from: Moment,
    /// The second point, not before the first in either time.
    pub to: Moment,
}

/// The difference of a figure.
#[derive(Clone, Debug)]
pub struct FigureDifference {
    /// Code of the funding period.
    pub period: Arc<str>,
    /// What it is about, by its name at the second point.
    pub unit: Arc<Unit>,
    /// Category of region.
    pub region_category: RegionCategory,
    /// The indicator.
    pub indicator: Arc<Indicator>,
    /// The figure at the first point.
    pub from: Count,
    /// The figure at the second point.
    pub to: Count,
    /// What each cause changed, in the order of [`DifferenceCause`], without those that changed nothing.
    pub causes: Vec<(DifferenceCause, Change)>,
}

/// A figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// Cases by gender; none for indicators about entities.
    pub genders: Option<Genders>,
    /// Cases, or what else the indicator counts.
    pub total: u64,
}

/// What is added, less what is taken away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Women.
    pub women: i64,
    /// Men.
    pub men: i64,
    /// Non-binary people.
    pub non_binary: i64,
    /// All, those without a gender column included.
    pub total: i64,
}

impl Count {
    fn of([women, men, non_binary, others]: [u64; COLUMNS], indicator: &Indicator) -> Self {
        let genders = Genders { women, men, non_binary };
        Self { genders: indicator.is_personal.then_some(genders), total: women + men + non_binary + others }
    }
}

impl Change {
    fn of([women, men, non_binary, others]: [i64; COLUMNS]) -> Self {
        Self { women, men, non_binary, total: women + men + non_binary + others }
    }
}

/// The differences of the figures asked for: one per unit, region category and indicator, in this order.
///
/// # Errors
/// Those of [`super::cases`]; a second point before the first.
pub async fn difference(
    domain: &Domain,
    viewer: &Viewer,
    query: &DifferenceQuery,
) -> Result<Vec<FigureDifference>> {
    let scene = Scene::open(domain, viewer, query).await?;
    sums::differences(&scene).await
}

/// What both points are seen from: one snapshot of the ledger.
struct Scene {
    /// What was asked, as the network was at the first point.
    first: Question,
    /// The same, as the network was at the second.
    second: Question,
    /// What is known now, or before the recounts that are open.
    facts: Arc<PeriodFacts>,
    snapshot: sea_orm::DatabaseTransaction,
    days: (Day, Day),
    known: (Option<DateTime<Utc>>, Option<DateTime<Utc>>),
}

impl Scene {
    async fn open(domain: &Domain, viewer: &Viewer, query: &DifferenceQuery) -> Result<Self> {
        viewer.require_reader()?;
        if query.from.is_after(query.to) {
            return Err(Error::invalid(UserError::new("difference-backwards", "to")));
        }
        let ask = |point: Moment| FigureQuery {
            period: query.period.clone(),
            cut_off: point.cut_off,
            known_at: point.known_at,
            network: query.network.clone(),
            strand: query.strand.clone(),
            sub_project: query.sub_project.clone(),
            by: query.by,
            kinds: query.kinds.clone(),
            indicators: query.indicators.clone(),
        };
        require_askable(domain, viewer, &ask(query.to))?;
        loop {
            let second = units::resolve(domain, viewer, &ask(query.to)).await?;
            // the second point says what is counted: an indicator may not have been there at the first
            let kinds = RulebookKind::VARIANTS.to_vec();
            let units = FigureQuery { kinds, indicators: Vec::new(), ..ask(query.from) };
            let first = match units::resolve(domain, viewer, &units).await {
                // what is asked for was not there yet: its figures were nothing
                Err(Error::Invalid(errors)) if errors.iter().all(is_about_a_unit) => second
                    .without_units(recount::moment(domain, second.period.id, query.from.known_at).await?),
                other => other?,
            };
            let asked: BTreeSet<_> = first.sub_projects().into_iter().chain(second.sub_projects()).collect();
            let asked: Vec<SubProjectId> = asked.into_iter().collect();
            // read before a connection is kept: others may be reading them for long
            domain.columns.now(&domain.db, (second.period.id, &asked)).await?;
            let snapshot = store::snapshot(&domain.db).await?;
            let facts = domain.columns.of(&snapshot, (second.period.id, &asked)).await?;
            if first.is_answered_by(&facts) && second.is_answered_by(&facts) {
                let days = (Day::of(query.from.cut_off), Day::of(query.to.cut_off));
                let known = (first.known_at, second.known_at);
                return Ok(Self { first, second, facts, snapshot, days, known });
            }
        }
    }
}

fn is_about_a_unit(error: &UserError) -> bool {
    matches!(error.code, "network-unknown" | "sub-project-unknown")
}

impl Question {
    /// The same as known at an earlier moment, before there were such units.
    fn without_units(&self, known_at: Option<DateTime<Utc>>) -> Self {
        Self {
            period: self.period.clone(),
            indicators: self.indicators.clone(),
            rows: Vec::new(),
            known_at,
            is_about_now: false,
            units: self.units,
            recounts: self.recounts,
            codes: self.codes.clone(),
        }
    }
}
