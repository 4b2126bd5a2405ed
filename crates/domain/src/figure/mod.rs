//! Figures: lists of cases first, numbers second. Every figure anywhere is made here, from facts alone.

mod case;
mod case_page;
mod columns;
mod development;
mod difference;
mod disclosure;
mod evidence;
mod overview;
mod owed;
mod query;
mod references;
mod series;
mod service;
mod store;
mod strand;
mod tally;
mod units;

use std::sync::Arc;

pub use case::{FigureCase, Which};
pub use case_page::{CaseCursor, CasePage, CasePageRequest, FigureKey, case_page};
pub use columns::{Columns, Held};
pub use difference::{
    Change, ChangedCase, ChangedCasePage, ChangedCasesRequest, Count, DifferenceCause, DifferenceQuery,
    FigureDifference, Moment, Standing, changed_cases, difference,
};
pub use evidence::{Evidence, EvidenceList, EvidencePages, EvidencePart, EvidenceRow, EvidenceSum};
pub use overview::{LeftOut, Overview, overview};
pub use query::{Breakdown, FigureQuery};
pub(crate) use references::References;
pub use series::{Point, Series, SeriesQuery, series};
pub(crate) use service::by_levels;
pub use service::{cases, figures};
pub(crate) use store::snapshot;
pub use strand::StrandFigures;

use crate::{indicator::Indicator, sub_project::RegionCategory};

/// What a figure is about: a funding period or a strand of it, a regional network or a sub-project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Which of the three.
    pub kind: Breakdown,
    /// Its code, that of the strand where one was asked for; none for the sub-projects that belong to no regional network.
    pub code: Option<String>,
    /// Its name at the time asked for.
    pub name: String,
}

/// How many cases count for an indicator in a unit and region category.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Code of the funding period.
    pub period: Arc<str>,
    /// What it is about.
    pub unit: Arc<Unit>,
    /// Category of region; figures of different categories are never merged.
    pub region_category: RegionCategory,
    /// The indicator, whose definition and version it follows.
    pub indicator: Arc<Indicator>,
    /// Cases by gender; none for indicators about entities.
    pub genders: Option<Genders>,
    /// Cases: a person once per operation, an entity once per sub-project.
    pub total: u64,
    /// Distinct people in the unit; none for entities and for public figures. Never adds up over units.
    pub persons: Option<u64>,
    /// Distinct people in all units of the answer together: what a sum row shows where [`Figure::persons`] do not add up.
    /// None for entities and for public figures.
    pub persons_in_whole: Option<u64>,
    /// Cases left out that count, or could count once their data is complete; none for public figures.
    pub excluded: Option<u64>,
    /// Whether the unit owes it: not when it is a sub-project, or the sub-projects of a strand, and only other strands owe the
    /// indicator.
    pub is_owed: bool,
    /// What was planned for it.
    pub plan: Plan,
    /// Whether disclosure control rounded the cases to multiples of ten.
    pub rounded: bool,
}

impl Figure {
    /// Total by target; none without a target or with target 0.
    pub fn ratio(&self) -> Option<f64> {
        self.plan.target.filter(|target| *target != 0.0).map(|target| self.total as f64 / target)
    }
}

/// What was planned for a figure, in the unit of its indicator; each as far as one is recorded.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Plan {
    /// The target, to be reached by the end of the period.
    pub target: Option<f64>,
    /// The milestone of an output.
    pub milestone: Option<f64>,
    /// The reference value of a result.
    pub reference: Option<f64>,
    /// The planned value of the operations selected.
    pub planned: Option<f64>,
}

/// Cases by gender column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Genders {
    /// Women.
    pub women: u64,
    /// Men.
    pub men: u64,
    /// Non-binary people.
    pub non_binary: u64,
}
