//! Checking an uploaded workbook: unmodified, modified, or none of ours.

mod upload;

use axum::{
    extract::Multipart,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use chrono::NaiveDate;
use domain::{Error, Result, edition, report};
use texts::Arg;
use worker::{Comparison, Verdict, verify};

use super::shown::Shown;
use crate::{
    form_token,
    pages::{
        error::Problem,
        layout::Section,
        verify::{Cell, Checked, Verify, VerifyForm},
    },
    received::Upload,
    visit::{Visit, html},
};
use upload::{Received, receive};

/// Characters of a day as it is stored, `YYYY-MM-DD`.
const ISO_DAY: usize = 10;

/// `GET /reports/verify`.
pub async fn show(visit: Visit) -> Response {
    let result = page(&visit, None, None).await;
    visit.answer(result).await
}

/// `POST /reports/verify`.
pub async fn check(visit: Visit, Upload(form): Upload) -> Response {
    let result = checked(&visit, form).await;
    visit.answer(result).await
}

/// The form, with what was wrong with what was sent.
pub async fn form(visit: &Visit, problem: Option<String>) -> Result<VerifyForm> {
    Ok(VerifyForm { csrf: form_token::of(&visit.session).await?, problem })
}

async fn checked(visit: &Visit, form: Multipart) -> Result<Response> {
    visit.caller.viewer.require_reader()?;
    let refused = async |status: StatusCode, key: &str| -> Result<Response> {
        let problem = texts::text(visit.caller.language, key);
        Ok((status, page(visit, None, Some(problem)).await?).into_response())
    };
    let (name, bytes) = match receive(visit, form).await? {
        Received::File { name, bytes } => (name, bytes),
        Received::Nothing => return refused(StatusCode::UNPROCESSABLE_ENTITY, "web-verify-missing").await,
        Received::Empty => return refused(StatusCode::UNPROCESSABLE_ENTITY, "web-verify-empty-file").await,
        Received::TooLarge => return refused(StatusCode::PAYLOAD_TOO_LARGE, "web-verify-too-large").await,
        Received::Foreign => return Ok(visit.problem(Problem::Form).await),
        Received::NoRoom => return Ok(visit.problem(Problem::Store).await),
    };
    let (domain, viewer) = (&visit.app.domain, &visit.caller.viewer);
    match verify(domain, &visit.app.files, (viewer, bytes)).await {
        Ok(verdict) => page(visit, Some(told(visit, name, verdict).await?), None).await,
        Err(worker::Error::Domain(error)) => Err(error),
        Err(worker::Error::Files(error)) => {
            tracing::error!(request.id = %viewer.request_id, error = &error as &dyn std::error::Error, "the file store failed");
            Ok(visit.problem(Problem::Store).await)
        }
        Err(error) => Err(Error::Internal { what: "checking a workbook", source: Box::new(error) }),
    }
}

async fn page(visit: &Visit, checked: Option<Checked>, problem: Option<String>) -> Result<Response> {
    visit.caller.viewer.require_reader()?;
    html(&Verify { page: visit.page(Section::Reports).await?, verify: form(visit, problem).await?, checked })
}

/// The verdict in words.
async fn told(visit: &Visit, file: String, verdict: Verdict) -> Result<Checked> {
    let language = visit.caller.language;
    let blank = |badge, key| Checked {
        file: file.clone(),
        badge,
        verdict: texts::text(language, key),
        report: None,
        about: None,
        notes: Vec::new(),
        cells: Vec::new(),
    };
    let (checked, run, edition) = match verdict {
        Verdict::Unknown => return Ok(blank("warning", "web-verify-unknown")),
        Verdict::Unreadable(error) => return Ok(blank("warning", unreadable(error.code()))),
        Verdict::Run(run) => (blank("success", "web-verify-unmodified"), *run, None),
        Verdict::Edition(edition) => {
            let run = report::get(&visit.app.domain, &visit.caller.viewer, edition.report_run_id).await?;
            (blank("success", "web-verify-unmodified"), run, Some(edition))
        }
        Verdict::Modified { run, edition, comparison, lacks_properties } => {
            let (told, cells) = differences(visit, comparison);
            let unmarked = lacks_properties.then(|| texts::text(language, "web-verify-properties-missing"));
            let notes = unmarked.into_iter().chain(told).collect();
            let checked = Checked { notes, cells, ..blank("danger", "web-verify-modified") };
            (checked, *run, edition)
        }
    };
    let about = about(visit, &run, edition.as_deref()).await?;
    // a workbook out of a bundle is told to those who see its unit, the bundle's page to those who see all of it
    let is_seen = report::get(&visit.app.domain, &visit.caller.viewer, run.id).await.is_ok();
    Ok(Checked { report: is_seen.then(|| run.id.to_string()), about: Some(about), ..checked })
}

/// Key of the words for what cannot be read, by the code of the error.
fn unreadable(code: &str) -> &'static str {
    match code {
        "too_large" => "web-verify-too-large-inside",
        "encrypted" => "web-verify-encrypted",
        _ => "web-verify-unreadable",
    }
}

