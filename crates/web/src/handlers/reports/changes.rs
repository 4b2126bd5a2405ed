//! What was done behind an edition, by whom and why.

use axum::response::Response;
use domain::{
    Actor, Error, Result,
    edition::{self, Change, ChangePlace},
};
use serde::Deserialize;
use texts::{Arg, Language};

use super::{edition::told, run, shown::Shown};
use crate::{
    pages::{
        changes::{Changed, Changes},
        layout::Section,
    },
    received::{Path, Query},
    visit::{Visit, html},
};

/// Changes on a page.
const PAGE_SIZE: usize = 50;

/// Where the page begins.
#[derive(Debug, Deserialize)]
pub struct Behind {
    after: Option<String>,
}

/// `GET /reports/{id}/changes?after={place}`.
pub async fn show(visit: Visit, Path(id): Path<String>, Query(behind): Query<Behind>) -> Response {
    let result = page(&visit, &id, behind.after.as_deref()).await;
    visit.answer(result).await
}

async fn page(visit: &Visit, id: &str, after: Option<&str>) -> Result<Response> {
    let (domain, viewer, language) = (&visit.app.domain, &visit.caller.viewer, visit.caller.language);
    let run = run(visit, id).await?;
    let unknown = || Error::NotFound("report_edition");
    let edition = edition::of_run(domain, viewer, run.id).await?.ok_or_else(unknown)?;
    let after = after.map(str::parse::<ChangePlace>).transpose().map_err(|_| unknown())?;
    let read = edition::changed(domain, viewer, (&edition, after, PAGE_SIZE)).await?;
    let next = read.changes.last().filter(|_| read.goes_on).map(|change| change.place.to_string());
    let lead = [("at", Arg::Text(&texts::moment(language, edition.known_at)))];
    let path = format!("/reports/{}/changes", run.id);
    html(&Changes {
        page: visit.page_at(Section::Reports, &path).await?,
        run: Shown::new(visit).await?.one(run).await?,
        number: edition.number,
        lead: texts::text_with(language, "web-changes-lead", &lead),
        told: told(visit, read.counts),
        changes: read.changes.into_iter().map(|change| in_words(change, language)).collect(),
        next,
    })
}

fn in_words(change: Change, language: Language) -> Changed {
    let code = |kind: &str, code: &str| {
        texts::text(language, &format!("web-change-{kind}-{}", code.replace('_', "-")))
    };
    Changed {
        at: texts::moment(language, change.at),
        by: change.by.as_deref().map(|by| Actor::in_words(by, language)),
        kind: code("kind", change.kind.as_str()),
        fields: change.fields_in_words(language).join(", "),
        changed: code("of", change.changed.as_str()),
        reference: change.reference,
        unit: change.unit,
        reason: change.reason,
    }
}
