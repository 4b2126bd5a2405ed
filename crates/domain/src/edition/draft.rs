//! Making a finished workbook the draft of an edition.

use sea_orm::DbErr;
use serde_json::json;

use super::{KIND, Model, State, decide::noted, store};
use crate::{
    Domain, Error, Result, UserError, Viewer,
    audit::{self, Action, Entry},
    db,
    id::{EditionId, ReportRunId},
    indicator::RulebookKind,
    report,
};

/// Makes the workbook of a run the draft of the next edition of its report. An older draft is superseded.
///
/// # Errors
/// [`Error::NotFound`] for a run the viewer may not see, [`Error::Forbidden`] for those who may not report on its unit.
/// As mistakes: a run without a file at hand, one that is an edition already, and a bundle, which holds many reports.
pub async fn draft(domain: &Domain, viewer: &Viewer, run: ReportRunId) -> Result<Model> {
    let run = report::to_change(domain, viewer, run).await?;
    if run.is_bundle {
        return Err(Error::invalid(UserError::new("edition-of-bundle", "reportRun")));
    }
    let (Some(file_sha256), Some(data_sha256), None) =
        (run.file_sha256.clone(), run.data_sha256.clone(), run.file_removed_at)
    else {
        return Err(Error::invalid(UserError::new("edition-without-file", "reportRun")));
    };
    let subject = report::subject(domain, &run).await?;
    let programme = subject.catalogue.of_kind(RulebookKind::Programme);
    let programme: serde_json::Map<_, _> =
        programme.map(|indicator| (indicator.code.to_string(), indicator.version.into())).collect();
    let rulebooks = json!({
        "law": subject.rulebook.code,
        "countingProfile": subject.profile.version,
        "programme": programme,
    });
    let tx = db::begin(&domain.db).await?;
    if !report::hold(&tx, run.id).await? {
        return Err(Error::invalid(UserError::new("edition-without-file", "reportRun")));
    }
    if store::of_run(&tx, run.id).await?.is_some() {
        return Err(exists());
    }
    let blank = Model {
        id: EditionId::fresh(),
        report_run_id: run.id,
        funding_period_id: run.funding_period_id,
        regional_network_id: run.regional_network_id,
        strand_id: run.strand_id,
        sub_project_id: run.sub_project_id,
        unit_key: run.about().key(),
        cut_off: run.cut_off,
        number: 0,
        state: State::Draft.as_str().to_owned(),
        known_at: run.known_at,
        template_version: run.template_version,
        rulebooks: rulebooks.to_string(),
        data_sha256,
        file_sha256,
    };
    let edition = Model { number: store::last_number(&tx, &blank).await? + 1, ..blank };
    if !store::insert(&tx, &edition).await? {
        return Err(match store::of_run(&tx, edition.report_run_id).await? {
            Some(_) => exists(),
            None => {
                Error::Busy(DbErr::Custom("another edition of the report was drafted meanwhile".to_owned()))
            }
        });
    }
    noted(&tx, (domain, viewer), (&edition, State::Draft, None)).await?;
    for older in store::siblings(&tx, &edition, &[State::Draft]).await? {
        store::move_on(&tx, &older, State::Superseded).await?;
        noted(&tx, (domain, viewer), (&older, State::Superseded, None)).await?;
    }
    let entry = Entry {
        object_id: Some(edition.id.to_string()),
        after: Some(json!({ "run": run.id, "number": edition.number, "fileSha256": edition.file_sha256 })),
        ..Entry::new(Action::Create, KIND, "draft of an edition")
    };
    audit::append(&tx, &domain.clock, viewer, vec![entry]).await?;
    tx.commit().await?;
    Ok(edition)
}

fn exists() -> Error {
    Error::invalid(UserError::new("edition-exists", "reportRun"))
}
