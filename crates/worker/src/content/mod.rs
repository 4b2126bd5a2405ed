//! What a report says, out of the domain.

mod evidence;
mod notes;
mod plain;
mod questions;
mod surveys;

use domain::{
    Actor, Domain, Result, Viewer, attainment, estimate,
    figure::{self, Overview},
    report::{self, Model},
    waiver,
};
use reporting::{Changes, Content, TransmissionLayout};
use texts::Language;

pub use plain::file_name;
use questions::Questions;

/// Puts together everything printed in the report of a run.
pub async fn content(domain: &Domain, run: &Model) -> Result<Content> {
    let viewer = Viewer::worker();
    let subject = report::subject(domain, run).await?;
    let questions = Questions::of(run, &subject);
    let Overview { figures, left_out, strands, networks, development, evidence } =
        figure::overview(domain, &viewer, &questions.figures()).await?;
    let changes = changes(domain, run, &questions).await?;
    let surveys = surveys::surveys(domain, run, &subject).await?;
    let language = run.language.parse().unwrap_or(Language::De);
    let waived = Box::pin(waiver::about(domain, (run, &subject))).await?;
    let waived = waived.iter().filter_map(|finding| plain::waived(finding, language)).collect();
    let notes = notes::notes(domain, (run, &subject), (&figures, language)).await?;
    Ok(Content {
        report_id: run.id.to_string(),
        file_name: file_name(run, &subject),
        unit: subject.unit,
        cut_off: run.cut_off,
        known_at: run.known_at,
        requested_by: Actor::in_words(&run.requested_by_name, language),
        requested_at: run.requested_at,
        language,
        layout: TransmissionLayout::of(subject.rulebook.code),
        figures,
        strands,
        networks,
        development,
        targets: attainment::attainments(domain, &viewer, &questions.targets()).await?,
        surveys,
        estimates: estimate::list(domain, &viewer, &questions.estimates()).await?,
        left_out: left_out.into_iter().map(plain::case).collect(),
        waivers: waived,
        changes,
        notes,
        evidence: evidence::evidence(domain, evidence),
        profile: subject.profile,
        rulebook: subject.rulebook,
        catalogue: subject.catalogue,
        period: plain::period(subject.period),
    })
}

/// What has changed since the report before, if there is one.
async fn changes(domain: &Domain, run: &Model, questions: &Questions<'_>) -> Result<Option<Changes>> {
    let Some(report::Previous { moment, edition }) = report::previous(domain, run).await? else {
        return Ok(None);
    };
    let question = questions.difference(moment);
    let differences = figure::difference(domain, &Viewer::worker(), &question).await?;
    Ok(Some(Changes { since: moment, edition, differences }))
}
