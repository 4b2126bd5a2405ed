//! Signing in and out.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use domain::{Error, Result, account};
use serde::Deserialize;

use crate::{
    form_token,
    pages::{error::Problem, layout::Section, sign_in::SignIn},
    received::{Form, Query},
    session_store,
    visit::{Visit, html},
};

/// Where the visitor came from.
#[derive(Debug, Default, Deserialize)]
pub struct From {
    next: Option<String>,
}

/// The form as it is sent.
#[derive(Deserialize)]
pub struct Credentials {
    email: String,
    password: String,
    csrf: String,
    next: String,
}

/// The form of the sign-out button.
#[derive(Deserialize)]
pub struct SignOut {
    csrf: String,
}

/// `GET /sign-in`.
pub async fn show(visit: Visit, Query(from): Query<From>) -> Response {
    let next = local(from.next.as_deref());
    if !visit.caller.viewer.is_anonymous() {
        return Redirect::to(&next).into_response();
    }
    let result = form(&visit, Attempt { next, ..Attempt::default() }).await;
    visit.answer(result).await
}

/// `POST /sign-in`.
pub async fn submit(visit: Visit, Form(credentials): Form<Credentials>) -> Response {
    let result = try_to_sign_in(&visit, credentials).await;
    visit.answer(result).await
}

/// `POST /sign-out`.
pub async fn sign_out(visit: Visit, Form(form): Form<SignOut>) -> Response {
    let result = leave(&visit, &form.csrf).await;
    visit.answer(result).await
}

async fn try_to_sign_in(visit: &Visit, credentials: Credentials) -> Result<Response> {
    let Credentials { email, password, csrf, next } = credentials;
    if !form_token::fits(&visit.session, &csrf).await? {
        return Ok(visit.problem(Problem::Form).await);
    }
    let next = local(Some(&next));
    match account::sign_in(&visit.app.domain, &email, password).await {
        Ok(viewer) => {
            let account = viewer.account_id().ok_or(Error::Unauthenticated)?;
            session_store::sign_in(&visit.session, account).await?;
            Ok(Redirect::to(&next).into_response())
        }
        Err(Error::Invalid(mistakes)) => {
            let words = mistakes.iter().map(|mistake| mistake.message(visit.caller.language));
            let error = Some(words.collect::<Vec<_>>().join(" "));
            let throttled = mistakes.iter().any(|mistake| mistake.code == "sign-in-throttled");
            let status =
                if throttled { StatusCode::TOO_MANY_REQUESTS } else { StatusCode::UNPROCESSABLE_ENTITY };
            Ok((status, form(visit, Attempt { email, next, error }).await?).into_response())
        }
        Err(error) => Err(error),
    }
}

async fn leave(visit: &Visit, csrf: &str) -> Result<Response> {
    if !form_token::fits(&visit.session, csrf).await? {
        return Ok(visit.problem(Problem::Form).await);
    }
    account::sign_out(&visit.app.domain, &visit.caller.viewer).await?;
    session_store::sign_out(&visit.session).await?;
    Ok(Redirect::to("/").into_response())
}

/// What is known of an attempt to sign in.
#[derive(Default)]
struct Attempt {
    email: String,
    next: String,
    error: Option<String>,
}

async fn form(visit: &Visit, attempt: Attempt) -> Result<Response> {
    let Attempt { email, next, error } = attempt;
    let page = visit.page(Section::Other).await?;
    html(&SignIn { page, csrf: form_token::of(&visit.session).await?, next, email, error })
}

/// A path on this server; anything else, such as an address on another one, becomes the start page.
fn local(next: Option<&str>) -> String {
    let is_local = |path: &&str| {
        path.starts_with('/')
            && !path.starts_with("//")
            && !path.contains(|letter: char| letter == '\\' || letter.is_control())
    };
    next.filter(is_local).unwrap_or("/").to_owned()
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn signing_in_leads_to_no_other_server() {
        for (next, place) in [
            (None, "/"),
            (Some("/reports?period=IQ-2023"), "/reports?period=IQ-2023"),
            (Some("https://example.org/"), "/"),
            (Some("//example.org/"), "/"),
            (Some("/\\example.org/"), "/"),
            (Some("/\n/example.org"), "/"),
            (Some("javascript:alert(1)"), "/"),
            (Some(""), "/"),
        ] {
            assert_eq!(local(next), place, "{next:?}");
        }
    }
}
