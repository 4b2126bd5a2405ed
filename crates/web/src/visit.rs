//! A visit to a page: who, in which language, where, with which session.

use askama::Template;
use axum::{
    extract::FromRequestParts,
    http::{StatusCode, header::RETRY_AFTER, request::Parts},
    response::{Html, IntoResponse, Redirect, Response},
};
use domain::{Actor, Error, Result, audit};
use graphql::Caller;
use tower_sessions::Session;

use crate::{
    form_token, handlers,
    pages::{
        error::{ErrorPage, Needed, Problem},
        layout::{Page, Section, SignedIn},
    },
    state::App,
};

/// What a page's handler works with.
pub struct Visit {
    /// The server's parts.
    pub app: App,
    /// Who asks.
    pub caller: Caller,
    /// Their session.
    pub session: Session,
    /// Path and query of the page.
    pub location: String,
}

impl FromRequestParts<App> for Visit {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let (Some(caller), Some(session)) =
            (parts.extensions.get::<Caller>().cloned(), parts.extensions.get::<Session>().cloned())
        else {
            return Err(handlers::broken());
        };
        let location = parts.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
        Ok(Self { app: app.clone(), caller, session, location })
    }
}

impl Visit {
    /// The frame of a page.
    pub async fn page(&self, section: Section) -> Result<Page> {
        self.page_at(section, &self.location).await
    }

    /// The frame of a page that is looked at elsewhere, since this is where its form goes to.
    pub async fn page_at(&self, section: Section, location: &str) -> Result<Page> {
        let account = match &self.caller.viewer.actor {
            Actor::Account { name, .. } => {
                Some(SignedIn { name: name.clone(), csrf: form_token::of(&self.session).await? })
            }
            _ => None,
        };
        Ok(Page {
            language: self.caller.language,
            location: without_language(location),
            section,
            account,
            funder_line: None,
        })
    }

    /// The answer of a handler: the page, the way to signing in, or a page that says what is wrong.
    pub async fn answer(&self, result: Result<Response>) -> Response {
        match result {
            Ok(response) => response,
            Err(Error::Unauthenticated) => {
                Redirect::to(&format!("/sign-in?next={}", encoded(&self.location))).into_response()
            }
            Err(Error::NotFound(_)) => self.refused(Problem::NotFound).await,
            Err(Error::Forbidden) => self.refused(Problem::Forbidden(self.needed())).await,
            Err(Error::Busy(error)) => {
                tracing::warn!(request.id = %self.caller.viewer.request_id, %error, "the database is busy");
                self.problem(Problem::Busy).await
            }
            Err(error) => {
                tracing::error!(request.id = %self.caller.viewer.request_id, error = ?error, "a page failed");
                self.problem(Problem::Internal).await
            }
        }
    }

    /// The page for whoever may not do or see something, and its entry in the log.
    pub async fn refused(&self, problem: Problem) -> Response {
        audit::refused(&self.app.domain, &self.caller.viewer, "page").await;
        self.problem(problem).await
    }

    /// What the viewer lacks who was refused.
    fn needed(&self) -> Needed {
        let viewer = &self.caller.viewer;
        match () {
            () if viewer.require_reader().is_err() => Needed::Any,
            () if viewer.require_writer().is_err() => Needed::Writer,
            () => Needed::Above,
        }
    }

    /// The page of a problem.
    pub async fn problem(&self, problem: Problem) -> Response {
        let status = match problem {
            Problem::NotFound => StatusCode::NOT_FOUND,
            Problem::Forbidden(_) => StatusCode::FORBIDDEN,
            Problem::Form | Problem::Address | Problem::Fields => StatusCode::BAD_REQUEST,
            Problem::Method => StatusCode::METHOD_NOT_ALLOWED,
            Problem::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Problem::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Problem::Busy | Problem::Store => StatusCode::SERVICE_UNAVAILABLE,
            Problem::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        };
        let Ok(page) = self.page(Section::Other).await else { return handlers::broken() };
        let request_id = self.caller.viewer.request_id.to_string();
        match html(&ErrorPage { page, problem, request_id }) {
            Ok(response) if matches!(problem, Problem::Busy | Problem::Store) => {
                (status, [(RETRY_AFTER, handlers::RETRY_AFTER)], response).into_response()
            }
            Ok(response) => (status, response).into_response(),
            Err(_) => handlers::broken(),
        }
    }
}

/// A page as an answer; nobody but the browser keeps it.
pub fn html(page: &impl Template) -> Result<Response> {
    let text = page.render().map_err(|error| Error::Internal { what: "a page", source: Box::new(error) })?;
    Ok(([("cache-control", "private, no-store")], Html(text)).into_response())
}

/// The address without the choice of a language, which the switch adds again.
fn without_language(location: &str) -> String {
    let Some((path, query)) = location.split_once('?') else { return location.to_owned() };
    let kept: Vec<&str> = query.split('&').filter(|pair| !pair.starts_with("lang=")).collect();
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
}

/// A text, such as an address, as the value of a parameter.
pub fn encoded(text: &str) -> String {
    let kept = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/?=:".contains(&byte);
    let one = |byte: u8| if kept(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    text.bytes().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::{encoded, without_language};

    #[test]
    fn the_choice_of_a_language_is_not_part_of_the_place() {
        for (location, place) in [
            ("/", "/"),
            ("/?lang=en", "/"),
            ("/?period=IQ-2023&lang=en", "/?period=IQ-2023"),
            ("/reports?lang=de&period=X", "/reports?period=X"),
        ] {
            assert_eq!(without_language(location), place);
        }
    }

    #[test]
    fn a_place_with_parameters_is_one_parameter() {
        assert_eq!(encoded("/reports?period=a%20b&x=1"), "/reports?period=a%2520b%26x=1");
    }
}
