//! What has changed since the report before.

use domain::figure::{FigureDifference, Moment};

/// The differences of the unit's figures to those of the report before.
#[derive(Clone, Debug)]
pub struct Changes {
    /// The report before: its cut-off and what was known to it.
    pub since: Moment,
    /// The number of the edition it is; none when it was not handed in.
    pub edition: Option<i32>,
    /// Each figure's difference, in the order of the figures.
    pub differences: Vec<FigureDifference>,
}
