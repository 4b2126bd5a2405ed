//! What can be asked of figures.

use chrono::{DateTime, NaiveDate, Utc};

use crate::indicator::RulebookKind;

/// The level figures are given for.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Breakdown {
    /// One figure for the whole of what is asked for.
    Period,
    /// One per regional network.
    Network,
    /// One per sub-project.
    SubProject,
}

/// Which figures are wanted.
#[derive(Clone, Debug)]
pub struct FigureQuery {
    /// Code of the funding period.
    pub period: String,
    /// What had happened by this day.
    pub cut_off: NaiveDate,
    /// As known at this moment; none means now.
    pub known_at: Option<DateTime<Utc>>,
    /// Only this regional network, by code.
    pub network: Option<String>,
    /// Only the sub-projects that belong to this strand at the cut-off, by code.
    pub strand: Option<String>,
    /// Only this sub-project, by code.
    pub sub_project: Option<String>,
    /// The level; none means the level of what is asked for. A level above that gives that.
    pub by: Option<Breakdown>,
    /// Only indicators of these kinds; empty means those of the law and of the programme.
    pub kinds: Vec<RulebookKind>,
    /// Only these indicators, by code and of any kind; empty means all of the kinds asked for.
    pub indicators: Vec<String>,
}
