//! Which type of answer a client accepts.

use axum::http::{HeaderMap, StatusCode, header};
use graphql::Reply;

/// A type of answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// `application/graphql-response+json`: the status tells whether the request ran.
    GraphQl,
    /// `application/json`: what older clients ask for.
    Json,
}

impl Answer {
    /// The type a client prefers among ours; `application/json` when it does not say.
    pub fn negotiated(headers: &HeaderMap) -> Option<Self> {
        let accepted = accepted(headers);
        if accepted.is_empty() {
            return Some(Self::Json);
        }
        let mut acceptable = accepted.into_iter().filter(|(weight, _)| *weight > 0.0);
        acceptable.find_map(|(_, essence)| match essence.as_str() {
            "application/graphql-response+json" => Some(Self::GraphQl),
            "application/json" | "application/*" | "*/*" => Some(Self::Json),
            _ => None,
        })
    }

    /// Value of the `Content-Type` header.
    pub fn content_type(self) -> &'static str {
        match self {
            Self::GraphQl => "application/graphql-response+json; charset=utf-8",
            Self::Json => "application/json; charset=utf-8",
        }
    }

    /// The status of a reply.
    pub fn status(self, reply: &Reply) -> StatusCode {
        match self {
            Self::GraphQl if !reply.has_run() => StatusCode::BAD_REQUEST,
            _ => StatusCode::OK,
        }
    }
}

/// Whether a browser asks for a page: it prefers HTML to everything else.
pub fn wants_html(headers: &HeaderMap) -> bool {
    accepted(headers).first().is_some_and(|(_, essence)| essence == "text/html")
}

/// The types of the `Accept` header with their weights, the preferred ones first.
fn accepted(headers: &HeaderMap) -> Vec<(f32, String)> {
    let mut accepted: Vec<(f32, String)> = headers
        .get_all(header::ACCEPT)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|text| text.split(','))
        .filter(|part| !part.trim().is_empty())
        .map(|part| {
            let mut parameters = part.split(';').map(str::trim);
            let essence = parameters.next().unwrap_or_default().to_ascii_lowercase();
            let weight = parameters.find_map(|parameter| parameter.strip_prefix("q=")?.parse().ok());
            (weight.unwrap_or(1.0), essence)
        })
        .collect();
    accepted.sort_by(|a, b| b.0.total_cmp(&a.0));
    accepted
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, HeaderValue, header};

    use super::{Answer, wants_html};

    #[test]
    fn a_client_gets_the_type_it_prefers() {
        for (accept, answer, html) in [
            (None, Some(Answer::Json), false),
            (Some("*/*"), Some(Answer::Json), false),
            (Some("application/json"), Some(Answer::Json), false),
            (Some("application/graphql-response+json"), Some(Answer::GraphQl), false),
            (Some("application/graphql-response+json, application/json;q=0.9"), Some(Answer::GraphQl), false),
            (Some("application/json;q=0.5, application/graphql-response+json"), Some(Answer::GraphQl), false),
            (Some("application/graphql-response+json;q=0"), None, false),
            (
                Some("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"),
                Some(Answer::Json),
                true,
            ),
            (Some("text/plain"), None, false),
        ] {
            let mut headers = HeaderMap::new();
            if let Some(accept) = accept {
                headers.insert(header::ACCEPT, HeaderValue::from_static(accept));
            }
            assert_eq!(Answer::negotiated(&headers), answer, "{accept:?}");
            assert_eq!(wants_html(&headers), html, "{accept:?}");
        }
    }
}
