//! Files of reports.

mod range;

use axum::{
    body::Body,
    http::{HeaderMap, StatusCode, header, header::InvalidHeaderValue},
    response::{IntoResponse, Response},
};
use domain::{Error, Result, id::ReportRunId, report};
use uuid::Uuid;

use crate::{
    handlers::reports::edition::{self, Refused},
    pages::error::Problem,
    received::Path,
    visit::Visit,
};
use range::Wanted;

const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const BUNDLE: &str = "application/zip";

/// `GET /reports/{id}/file`: the workbook, for those who may see its run. The download is audited. When the file was
/// removed or is lost, the page of the run says when and why.
pub async fn report_file(visit: Visit, Path(id): Path<String>, headers: HeaderMap) -> Response {
    let result = send(&visit, &id, &headers).await;
    visit.answer(result).await
}

async fn send(visit: &Visit, id: &str, headers: &HeaderMap) -> Result<Response> {
    let id = Uuid::parse_str(id).map(ReportRunId).map_err(|_| Error::NotFound("report_run"))?;
    let (domain, viewer) = (&visit.app.domain, &visit.caller.viewer);
    let run = report::get(domain, viewer, id).await?;
    if run.file_removed_at.is_some() {
        return gone(visit, run).await;
    }
    let file = report::file_of(domain, viewer, id).await?;
    let tag = format!("\"{}\"", file.sha256);
    if headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        return Ok((StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response());
    }
    let part = match range::wanted(headers, &tag, file.size) {
        Wanted::Whole => None,
        Wanted::Part(part) => Some(part),
        Wanted::Nothing => {
            let size = [(header::CONTENT_RANGE, format!("bytes */{}", file.size))];
            return Ok((StatusCode::RANGE_NOT_SATISFIABLE, size).into_response());
        }
    };
    let stored = match visit.app.files.part(&file.key, part.clone()).await {
        Ok(stored) => stored,
        Err(error) if error.is_missing() => {
            report::lose(domain, viewer, id).await?;
            return gone(visit, report::get(domain, viewer, id).await?).await;
        }
        Err(error) => {
            tracing::error!(request.id = %viewer.request_id, error = &error as &dyn std::error::Error, "the file store failed");
            return Ok(visit.problem(Problem::Store).await);
        }
    };
    report::downloaded(domain, viewer, id).await?;
    let sent = stored.range.clone();
    let mut answer = Body::from_stream(stored.into_stream()).into_response();
    let lines = [
        (header::CONTENT_TYPE, media_type(&file.name).to_owned()),
        (header::CONTENT_LENGTH, (sent.end - sent.start).to_string()),
        (header::CONTENT_DISPOSITION, attachment(&file.name)),
        (header::ACCEPT_RANGES, "bytes".to_owned()),
        (header::ETAG, tag),
        (header::CACHE_CONTROL, "private, no-cache".to_owned()),
    ];
    for (name, value) in lines {
        answer.headers_mut().insert(name, value.parse().map_err(odd)?);
    }
    if part.is_some() {
        let told = format!("bytes {}-{}/{}", sent.start, sent.end - 1, file.size);
        answer.headers_mut().insert(header::CONTENT_RANGE, told.parse().map_err(odd)?);
        *answer.status_mut() = StatusCode::PARTIAL_CONTENT;
    }
    Ok(answer)
}

fn media_type(name: &str) -> &'static str {
    if name.ends_with(".zip") { BUNDLE } else { WORKBOOK }
}

fn odd(error: InvalidHeaderValue) -> Error {
    Error::Internal { what: "writing a header", source: Box::new(error) }
}

/// The page of a run whose file is gone.
async fn gone(visit: &Visit, run: report::Model) -> Result<Response> {
    let page = edition::page(visit, run, Refused::default()).await?;
    Ok((StatusCode::GONE, page).into_response())
}

/// Value of `Content-Disposition` by RFC 6266: the name for old programs without other letters, for all others as it
/// is (RFC 8187).
fn attachment(name: &str) -> String {
    let plain: String = name.chars().map(|letter| if is_plain(letter) { letter } else { '_' }).collect();
    let mut exact = String::new();
    for byte in name.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => exact.push(byte.into()),
            _ => exact.push_str(&format!("%{byte:02X}")),
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{exact}")
}

fn is_plain(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, ' ' | '-' | '.' | '_' | '(' | ')')
}

#[cfg(test)]
mod tests {
    use super::attachment;

    #[test]
    fn a_name_with_umlauts_and_quotes_arrives_whole() {
        for (name, header) in [
            ("Bericht.xlsx", "attachment; filename=\"Bericht.xlsx\"; filename*=UTF-8''Bericht.xlsx"),
            (
                "Übersicht \"2024\".xlsx",
                "attachment; filename=\"_bersicht _2024_.xlsx\"; filename*=UTF-8''%C3%9Cbersicht%20%222024%22.xlsx",
            ),
        ] {
            assert_eq!(attachment(name), header);
        }
    }
}
