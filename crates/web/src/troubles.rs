//! Words for answers that have none: when the database does not even tell who asks, sessions cannot be kept, a request
//! takes too long, or a handler panicked.

use axum::{
    extract::Request,
    http::{StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use texts::Language;

use crate::{
    graphql_http,
    handlers::RETRY_AFTER,
    language,
    pages::{bare::BarePage, error::Problem},
    visit::html,
};

/// Gives words to an answer without any, as the API or as a page.
pub async fn in_words(request: Request, next: Next) -> Response {
    let (language, is_api) = (language::of(&request), request.uri().path() == "/graphql");
    let response = next.run(request).await;
    let problem = match response.status() {
        StatusCode::INTERNAL_SERVER_ERROR => Problem::Internal,
        StatusCode::SERVICE_UNAVAILABLE => Problem::Busy,
        _ => return response,
    };
    if response.headers().contains_key(header::CONTENT_TYPE) {
        return response;
    }
    let status = response.status();
    let mut said =
        if is_api { graphql_http::trouble(status, language) } else { page(status, (problem, language)) };
    if problem == Problem::Busy {
        said.headers_mut().insert(header::RETRY_AFTER, RETRY_AFTER);
    }
    said
}

/// A page without a frame: who asks may not be known.
fn page(status: StatusCode, (problem, language): (Problem, Language)) -> Response {
    match html(&BarePage { language, problem }) {
        Ok(page) => (status, page).into_response(),
        Err(_) => status.into_response(),
    }
}
