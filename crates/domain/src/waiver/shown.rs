//! The waivers that a report shows.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};

use super::{Model, store};
use crate::{
    Domain, Result, Scope, Viewer,
    id::FundingPeriodId,
    plausibility::{self, CheckQuery, Finding},
    report::{self, About, Subject},
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

/// The warnings about a report's unit, or what belonged to it then, that are waived at its known-at and go on at its
/// cut-off, each with its waiver; by rule and place. For the worker: unscoped, the run itself says what may be read.
pub async fn about(domain: &Domain, (run, subject): (&report::Model, &Subject)) -> Result<Vec<Finding>> {
    let (about, cut_off, known_at) = (run.about(), run.cut_off, Some(run.known_at));
    let waivers = shown(domain, Shown { about, period: run.funding_period_id, cut_off, known_at }).await?;
    if waivers.is_empty() {
        return Ok(Vec::new());
    }
    // a strand is checked as a part of its period
    let query = CheckQuery {
        period: subject.period.code.clone(),
        cut_off,
        network: subject.network.clone(),
        sub_project: subject.sub_project.clone(),
    };
    let checked = plausibility::check_as_known(domain, &Viewer::worker(), (&query, known_at)).await?;
    let is_about = |finding: &&Finding| waivers.iter().any(|waiver| waiver.subject == finding.key);
    Ok(checked.waived().filter(is_about).cloned().collect())
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
