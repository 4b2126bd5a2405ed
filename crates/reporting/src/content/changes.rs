//! What has changed since the edition before.

use domain::figure::{FigureDifference, Moment};

/// The differences of the unit's figures to those of the edition before.
#[derive(Clone, Debug)]
pub struct Changes {
    /// The edition before: its cut-off and what was known to it.
    pub since: Moment,
    /// Each figure's difference, in the order of the figures.
    pub differences: Vec<FigureDifference>,
}
