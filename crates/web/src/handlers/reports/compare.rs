//! Two editions side by side.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{
    Error, Result,
    edition::{self, Compared, Model},
    figure::{Change, Count, DifferenceCause, FigureDifference},
    id::EditionId,
};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    edition::{Refused, in_place},
    run,
    shown::Shown,
};
use crate::{
    pages::{
        layout::Section,
        reports::{Cause, Comparison, DifferentFigure},
    },
    received::{Path, Query},
    visit::{Visit, html},
};

/// The edition compared with.
#[derive(Debug, Deserialize)]
pub struct With {
    with: String,
}

/// `GET /reports/{id}/compare?with={edition}`.
pub async fn show(visit: Visit, Path(id): Path<String>, Query(with): Query<With>) -> Response {
    let result = compared(&visit, &id, &with.with).await;
    visit.answer(result).await
}

async fn compared(visit: &Visit, id: &str, with: &str) -> Result<Response> {
    let (domain, viewer) = (&visit.app.domain, &visit.caller.viewer);
    let unknown = || Error::NotFound("report_edition");
    let run = run(visit, id).await?;
    let own = edition::of_run(domain, viewer, run.id).await?.ok_or_else(unknown)?;
    let other = Uuid::parse_str(with).map(EditionId).map_err(|_| unknown())?;
    match edition::compare(domain, viewer, (own.id, other)).await {
        Ok(compared) => page(visit, run, compared).await,
        Err(Error::Invalid(mistakes)) => {
            let errors = mistakes.iter().map(|mistake| in_place(mistake, visit.caller.language)).collect();
            let page = super::edition::page(visit, run, Refused { errors, ..Refused::default() }).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(error) => Err(error),
    }
}

async fn page(visit: &Visit, run: domain::report::Model, compared: Compared) -> Result<Response> {
    let run = Shown::new(visit).await?.one(run).await?;
    let figures = compared.differences.iter().map(|figure| different(visit, figure, &compared)).collect();
    let (from, to) = (named(visit, &compared.from), named(visit, &compared.to));
    html(&Comparison { page: visit.page(Section::Reports).await?, run, from, to, figures })
}

/// An edition in words: number, cut-off, known-at.
pub fn named(visit: &Visit, edition: &Model) -> String {
    let language = visit.caller.language;
    let text = |key: &str| texts::text(language, key);
    let cut_off = texts::date(language, edition.cut_off);
    let known_at = texts::moment(language, edition.known_at);
    let (cut, known) = (text("web-cut-off"), text("web-known-at"));
    format!("{} {} ({cut} {cut_off}, {known} {known_at})", text("web-edition"), edition.number)
}

fn different(visit: &Visit, figure: &FigureDifference, compared: &Compared) -> DifferentFigure {
    let language = visit.caller.language;
    let told = |count: Count, other: Count| {
        let total = texts::integer(language, i64::try_from(count.total).unwrap_or(i64::MAX));
        match count.genders_unlike(other, language) {
            Some(genders) => format!("{total} ({genders})"),
            None => total,
        }
    };
    let cause = |(cause, change): &(DifferenceCause, Change)| Cause {
        name: texts::text(language, &format!("report-cause-{}", cause.as_str())),
        by: texts::signed(language, change.total),
        genders: change.genders_in_words(language),
    };
    let same = compared.differences.iter().filter(|other| other.indicator.code == figure.indicator.code);
    let region = format!("report-region-category-{}", figure.region_category.as_str());
    let name = figure.indicator.name.r#in(language);
    DifferentFigure {
        code: figure.indicator.code.to_string(),
        name: match same.count() {
            1 => name.to_owned(),
            _ => format!("{name} ({})", texts::text(language, &region)),
        },
        from: told(figure.from, figure.to),
        to: told(figure.to, figure.from),
        causes: figure.causes.iter().map(cause).collect(),
    }
}
