//! From domain to what the pages show.

pub mod assets;
pub mod graphql;
pub mod health;
pub mod licences;
pub mod reports;
pub mod sign_in;
pub mod start;
pub mod worklist;

use std::any::Any;

use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

use crate::{pages::error::Problem, visit::Visit};

/// What answers every address that leads nowhere.
pub async fn not_found(visit: Visit) -> Response {
    visit.problem(Problem::NotFound).await
}

/// The answer when not even a page can be made: constant, so that nothing from inside shows.
pub fn broken() -> Response {
    let headers = [(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
    (StatusCode::INTERNAL_SERVER_ERROR, headers, "Internal error\n").into_response()
}

/// The answer when a handler panicked.
pub fn panicked(_: Box<dyn Any + Send>) -> Response {
    tracing::error!("a handler panicked");
    broken()
}
