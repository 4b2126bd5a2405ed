//! Who asks: a bearer token, a session, or nobody; and the id of the request.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, header},
    middleware::Next,
    response::Response,
};
use domain::{Viewer, account, api_token};
use graphql::Caller;
use tower_sessions::Session;
use tracing::Instrument;

use crate::{
    graphql_http::{Answer, Refusal, refusal},
    handlers, language, session_store,
    state::App,
};

/// Name of the header that carries the request's id.
const REQUEST_ID: &str = "x-request-id";

/// Finds out who asks and puts them, as [`Caller`], where handlers find them. Log lines and the answer carry the
/// request's id.
pub async fn identify(
    State(app): State<App>,
    session: Session,
    mut request: Request,
    next: Next,
) -> Response {
    let viewer = match find(&app, &session, request.headers()).await {
        Ok(viewer) => viewer,
        Err(domain::Error::Unauthenticated) => {
            tracing::warn!("a token was refused");
            return refusal(Answer::Json, Refusal::Token);
        }
        Err(domain::Error::Busy(error)) => {
            tracing::warn!(%error, "the database is busy");
            return handlers::busy();
        }
        Err(error) => {
            tracing::error!(%error, "cannot tell who asks");
            return handlers::broken();
        }
    };
    let request_id = viewer.request_id;
    let span = tracing::info_span!(
        "request",
        request.id = %request_id,
        http.method = %request.method(),
        url.path = request.uri().path(),
    );
    let language = language::of(&request);
    request.extensions_mut().insert(Caller { domain: app.domain.clone(), viewer, language });
    let mut response = next.run(request).instrument(span).await;
    let id = HeaderValue::from_str(&request_id.to_string()).expect("a UUID is plain text");
    response.headers_mut().insert(REQUEST_ID, id);
    response
}

async fn find(app: &App, session: &Session, headers: &HeaderMap) -> domain::Result<Viewer> {
    if let Some(token) = bearer(headers)? {
        return api_token::authenticate(&app.domain, token).await;
    }
    let Some(account) = session_store::account(session).await? else { return Ok(Viewer::public()) };
    match account::viewer_of(&app.domain, account).await {
        Err(domain::Error::Unauthenticated) => Ok(Viewer::public()),
        viewer => viewer,
    }
}

/// The token of a bearer, if one is sent. One that cannot be read is no token anybody has.
fn bearer(headers: &HeaderMap) -> domain::Result<Option<&str>> {
    let Some(sent) = headers.get(header::AUTHORIZATION) else { return Ok(None) };
    let sent = sent.to_str().map_err(|_| domain::Error::Unauthenticated)?;
    let (scheme, token) = sent.split_once([' ', '\t']).unwrap_or((sent, ""));
    Ok(scheme.eq_ignore_ascii_case("bearer").then_some(token.trim()))
}
