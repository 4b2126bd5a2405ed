//! Whether the server can work.

use axum::{extract::State, http::StatusCode};

use crate::state::App;

/// `GET /health`: 200 when the database answers, 503 when not.
pub async fn show(State(app): State<App>) -> (StatusCode, &'static str) {
    match app.domain.db.ping().await {
        Ok(()) => (StatusCode::OK, "ok\n"),
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
        }
    }
}
