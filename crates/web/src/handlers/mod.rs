//! From domain to what the pages show.

pub mod assets;
pub mod deadlines;
mod filters;
pub mod findings;
pub mod graphql;
pub mod health;
pub mod licences;
pub mod notes;
mod periods;
pub mod reports;
pub mod sign_in;
pub mod start;
mod units;
pub mod worklist;

use std::any::Any;

use axum::{
    http::{HeaderValue, StatusCode},
    response::{IntoResponse, Response},
};

use crate::{pages::error::Problem, visit::Visit};

/// What answers every address that leads nowhere.
pub async fn not_found(visit: Visit) -> Response {
    visit.problem(Problem::NotFound).await
}

/// What answers an address that is there, but not for this: a form's address opened by hand, say.
pub async fn not_so(visit: Visit) -> Response {
    visit.problem(Problem::Method).await
}

/// After so many seconds it is worth while to ask a busy database again.
pub const RETRY_AFTER: HeaderValue = HeaderValue::from_static("30");

/// The answer when the database is too busy to tell who asks; [`crate::troubles`] gives it words.
pub fn busy() -> Response {
    StatusCode::SERVICE_UNAVAILABLE.into_response()
}

/// The answer when not even a page can be made; [`crate::troubles`] gives it words.
pub fn broken() -> Response {
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

/// The answer when a handler panicked.
pub fn panicked(_: Box<dyn Any + Send>) -> Response {
    tracing::error!("a handler panicked");
    broken()
}
