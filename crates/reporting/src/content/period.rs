//! The funding period of a report.

use chrono::NaiveDate;

/// The funding period a report is about.
#[derive(Clone, Debug)]
pub struct Period {
    /// Code, e.g. `IQ-2023`.
    pub code: String,
    /// The network's name in the period.
    pub name: String,
    /// First day.
    pub starts_on: NaiveDate,
    /// Last day.
    pub ends_on: NaiveDate,
    /// What sub-projects are called: `Teilprojekt` or `Teilvorhaben`.
    pub sub_project_term: String,
    /// The line that names the funders, in German as they demand it. Reports in another language say the same in it.
    pub funder_line: String,
    /// Priority of the ESF programme.
    pub priority: Option<String>,
    /// Specific objective, e.g. `ESO4.4`.
    pub specific_objective: Option<String>,
}
