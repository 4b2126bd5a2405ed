//! GraphQL over HTTP: what is refused before anything runs, and what never leaks.

use reqwest::{Method, StatusCode, header::CONTENT_TYPE};
use serde_json::{Value, json};

use crate::harness::{Backend, Client, Server, on_each_database};

/// Words that only the inside of the software knows.
const INTERNALS: [&str; 6] = ["sqlite", "sqlx", "SELECT ", "panicked", "src/", "crates/"];

async fn server() -> (crate::harness::Database, Server) {
    let database = Backend::Sqlite.migrated().await.with_network();
    let server = database.serve();
    (database, server)
}

async fn post(client: &Client, body: &str) -> (StatusCode, Value) {
    let request = client.request(Method::POST, "/graphql").header(CONTENT_TYPE, "application/json");
    let response = request.body(body.to_owned()).send().await.expect("the server answers");
    let status = response.status();
    (status, response.json().await.expect("an answer is JSON"))
}

fn deep() -> String {
    let levels = 60;
    format!(
        "{{ node(id: \"x\") {}{} }}",
        "{ ... on FundingPeriod { subProjects { nodes ".repeat(levels),
        "} } }".repeat(levels)
    )
}

#[tokio::test]
async fn requests_that_ask_for_too_much_are_refused_before_anything_runs() {
    let (_database, server) = server().await;
    let cyclic = "query { fundingPeriods { ...A } } fragment A on FundingPeriod { ...B } fragment B on FundingPeriod { ...A }";
    let aliases: String =
        (0..2_000).map(|number| format!("a{number}: districts {{ nodes {{ name }} }} ")).collect();
    let cases = [
        ("malformed JSON", "{\"query\": ".to_owned(), "BAD_INPUT"),
        ("no query", "{}".to_owned(), "BAD_INPUT"),
        ("does not parse", json!({"query": "{ fundingPeriods {"}).to_string(), "BAD_INPUT"),
        ("unknown field", json!({"query": "{ nothingLikeIt }"}).to_string(), "BAD_INPUT"),
        ("cyclic fragments", json!({"query": cyclic}).to_string(), "LIMIT"),
        ("too deep", json!({"query": deep()}).to_string(), "LIMIT"),
        (
            "too long",
            json!({"query": format!("{{ __typename }} #{}", "x".repeat(1_000_000))}).to_string(),
            "LIMIT",
        ),
        ("too many aliases", json!({"query": format!("{{ {aliases} }}")}).to_string(), "LIMIT"),
    ];
    for (name, body, code) in cases {
        let (_, answer) = post(&server.visitor(), &body).await;

        assert!(answer.get("data").is_none_or(Value::is_null), "{name}: {answer}");
        assert_eq!(answer["errors"][0]["extensions"]["code"], code, "{name}: {answer}");
        for word in INTERNALS {
            assert!(!answer.to_string().contains(word), "{name} reveals {word}: {answer}");
        }
    }
    let alive = server.visitor().ask("{ __typename }").await;
    assert_eq!(alive["data"]["__typename"], "Query");
}

#[tokio::test]
async fn a_change_by_get_is_refused() {
    let (_database, server) = server().await;
    let mutation = "mutation%7BreportRequest(input:%7Bperiod:%22IQ-2023%22,cutOff:%222023-12-31%22%7D)%7BreportRun%7Bid%7D%7D%7D";

    let answer = server
        .visitor()
        .request(Method::GET, &format!("/graphql?query={mutation}"))
        .header("accept", "application/json")
        .send()
        .await
        .expect("the server answers");

    assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn keys_come_in_the_order_of_the_question() {
    let (_database, server) = server().await;

    let answer = server
        .visitor()
        .request(Method::POST, "/graphql")
        .json(&json!({"query": "{ z: __typename fundingPeriods { name code } a: __typename }"}))
        .send()
        .await
        .expect("the server answers")
        .text()
        .await
        .expect("text");

    let places = ["\"z\"", "\"fundingPeriods\"", "\"name\"", "\"code\"", "\"a\""].map(|key| answer.find(key));
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{answer}");
}

#[tokio::test]
async fn the_committed_schema_is_the_served_one() {
    let database = Backend::Sqlite.empty().await;
    let printed = database.run_command(&["schema"]).expect(0).stdout;
    let committed = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../schema.graphql"))
        .expect("schema.graphql");
    assert!(printed == committed, "schema.graphql is stale: cargo run -- schema > schema.graphql");
}

on_each_database! {
    async fn the_network_is_open_to_everybody(backend) {
        let database = backend.migrated().await.with_network();
        let server = database.serve();

        let answer = server.visitor().ask("{ fundingPeriods { code } }").await;

        let codes: Vec<_> = answer["data"]["fundingPeriods"].as_array().unwrap_or_else(|| panic!("{answer}"))
            .iter().filter_map(|node| node["code"].as_str()).collect();
        assert_eq!(codes.len(), 6, "{codes:?}");
        assert!(codes.contains(&"IQ-2023"), "{codes:?}");
    }
}
