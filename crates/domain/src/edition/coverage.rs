//! Which sub-projects an edition tells of.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, EntityTrait};

use super::Model;
use crate::{
    Result,
    id::{FundingPeriodId, SubProjectId},
    report::About,
    rows::Rows,
    sub_project,
};

/// The sub-projects of an edition's unit at its cut-off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Coverage {
    /// As the edition shows them.
    pub then: BTreeSet<SubProjectId>,
    /// As a report on the same cut-off would show them today.
    pub now: BTreeSet<SubProjectId>,
}

impl Coverage {
    /// The sub-projects of an edition, out of all versions of those of its period.
    pub fn of(edition: &Model, versions: &[sub_project::Model]) -> Self {
        let holding = |known_at: Option<DateTime<Utc>>| {
            let known = versions.iter().filter(move |row| row.was_known(known_at));
            let members = known.filter(|row| row.holds_on(edition.cut_off) && tells_of(edition, row));
            members.map(|row| row.id).collect()
        };
        Self { then: holding(Some(edition.known_at)), now: holding(None) }
    }

    /// All of them.
    pub fn all(&self) -> BTreeSet<SubProjectId> {
        &self.then | &self.now
    }
}

/// Whether an edition tells of a sub-project as a version has it.
pub(super) fn tells_of(edition: &Model, row: &sub_project::Model) -> bool {
    match edition.about() {
        About::Period(period) | About::Bundle(period) => row.funding_period_id == period,
        About::Network(network) => row.regional_network_id == Some(network),
        About::Strand(strand) => row.strand_id == Some(strand),
        About::SubProject(own) => row.id == own,
    }
}

/// Every version of the sub-projects of some periods.
pub(super) async fn versions(
    db: &impl ConnectionTrait,
    periods: BTreeSet<FundingPeriodId>,
) -> Result<Vec<sub_project::Model>> {
    let keys: Vec<_> = periods.into_iter().collect();
    let (select, column) = (sub_project::Entity::find(), sub_project::Column::FundingPeriodId);
    Rows { select, column, keys: &keys }.read(db).await
}
