//! Figures: lists of cases first, numbers second. Every figure anywhere is made here, from facts alone.

mod columns;
mod disclosure;
mod overview;
mod query;
mod references;
mod service;
mod store;
mod tally;
mod units;

use std::sync::Arc;

use chrono::NaiveDate;
use counting::{Gender, MissingFields};

pub use columns::Columns;
pub use overview::{LeftOut, Overview, overview};
pub use query::{Breakdown, FigureQuery};
pub(crate) use references::References;
pub use service::{cases, figures};
pub(crate) use store::snapshot;

use crate::{indicator::Indicator, sub_project::RegionCategory};

/// What a figure is about: a funding period, a regional network or a sub-project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Which of the three.
    pub kind: Breakdown,
    /// Its code; none for the sub-projects that belong to no regional network.
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
    /// Cases left out that count, or could count once their data is complete; none for public figures.
    pub excluded: Option<u64>,
    /// The target, when one is agreed.
    pub target: Option<f64>,
    /// Whether disclosure control rounded the cases to multiples of ten.
    pub rounded: bool,
}

impl Figure {
    /// Total by target; none without a target or with target 0.
    pub fn ratio(&self) -> Option<f64> {
        self.target.filter(|target| *target != 0.0).map(|target| self.total as f64 / target)
    }
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

/// A case behind a figure, or one left out of it. Pseudonymous: the reference is the project's own.
#[derive(Clone, Debug)]
pub struct FigureCase {
    /// The unit of the figure.
    pub unit: Arc<Unit>,
    /// The region category of the figure.
    pub region_category: RegionCategory,
    /// The indicator.
    pub indicator: Arc<Indicator>,
    /// Code of the sub-project the case belongs to.
    pub sub_project: Arc<str>,
    /// Reference of the person or the entity.
    pub reference: String,
    /// Gender column, when known and the case is a person.
    pub gender: Option<Gender>,
    /// First cut-off day on which the case has stood in, or been left out of, figures as it does now.
    pub since: NaiveDate,
    /// Whether it counts; otherwise it is left out because of `missing`.
    pub counted: bool,
    /// What is missing.
    pub missing: MissingFields,
}
