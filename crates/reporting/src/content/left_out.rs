//! The cases that are in no figure.

use chrono::NaiveDate;
use counting::{IndicatorSet, MissingFields};

/// A case left out of figures. Pseudonymous.
#[derive(Clone, Debug)]
pub struct LeftOutCase {
    /// Code of its sub-project.
    pub sub_project_code: String,
    /// Name of its sub-project.
    pub sub_project_name: String,
    /// The project's own reference of the person or entity.
    pub reference: String,
    /// First cut-off day on which it is left out as it is now.
    pub since: NaiveDate,
    /// What is missing.
    pub missing: MissingFields,
    /// The indicators that count it, or could count it, once that is known.
    pub indicators: IndicatorSet,
}
