//! GraphQL over HTTP: which request gets which status, type and code.

use axum::body::Body;
use serde_json::Value;

use crate::world::{request, world};

const JSON: &str = "application/json";
const GRAPHQL: &str = "application/graphql-response+json";
const OK: &str = r#"{"query":"{ __typename }"}"#;
const WRONG: &str = r#"{"query":"{ nothing }"}"#;
const MUTATION: &str =
    "mutation%7BreportRequest(input:%7Bperiod:%22X%22,cutOff:%222025-01-01%22%7D)%7BreportRun%7Bid%7D%7D%7D";

#[tokio::test]
async fn each_request_gets_its_status_type_and_code() {
    let world = world().await;
    let long = format!(r#"{{"query":"{{ __typename }} # {}"}}"#, "x".repeat(300_000));
    let get = "/graphql?query=%7B__typename%7D".to_owned();
    let mutation = format!("/graphql?query={MUTATION}");
    let post = "/graphql".to_owned();
    for (method, address, content_type, accept, body, status, code) in [
        ("POST", &post, JSON, JSON, OK, 200, None),
        ("POST", &post, "application/json; charset=utf-8", GRAPHQL, OK, 200, None),
        ("POST", &post, JSON, GRAPHQL, WRONG, 400, Some("BAD_INPUT")),
        ("POST", &post, JSON, JSON, WRONG, 200, Some("BAD_INPUT")),
        ("POST", &post, JSON, JSON, "{\"query\":", 400, Some("BAD_INPUT")),
        ("POST", &post, JSON, JSON, "[]", 400, Some("BAD_INPUT")),
        ("POST", &post, JSON, JSON, "{}", 400, Some("BAD_INPUT")),
        ("POST", &post, JSON, JSON, r#"{"query":"{ __typename }","variables":[]}"#, 400, Some("BAD_INPUT")),
        ("POST", &post, JSON, JSON, long.as_str(), 413, Some("LIMIT")),
        ("POST", &post, "text/plain", JSON, OK, 415, Some("BAD_INPUT")),
        ("POST", &post, "application/x-www-form-urlencoded", JSON, "query=x", 415, Some("BAD_INPUT")),
        ("POST", &post, "application/json; charset=iso-8859-1", JSON, OK, 415, Some("BAD_INPUT")),
        ("POST", &post, JSON, "text/plain", OK, 406, Some("BAD_INPUT")),
        ("GET", &get, "", GRAPHQL, "", 200, None),
        ("GET", &mutation, "", GRAPHQL, "", 405, Some("BAD_INPUT")),
        ("PUT", &post, JSON, JSON, OK, 405, Some("BAD_INPUT")),
        ("DELETE", &post, "", JSON, "", 405, Some("BAD_INPUT")),
    ] {
        let headers = [("content-type", content_type), ("accept", accept)];
        let asked = request(method, address, &headers).body(Body::from(body.to_owned())).expect("a request");

        let answer = world.send(asked).await;

        let start = &body[..body.len().min(80)];
        assert_eq!(answer.status, status, "{method} {address} {content_type} {accept} {start}");
        let expected = if accept == GRAPHQL { GRAPHQL } else { JSON };
        assert_eq!(answer.header("content-type"), format!("{expected}; charset=utf-8"));
        let json: Value = serde_json::from_slice(&answer.body).expect("an answer is JSON");
        assert_eq!(json["errors"][0]["extensions"]["code"].as_str(), code, "{method} {start}: {json}");
        assert_eq!(json.get("data").is_some(), code.is_none(), "{method} {start}: {json}");
    }
}

#[tokio::test]
async fn a_refused_method_says_which_are_allowed() {
    let world = world().await;
    for (method, address, allow) in
        [("PUT", "/graphql".to_owned(), "GET, POST"), ("GET", format!("/graphql?query={MUTATION}"), "POST")]
    {
        let asked = request(method, &address, &[("accept", JSON)]).body(Body::empty()).expect("a request");

        assert_eq!(world.send(asked).await.header("allow"), allow, "{method}");
    }
}

#[tokio::test]
async fn a_browser_gets_the_workbench() {
    let answer = world().await.get("/graphql", &[("accept", "text/html,*/*;q=0.8")]).await;

    assert_eq!(answer.status, 200);
    assert!(answer.header("content-type").starts_with("text/html"));
    assert!(answer.text().contains("data-endpoint=\"/graphql\""));
}

#[tokio::test]
async fn a_token_tells_who_asks_and_a_wrong_one_is_refused() {
    let world = world().await;
    let token = world.token().await;
    let viewer = "/graphql?query=%7Bviewer%7Bemail%7D%7D";
    for (authorization, status, text) in [
        (format!("Bearer {token}"), 200, "ada@example.org"),
        (format!("bearer {token}"), 200, "ada@example.org"),
        ("Bearer mgn_guessed".to_owned(), 401, "UNAUTHENTICATED"),
    ] {
        let answer = world.get(viewer, &[("authorization", &authorization), ("accept", JSON)]).await;

        assert_eq!(answer.status, status);
        assert!(answer.text().contains(text), "{}", answer.text());
    }
}

#[tokio::test]
async fn messages_come_in_the_language_asked_for() {
    let world = world().await;
    let query = "/graphql?query=%7BfundingPeriod(code:%22X%22)%7Bname%7D%7D";
    for (language, words) in
        [("de-DE,de", "Diese Förderperiode gibt es nicht"), ("en", "There is no such funding period")]
    {
        let answer = world.get(query, &[("accept-language", language), ("accept", JSON)]).await;

        assert!(answer.text().contains(words), "{}", answer.text());
    }
}
