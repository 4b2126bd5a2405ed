#![doc = include_str!("../README.md")]

pub mod assets;
mod caller;
mod downloads;
mod form_token;
mod graphql_http;
mod handlers;
mod language;
pub mod pages;
mod received;
mod security_headers;
mod serve;
mod session_store;
mod state;
mod troubles;
mod visit;

use std::time::Duration;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::StatusCode,
    middleware::{from_fn, from_fn_with_state},
    routing::{MethodRouter, any, get, post},
};
pub use serve::serve;
pub use state::{App, Settings};
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer, timeout::TimeoutLayer};

/// Bytes a form may have.
const FORM_BYTES: usize = 16 * 1024;

/// After so long a request is given up.
const PATIENCE: Duration = Duration::from_secs(60);

/// Everything the server answers.
pub fn router(app: App) -> Router {
    let pages = Router::new()
        .route("/", get(handlers::start::show))
        .route("/sign-in", get(handlers::sign_in::show).post(handlers::sign_in::submit))
        .route("/sign-out", post(handlers::sign_in::sign_out))
        .route("/reports", get(handlers::reports::list).post(handlers::reports::request))
        .route("/reports/verify", checks())
        .route("/reports/{id}", get(handlers::reports::show))
        .route("/reports/{id}/status", get(handlers::reports::status))
        .route("/reports/{id}/cancel", post(handlers::reports::cancel))
        .route("/reports/{id}/changes", get(handlers::reports::changes::show))
        .route("/reports/{id}/compare", get(handlers::reports::compare::show))
        .route("/reports/{id}/edition", post(handlers::reports::edition::step))
        .route("/reports/{id}/retry", post(handlers::reports::retry))
        .route("/reports/{id}/file", get(downloads::report_file))
        .route("/worklist", get(handlers::worklist::show))
        .route("/findings", get(handlers::findings::show))
        .route("/findings/waive", post(handlers::findings::waive))
        .route("/findings/revoke", post(handlers::findings::revoke))
        .route("/deadlines", get(handlers::deadlines::show))
        .route("/deadlines/set", post(handlers::deadlines::set))
        .route("/deadlines/end", post(handlers::deadlines::end))
        .route("/deadlines/lead-times", post(handlers::deadlines::lead_times))
        .route("/deadlines/check", post(handlers::deadlines::check))
        .route("/notes", get(handlers::notes::show).post(handlers::notes::add))
        .route("/notes/{id}/withdraw", post(handlers::notes::withdraw))
        .route("/licences", get(handlers::licences::show))
        .fallback(handlers::not_found)
        .method_not_allowed_fallback(handlers::not_so)
        .layer(DefaultBodyLimit::max(FORM_BYTES));
    let api = Router::new().route("/graphql", any(handlers::graphql::answer)).layer(CompressionLayer::new());
    pages
        .merge(api)
        .layer(CatchPanicLayer::custom(handlers::panicked))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, PATIENCE))
        .layer(from_fn_with_state(app.clone(), caller::identify))
        .layer(session_store::sessions(&app))
        .layer(from_fn(troubles::in_words))
        .merge(outside_sessions())
        .layer(from_fn_with_state(app.clone(), security_headers::add))
        .layer(from_fn(language::remember))
        .with_state(app)
}

/// Checks of workbooks: the upload looks after its own limit, so that it can say it in words.
fn checks() -> MethodRouter<App> {
    use handlers::reports::verify;
    get(verify::show).post(verify::check).layer(DefaultBodyLimit::disable())
}

/// What needs to know nobody.
fn outside_sessions() -> Router<App> {
    let assets = Router::new()
        .route("/assets/{version}/{name}", get(handlers::assets::file))
        .layer(CompressionLayer::new());
    Router::new().route("/health", get(handlers::health::show)).merge(assets)
}
