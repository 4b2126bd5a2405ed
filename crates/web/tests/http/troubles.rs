//! Answers have words, also when the database does not even tell who asks.

use axum::body::Body;
use sea_orm::ConnectionTrait;
use serde_json::Value;

use crate::{
    sessions::{cookie, sign_in},
    world::{PASSWORD, request, world},
};

#[tokio::test]
async fn sessions_that_cannot_be_read_are_told_in_words_of_a_page_and_of_the_api() {
    let world = world().await.with_administrator().await;
    let (_, entered) = sign_in(&world, PASSWORD).await;
    let session = cookie(&entered);
    world.domain.db.execute_unprepared("ALTER TABLE session RENAME TO elsewhere").await.expect("no sessions");

    let german = world.get("/worklist", &[("cookie", &session)]).await;
    let english = world.get("/worklist", &[("cookie", &session), ("accept-language", "en")]).await;
    let headers = [("cookie", &*session), ("content-type", "application/json"), ("accept-language", "en")];
    let question = request("POST", "/graphql", &headers).body(Body::from(r#"{"query":"{ __typename }"}"#));
    let api = world.send(question.expect("a request")).await;

    assert_eq!((german.status.as_u16(), english.status.as_u16(), api.status.as_u16()), (500, 500, 500));
    assert!(german.text().contains("Da ist etwas schiefgegangen"), "{}", german.text());
    assert!(english.text().contains("Something went wrong"), "{}", english.text());
    let told: Value = serde_json::from_str(&api.text()).expect("JSON");
    assert_eq!(told["errors"][0]["extensions"]["code"], "INTERNAL", "{told}");
    assert!(told["errors"][0]["message"].as_str().is_some_and(|words| words.contains("our side")), "{told}");
}
