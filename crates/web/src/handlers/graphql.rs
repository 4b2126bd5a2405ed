//! `/graphql`: the workbench for browsers, the API for programs.

use axum::{
    Extension,
    extract::{Request, State},
    http::Method,
    response::Response,
};
use domain::Result;
use graphql::Caller;

use crate::{
    graphql_http,
    pages::{graphiql::GraphiQl, layout::Section},
    state::App,
    visit::{Visit, html},
};

/// Any request to `/graphql`.
pub async fn answer(
    State(app): State<App>,
    Extension(caller): Extension<Caller>,
    visit: Visit,
    request: Request,
) -> Response {
    if request.method() == Method::GET && graphql_http::wants_html(request.headers()) {
        let result = workbench(&visit).await;
        return visit.answer(result).await;
    }
    graphql_http::answer(&app, caller, request).await
}

async fn workbench(visit: &Visit) -> Result<Response> {
    let page = visit.page(Section::Other).await?;
    html(&GraphiQl { page, endpoint: "/graphql".to_owned(), headers: "{}".to_owned() })
}
