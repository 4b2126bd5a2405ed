//! What clients rely on in every answer, shown on a small schema: the order of keys, where nulls go, what is left
//! out when nothing ran, and that a panic stays inside.

use async_graphql::{EmptyMutation, EmptySubscription, Object, Schema};
use domain::{Clock, Domain, Viewer};

use super::*;
use crate::{Limits, error::ApiError, nullable::Nullable};

struct Query;

#[Object]
impl Query {
    async fn slow(&self) -> i32 {
        tokio::task::yield_now().await;
        1
    }

    async fn fast(&self) -> i32 {
        2
    }

    async fn optional(&self) -> Option<Parent> {
        Some(Parent)
    }

    async fn panics(&self) -> i32 {
        std::hint::black_box(None::<i32>).expect("secret")
    }

    async fn fails(&self) -> error::Result<Option<i32>> {
        let source = "secret".into();
        Err(domain::Error::Internal { what: "a secret", source }.into())
    }

    async fn hidden(&self) -> error::Result<Option<i32>> {
        Err(ApiError::not_found("hidden"))
    }
}

struct Parent;

#[Object]
impl Parent {
    async fn there(&self) -> i32 {
        1
    }

    async fn required(&self) -> error::Result<i32> {
        Err(ApiError::not_found("required"))
    }
}

async fn answer(query: &str) -> serde_json::Value {
    let schema = Schema::build(Query, EmptyMutation, EmptySubscription).extension(Nullable).finish();
    let db = domain::db::connect("sqlite::memory:").await.expect("SQLite is in the binary");
    let caller =
        Caller { domain: Domain::new(db, Clock::system()), viewer: Viewer::public(), language: Language::En };
    let reply = match Api::new(Limits::default()).prepare(query.into(), Language::En) {
        Ok(operation) => execute(&schema, operation, caller).await,
        Err(reply) => reply,
    };
    let text = serde_json::to_string(&reply).expect("a reply is JSON");
    assert!(!text.contains("secret"), "{text}");
    serde_json::from_str(&text).expect("a reply is JSON")
}

#[tokio::test]
async fn keys_come_in_the_order_of_the_query() {
    let schema = Schema::new(Query, EmptyMutation, EmptySubscription);

    let response = schema.execute("{ slow fast }").await;

    let text = serde_json::to_string(&response.data).expect("data is JSON");
    assert_eq!(text, r#"{"slow":1,"fast":2}"#);
}

#[tokio::test]
async fn a_missing_value_makes_the_nearest_optional_parent_null() {
    let answer = answer("{ fast optional { there required } }").await;

    assert_eq!(answer["data"], serde_json::json!({"fast": 2, "optional": null}));
    assert_eq!(answer["errors"][0]["path"], serde_json::json!(["optional", "required"]));
}

#[tokio::test]
async fn an_optional_field_that_fails_is_null_and_the_rest_stays() {
    let answer = answer("{ fast hidden again: hidden }").await;

    assert_eq!(answer["data"], serde_json::json!({"fast": 2, "hidden": null, "again": null}));
    assert_eq!(answer["errors"].as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn a_request_that_did_not_run_has_no_data() {
    for query in ["{ nope }", "{ fast", "", "query A { fast } query B { fast }"] {
        let answer = answer(query).await;

        assert!(answer.get("data").is_none(), "{query}: {answer}");
        assert_eq!(answer["errors"][0]["extensions"]["code"], "BAD_INPUT", "{query}");
    }
}

#[tokio::test]
async fn a_panic_stays_inside() {
    let answer = answer("{ fast panics }").await;

    assert_eq!(answer["data"], serde_json::Value::Null);
    assert_eq!(answer["errors"][0]["extensions"]["code"], "INTERNAL");
    assert!(answer["errors"][0]["extensions"]["requestId"].is_string());
}

#[tokio::test]
async fn an_internal_error_says_only_where_to_look() {
    let answer = answer("{ fast fails }").await;

    assert_eq!(answer["data"], serde_json::json!({"fast": 2, "fails": null}));
    let error = &answer["errors"][0];
    assert_eq!(error["message"], texts::text(Language::En, "error-internal"));
    assert_eq!(error["extensions"]["code"], "INTERNAL");
    assert!(error["extensions"]["requestId"].is_string());
}

#[tokio::test]
async fn what_is_hidden_is_not_found() {
    let answer = answer("{ hidden }").await;

    assert_eq!(answer["errors"][0]["extensions"]["code"], "NOT_FOUND");
    assert_eq!(answer["errors"][0]["path"], serde_json::json!(["hidden"]));
}
