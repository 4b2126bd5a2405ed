//! Asking for workbooks and watching them being made.

pub mod changes;
pub mod compare;
pub mod edition;
mod form;
pub mod names;
mod shown;
pub mod verify;

use axum::{
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    Error, Result,
    id::ReportRunId,
    report::{self, State},
};
use form::{Asked, Filled};
use serde::Deserialize;
use shown::Shown;
use uuid::Uuid;

use crate::{
    form_token,
    pages::{
        error::Problem,
        layout::Section,
        reports::{FieldError, ReportStatus, Reports},
    },
    received::{Form, Path, Query},
    visit::{Visit, encoded, html},
};

/// Runs on the page.
const RUNS: u64 = 50;

/// Which period the form is about, and which runs are listed.
#[derive(Debug, Default, Deserialize)]
pub struct Chosen {
    period: Option<String>,
    runs: Option<String>,
}

/// The address's word for those that failed.
const FAILED: &str = "failed";

/// `GET /reports`.
pub async fn list(visit: Visit, Query(chosen): Query<Chosen>) -> Response {
    let only_failed = chosen.runs.as_deref() == Some(FAILED);
    let result = page(&visit, (Filled::new(chosen.period), only_failed)).await;
    visit.answer(result).await
}

/// `POST /reports`.
pub async fn request(visit: Visit, Form(asked): Form<Asked>) -> Response {
    let result = ask(&visit, asked).await;
    visit.answer(result).await
}

/// `GET /reports/{id}`.
pub async fn show(visit: Visit, Path(id): Path<String>) -> Response {
    let result = one(&visit, &id).await;
    visit.answer(result).await
}

/// `GET /reports/{id}/status`: the changing part of a run.
pub async fn status(visit: Visit, Path(id): Path<String>, headers: HeaderMap) -> Response {
    let result = changing(&visit, (&id, &headers)).await;
    visit.answer(result).await
}

/// A button below a run.
#[derive(Debug, Deserialize)]
pub struct Pressed {
    csrf: String,
}

/// `POST /reports/{id}/cancel`.
pub async fn cancel(visit: Visit, Path(id): Path<String>, Form(pressed): Form<Pressed>) -> Response {
    let result = change(&visit, (&id, pressed), Change::Cancel).await;
    visit.answer(result).await
}

/// `POST /reports/{id}/retry`.
pub async fn retry(visit: Visit, Path(id): Path<String>, Form(pressed): Form<Pressed>) -> Response {
    let result = change(&visit, (&id, pressed), Change::Retry).await;
    visit.answer(result).await
}

enum Change {
    Cancel,
    Retry,
}

async fn change(visit: &Visit, (id, pressed): (&str, Pressed), change: Change) -> Result<Response> {
    if !form_token::fits(&visit.session, &pressed.csrf).await? {
        return Ok(visit.problem(Problem::Form).await);
    }
    let (domain, viewer) = (&visit.app.domain, &visit.caller.viewer);
    let id = run_id(id)?;
    let changed = match change {
        Change::Cancel => report::cancel(domain, viewer, id).await,
        Change::Retry => report::retry(domain, viewer, id).await,
    };
    // What has ended meanwhile shows so on its page.
    let run = match changed {
        Err(Error::Invalid(_)) => report::get(domain, viewer, id).await?,
        changed => changed?,
    };
    Ok(Redirect::to(&format!("/reports/{}", run.id)).into_response())
}

async fn page(visit: &Visit, (filled, only_failed): (Filled, bool)) -> Result<Response> {
    let (domain, viewer) = (&visit.app.domain, &visit.caller.viewer);
    let states: &[State] = if only_failed { &[State::Failed] } else { &[] };
    let rows = report::page(domain, viewer, (states, None, RUNS)).await?;
    let runs = Shown::new(visit).await?.all(rows).await?;
    let form = filled.form(visit).await?;
    let verify = verify::form(visit, None).await?;
    let which = if only_failed { format!("&runs={FAILED}") } else { String::new() };
    let location = format!("/reports?period={}{which}", encoded(&form.period));
    let page = visit.page_at(Section::Reports, &location).await?;
    html(&Reports { page, form, runs, only_failed, verify })
}

async fn ask(visit: &Visit, asked: Asked) -> Result<Response> {
    if !form_token::fits(&visit.session, &asked.csrf).await? {
        return Ok(visit.problem(Problem::Form).await);
    }
    let (domain, viewer) = (&visit.app.domain, &visit.caller.viewer);
    let request = match asked.request() {
        Ok(request) => request,
        Err(mistakes) => return refused(visit, asked, mistakes).await,
    };
    let requested = if asked.is_bundle() {
        let report::ReportRequest { period, cut_off, known_at, language, .. } = request;
        let bundle = report::BundleRequest { period, cut_off, known_at, language };
        report::request_bundle(domain, viewer, bundle).await
    } else {
        report::request(domain, viewer, request).await
    };
    match requested {
        Ok(run) if edition::is_returned(visit, &run).await? => {
            let same = texts::text(visit.caller.language, "web-edition-unchanged");
            let same = FieldError { field: edition::HEADING, message: same };
            let refused = edition::Refused { errors: vec![same], ..Default::default() };
            let page = edition::page(visit, run, refused).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Ok(run) => Ok(Redirect::to(&format!("/reports/{}", run.id)).into_response()),
        Err(Error::Invalid(mistakes)) => refused(visit, asked, mistakes).await,
        Err(error) => Err(error),
    }
}

async fn refused(visit: &Visit, asked: Asked, mistakes: Vec<domain::UserError>) -> Result<Response> {
    let page = page(visit, (Filled::again(asked, mistakes), false)).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

async fn one(visit: &Visit, id: &str) -> Result<Response> {
    edition::page(visit, run(visit, id).await?, edition::Refused::default()).await
}

async fn changing(visit: &Visit, (id, headers): (&str, &HeaderMap)) -> Result<Response> {
    let run = Shown::new(visit).await?.one(run(visit, id).await?).await?;
    let watched = headers.get("hx-current-url").and_then(|url| url.to_str().ok());
    let is_own_page = watched.is_some_and(|url| url.ends_with(&format!("/reports/{}", run.id)));
    let has_ended = !run.state.is_under_way();
    let answer = html(&ReportStatus { page: visit.page(Section::Reports).await?, run })?;
    // its page has more to say once it has ended: how it is handed in, or what became of it
    Ok(if is_own_page && has_ended { ([("hx-refresh", "true")], answer).into_response() } else { answer })
}

async fn run(visit: &Visit, id: &str) -> Result<report::Model> {
    report::get(&visit.app.domain, &visit.caller.viewer, run_id(id)?).await
}

fn run_id(id: &str) -> Result<ReportRunId> {
    Uuid::parse_str(id).map(ReportRunId).map_err(|_| Error::NotFound("report_run"))
}
