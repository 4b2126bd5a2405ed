//! What an edition says otherwise than another.

use async_graphql::{Context, ID, Object};
use domain::edition::{self, Compared};

use super::{ReportEdition, change::edition_id};
use crate::{caller::Called, error::Result, figure::FigureDifference};

/// Two editions of the same unit.
pub struct EditionComparison(Compared);

/// Two editions of the same unit (Vergleich von Fassungen), as each was frozen.
#[Object]
impl EditionComparison {
    /// The earlier one.
    async fn from(&self) -> ReportEdition {
        ReportEdition(self.0.from.clone())
    }

    /// The later one.
    async fn to(&self) -> ReportEdition {
        ReportEdition(self.0.to.clone())
    }

    /// The unit's figures that differ, or are made up of other cases, each with what every cause changed.
    async fn figures(&self) -> Vec<FigureDifference> {
        let points = (Compared::point(&self.0.from), Compared::point(&self.0.to));
        FigureDifference::all(self.0.differences.clone(), points)
    }
}

pub(super) async fn compared(
    ctx: &Context<'_>,
    one: &ReportEdition,
    other: &ID,
) -> Result<EditionComparison> {
    let caller = ctx.caller();
    let pair = (one.0.id, edition_id(other)?);
    Ok(EditionComparison(edition::compare(&caller.domain, &caller.viewer, pair).await?))
}
