//! The table of funding periods.

use sea_orm::entity::prelude::*;

use crate::id::FundingPeriodId;

/// A funding period (Förderperiode): the network's name and form at that time.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "funding_period")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FundingPeriodId,
    /// Code, e.g. `IQ-2023`.
    pub code: String,
    /// The network's name in the period.
    pub name: String,
    /// The network's form, in German words.
    pub network_form: String,
    /// What sub-projects were called: `Teilprojekt` or `Teilvorhaben`.
    pub sub_project_term: String,
    /// The theme, where the period had one.
    pub focus: Option<String>,
    /// First day.
    pub starts_on: Date,
    /// Last day.
    pub ends_on: Date,
    /// Code of the rulebook that figures follow; none before the ESF came in.
    pub rulebook: Option<String>,
    /// Priority of the ESF programme.
    pub priority: Option<String>,
    /// Specific objective, e.g. `ESO4.4`.
    pub specific_objective: Option<String>,
    /// The line that names the funders on documents.
    pub funder_line: String,
    /// What is assumed.
    pub note: Option<String>,
    /// Whether a source confirms it.
    pub verified: bool,
    /// Where it is from.
    pub source: String,
}

impl ActiveModelBehavior for ActiveModel {}
