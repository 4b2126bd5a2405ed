//! GraphQL over HTTP: what a request may look like, and which status and type its answer has.
//!
//! Follows the specification's draft as far as the audits of the reference implementation agree with it: a
//! request that cannot run is answered with 400, except that `application/json`, which older clients ask for,
//! gets 200 when only the document is at fault.

mod accept;
mod parameters;

use axum::{
    body::{Body, to_bytes},
    http::{HeaderMap, HeaderValue, Method, Request, StatusCode, header},
    response::{IntoResponse, Response},
};
use graphql::{Caller, Code, Reply};
use texts::Language;

pub use accept::{Answer, wants_html};

use crate::state::App;

/// Bytes a request may have.
const BODY_BYTES: usize = 256 * 1024;

/// `GET` and `POST /graphql` of programs.
pub async fn answer(app: &App, caller: Caller, request: Request<Body>) -> Response {
    let Some(answer) = Answer::negotiated(request.headers()) else {
        return refusal(Answer::Json, Refusal::NotAcceptable);
    };
    match run(app, caller, request).await {
        Ok(reply) => respond(answer, answer.status(&reply), &reply),
        Err(cause) => refusal(answer, cause),
    }
}

async fn run(app: &App, caller: Caller, request: Request<Body>) -> Result<Reply, Refusal> {
    let is_get = request.method() == Method::GET;
    let parameters = if is_get {
        parameters::from_query(request.uri())?
    } else if request.method() == Method::POST {
        parameters::from_body(&read(request).await?)?
    } else {
        return Err(Refusal::Method);
    };
    let operation = match app.api.prepare(parameters, caller.language) {
        Ok(operation) => operation,
        Err(reply) => return Ok(reply),
    };
    if is_get && operation.is_mutation() {
        return Err(Refusal::MutationByGet);
    }
    Ok(app.api.execute(operation, caller).await)
}

/// The body, when it says it is JSON: a type that no form of another site can send.
async fn read(request: Request<Body>) -> Result<Vec<u8>, Refusal> {
    if !is_json(request.headers()) {
        return Err(Refusal::MediaType);
    }
    let body = to_bytes(request.into_body(), BODY_BYTES).await;
    body.map(Into::into).map_err(|_| Refusal::TooLarge)
}

fn is_json(headers: &HeaderMap) -> bool {
    let Some(text) = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()) else {
        return false;
    };
    let mut parts = text.split(';').map(|part| part.trim().to_ascii_lowercase());
    let is_json = parts.next().is_some_and(|essence| essence == "application/json");
    is_json
        && parts
            .filter(|part| part.starts_with("charset="))
            .all(|part| part.trim_matches('"') == "charset=utf-8")
}

/// Why a request was not even a GraphQL request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is not well-formed: what is expected, in words.
    Malformed(&'static str),
    /// Its method is neither `GET` nor `POST`.
    Method,
    /// It would change something by `GET`.
    MutationByGet,
    /// It is not JSON.
    MediaType,
    /// It accepts nothing we could send.
    NotAcceptable,
    /// It is too large.
    TooLarge,
    /// Its token is wrong, outdated or withdrawn.
    Token,
}

impl Refusal {
    fn parts(self) -> (StatusCode, Code, &'static str) {
        match self {
            Self::Malformed(expected) => (StatusCode::BAD_REQUEST, Code::BadInput, expected),
            Self::Method => (StatusCode::METHOD_NOT_ALLOWED, Code::BadInput, "Use GET or POST."),
            Self::MutationByGet => {
                (StatusCode::METHOD_NOT_ALLOWED, Code::BadInput, "Use POST for mutations.")
            }
            Self::MediaType => {
                (StatusCode::UNSUPPORTED_MEDIA_TYPE, Code::BadInput, "Send application/json in UTF-8.")
            }
            Self::NotAcceptable => (
                StatusCode::NOT_ACCEPTABLE,
                Code::BadInput,
                "Accept application/graphql-response+json or application/json.",
            ),
            Self::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, Code::Limit, "The request is too large."),
            Self::Token => (StatusCode::UNAUTHORIZED, Code::Unauthenticated, "The token is not valid."),
        }
    }

    fn allow(self) -> Option<&'static str> {
        match self {
            Self::Method => Some("GET, POST"),
            Self::MutationByGet => Some("POST"),
            _ => None,
        }
    }
}

/// The answer to a request that was not even a GraphQL request.
pub fn refusal(answer: Answer, cause: Refusal) -> Response {
    let (status, code, message) = cause.parts();
    let mut response = respond(answer, status, &Reply::refused(code, message));
    if let Some(allow) = cause.allow() {
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static(allow));
    }
    if cause == Refusal::Token {
        response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response
}

/// The answer when a request could not even be taken up, in the caller's words: the database is busy, or it is our fault.
pub fn trouble(status: StatusCode, language: Language) -> Response {
    let (code, message) = match status {
        StatusCode::SERVICE_UNAVAILABLE => (Code::Limit, "error-busy"),
        _ => (Code::Internal, "error-broken"),
    };
    respond(Answer::Json, status, &Reply::refused(code, texts::text(language, message)))
}

fn respond(answer: Answer, status: StatusCode, reply: &Reply) -> Response {
    let body = serde_json::to_vec(reply).expect("a reply has string keys only");
    let headers = [
        (header::CONTENT_TYPE, answer.content_type()),
        (header::CACHE_CONTROL, "no-store"),
        (header::VARY, "Accept, Accept-Language, Authorization, Cookie"),
    ];
    (status, headers, body).into_response()
}
