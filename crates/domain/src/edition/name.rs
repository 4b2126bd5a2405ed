//! What editions are called.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::read;
use crate::{Domain, Result, Viewer, id::EditionId, report};

/// What tells an edition from all others, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionName {
    /// Name of the unit that its report is about, see [`report::Subject`].
    pub unit: String,
    /// The cut-off of its report.
    pub cut_off: NaiveDate,
    /// Its number.
    pub number: i32,
}

/// What some editions are called, of those the viewer may see.
pub async fn names(
    domain: &Domain,
    viewer: &Viewer,
    ids: &[EditionId],
) -> Result<HashMap<EditionId, EditionName>> {
    let editions = read::by_ids(domain, viewer, ids).await?;
    let runs: Vec<_> = editions.iter().map(|edition| edition.report_run_id).collect();
    let runs = report::by_ids(domain, viewer, &runs).await?;
    let mut names = HashMap::new();
    for run in runs {
        let unit = report::subject(domain, &run).await?.unit;
        for edition in editions.iter().filter(|edition| edition.report_run_id == run.id) {
            let (cut_off, number) = (edition.cut_off, edition.number);
            names.insert(edition.id, EditionName { unit: unit.clone(), cut_off, number });
        }
    }
    Ok(names)
}
