//! What came with a request: the parts of its address, its parameters, its form. What cannot be read is answered by a page in
//! the reader's language, not by a line of the HTTP library.

use axum::{
    extract::{self, FromRequest, FromRequestParts, Request, rejection::FormRejection},
    http::{StatusCode, request::Parts},
    response::Response,
};
use serde::de::DeserializeOwned;

use crate::{pages::error::Problem, state::App, visit::Visit};

/// The variable part of an address.
#[derive(Debug)]
pub struct Path<T>(pub T);

/// The parameters of an address.
#[derive(Debug)]
pub struct Query<T>(pub T);

/// A form.
#[derive(Debug)]
pub struct Form<T>(pub T);

/// A form with a file.
#[derive(Debug)]
pub struct Upload(pub extract::Multipart);

impl<T: DeserializeOwned + Send> FromRequestParts<App> for Path<T> {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        match extract::Path::from_request_parts(parts, app).await {
            Ok(extract::Path(value)) => Ok(Self(value)),
            Err(_) => Err(refused(parts, app, Problem::Address).await),
        }
    }
}

impl<T: DeserializeOwned + Send> FromRequestParts<App> for Query<T> {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        match extract::Query::from_request_parts(parts, app).await {
            Ok(extract::Query(value)) => Ok(Self(value)),
            Err(_) => Err(refused(parts, app, Problem::Address).await),
        }
    }
}

impl<T: DeserializeOwned + Send> FromRequest<App> for Form<T> {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let request = Request::from_parts(parts.clone(), body);
        match extract::Form::from_request(request, app).await {
            Ok(extract::Form(value)) => Ok(Self(value)),
            Err(rejection) => Err(refused(&mut parts, app, unreadable(&rejection)).await),
        }
    }
}

impl FromRequest<App> for Upload {
    type Rejection = Response;

    async fn from_request(request: Request, app: &App) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let request = Request::from_parts(parts.clone(), body);
        match extract::Multipart::from_request(request, app).await {
            Ok(form) => Ok(Self(form)),
            Err(_) => Err(refused(&mut parts, app, Problem::Fields).await),
        }
    }
}

/// Why a form cannot be read.
fn unreadable(rejection: &FormRejection) -> Problem {
    match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::TooLarge,
        _ => Problem::Fields,
    }
}

async fn refused(parts: &mut Parts, app: &App, problem: Problem) -> Response {
    match Visit::from_request_parts(parts, app).await {
        Ok(visit) => visit.problem(problem).await,
        Err(response) => response,
    }
}
