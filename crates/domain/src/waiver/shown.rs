//! The waivers that a report shows.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};

use super::{Model, Waiver, store};
use crate::{
    Domain, Result, Scope,
    id::FundingPeriodId,
    report::{self, About},
    sub_project,
};

/// A unit at a cut-off, as known at a moment.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shown {
    /// The unit.
    pub about: About,
    /// Its period.
    pub period: FundingPeriodId,
    /// What belonged to it on this day.
    pub cut_off: NaiveDate,
    /// None means now.
    pub known_at: Option<DateTime<Utc>>,
}

/// The waivers in force at the known-at of a report that are about its unit or what belonged to it then. For the worker:
/// unscoped, the run itself says what may be read.
pub async fn about(domain: &Domain, run: &report::Model) -> Result<Vec<Waiver>> {
    let (about, cut_off, known_at) = (run.about(), run.cut_off, Some(run.known_at));
    let rows = shown(domain, Shown { about, period: run.funding_period_id, cut_off, known_at }).await?;
    Ok(rows.into_iter().map(Waiver::from).collect())
}

/// The waivers in force that are about a unit or what belongs to it. Unscoped.
pub(crate) async fn shown(domain: &Domain, wanted: Shown) -> Result<Vec<Model>> {
    let Shown { about, period, cut_off, known_at } = wanted;
    let some = |sub_projects| Scope::Only { networks: BTreeSet::new(), sub_projects };
    let scope = match about {
        About::Period(_) | About::Bundle(_) => Scope::All,
        About::SubProject(sub_project) => some(BTreeSet::from([sub_project])),
        About::Strand(strand) => {
            some(sub_project::store::of_strand(&domain.db, strand, (known_at, cut_off)).await?)
        }
        About::Network(network) => {
            let sub_projects =
                sub_project::store::of_network(&domain.db, network, (known_at, cut_off)).await?;
            Scope::Only { networks: BTreeSet::from([network]), sub_projects }
        }
    };
    store::in_force(&domain.db, (&scope, period), known_at).await
}
