//! The samples of a report's period, each with what came of it.

use domain::{
    Domain, Result, Viewer,
    report::{Model, Subject},
    sample::{self, Sample},
};
use reporting::{Extrapolated, Survey};

/// For a report on a whole period the newest samples by its known-at and cut-off, in the order of the indicators. Samples
/// speak of whole periods alone.
pub async fn surveys(domain: &Domain, run: &Model, subject: &Subject) -> Result<Vec<Survey>> {
    if subject.code().is_some() {
        return Ok(Vec::new());
    }
    let viewer = Viewer::worker();
    let shown = (subject.period.id, run.cut_off, Some(run.known_at));
    let newest = sample::newest(&domain.db, shown).await?;
    let mut surveys = Vec::new();
    for indicator in subject.catalogue.all() {
        if let Some(row) = newest.iter().find(|row| row.indicator == indicator.code) {
            let sample = sample::as_known(domain, &viewer, (row.id, Some(run.known_at))).await?;
            surveys.push(survey(indicator.clone(), &sample));
        }
    }
    Ok(surveys)
}

fn survey(indicator: std::sync::Arc<domain::indicator::Indicator>, sample: &Sample) -> Survey {
    let sum =
        |of: fn(&sample::Answers) -> u64| sample.strata.iter().map(|stratum| of(&stratum.answers)).sum();
    let row = &sample.row;
    Survey {
        indicator,
        cut_off: row.cut_off,
        drawn_at: row.drawn_at,
        population: row.population.unsigned_abs(),
        drawn: row.selected.unsigned_abs(),
        required: row.required_answers.unsigned_abs(),
        answered: sample.answers(),
        results: sum(|answers| answers.results),
        refused: sum(|answers| answers.refused),
        not_reached: sum(|answers| answers.not_reached),
        extrapolated: sample.estimate.map(|estimate| Extrapolated {
            share: estimate.share(),
            total: estimate.total,
            margin: estimate.margin,
            is_reliable: sample.is_reliable(),
        }),
    }
}