/// What the workbook is, or was made from: edition, unit and cut-off.
async fn about(visit: &Visit, run: &report::Model, edition: Option<&edition::Model>) -> Result<String> {
    let language = visit.caller.language;
    let text = |key: &str| texts::text(language, key);
    let shown = Shown::new(visit).await?.one(run.clone()).await?;
    let unit = shown.unit.unwrap_or_else(|| text("web-unit-network"));
    let (code, written) = (shown.period.code, text(&format!("web-language-{}", shown.language)));
    let report = format!("{unit}, {code}, {} {}, {written}", text("web-cut-off"), shown.cut_off);
    Ok(match edition {
        Some(edition) => {
            let state = text(&format!("web-edition-state-{}", edition.state));
            format!("{} {} ({state}): {report}", text("web-edition"), edition.number)
        }
        None => format!("{}: {report}", text("web-edition-none")),
    })
}

/// What differs, in words, and the cells.
fn differences(visit: &Visit, comparison: Option<Comparison>) -> (Vec<String>, Vec<Cell>) {
    let language = visit.caller.language;
    let Some(comparison) = comparison else {
        return (vec![texts::text(language, "web-verify-no-original")], Vec::new());
    };
    let in_words = |said: &str| match said.parse::<NaiveDate>() {
        Ok(day) if said.len() == ISO_DAY => texts::date(language, day),
        _ => said.to_owned(),
    };
    let named = |key: &str, name: &str| texts::text_with(language, key, &[("name", Arg::Text(name))]);
    let counted = |key: &str, count: u64| {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        texts::text_with(language, key, &[("count", Arg::Count(count))])
    };
    let mut notes: Vec<String> = Vec::new();
    notes.extend(comparison.missing.iter().map(|sheet| named("web-verify-sheet-missing", sheet)));
    notes.extend(comparison.added.iter().map(|sheet| named("web-verify-sheet-added", sheet)));
    if comparison.reordered {
        notes.push(texts::text(language, "web-verify-reordered"));
    }
    if comparison.is_same() {
        let key = if comparison.reordered { "web-verify-same-cells" } else { "web-verify-same" };
        notes.push(texts::text(language, key));
    } else if comparison.different > 0 {
        notes.push(counted("web-verify-different", comparison.different));
        if comparison.different > comparison.cells.len() as u64 {
            notes.push(counted("web-verify-first", comparison.cells.len() as u64));
        }
    }
    if comparison.uncalculated > 0 {
        notes.push(counted("web-verify-uncalculated", comparison.uncalculated));
    }
    let cells = comparison.cells.into_iter().map(|cell| {
        let days = (cell.was.as_deref().map(in_words), cell.is.as_deref().map(in_words));
        // a day that has become a text stays as it is stored: else both would read the same
        let (was, is) = if days.0 == days.1 { (cell.was, cell.is) } else { days };
        Cell { sheet: cell.sheet, cell: cell.cell, was, is }
    });
    (notes, cells.collect())
}
