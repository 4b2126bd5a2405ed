//! The schema: committed as it is, and described in the users' words.

use graphql::{Api, Limits};
use serde_json::Value;

use crate::world::world;

#[test]
fn the_committed_schema_is_the_schema() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../schema.graphql");
    let committed = std::fs::read_to_string(path).unwrap_or_default();

    let current = Api::new(Limits::default()).sdl();

    let differing = committed.lines().zip(current.lines()).find(|(old, new)| old != new);
    assert!(
        committed == current,
        "schema.graphql is stale, first at {differing:?}: run `migranet schema > schema.graphql`"
    );
}

const EVERYTHING: &str = "{ __schema { types { name description
    fields(includeDeprecated: true) { name description args { name description } }
    inputFields { name description } enumValues(includeDeprecated: true) { name description } } } }";

/// The members of a list; none when there is no list.
fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn name(value: &Value) -> &str {
    value["name"].as_str().expect("everything has a name")
}

#[tokio::test]
async fn everything_is_described() {
    let answer = world().await.ask(EVERYTHING).await;

    let types = list(&answer["data"]["__schema"]["types"]);
    let ours = types.iter().filter(|one| !name(one).starts_with("__") && name(one) != "ID");
    let mut missing = Vec::new();
    let mut check = |path: String, value: &Value| {
        if value["description"].as_str().is_none_or(|text| text.trim().is_empty()) {
            missing.push(path);
        }
    };
    for one in ours {
        check(name(one).to_owned(), one);
        for field in list(&one["fields"]) {
            check(format!("{}.{}", name(one), name(field)), field);
            for argument in list(&field["args"]) {
                check(format!("{}.{}({})", name(one), name(field), name(argument)), argument);
            }
        }
        for member in list(&one["inputFields"]).iter().chain(list(&one["enumValues"])) {
            check(format!("{}.{}", name(one), name(member)), member);
        }
    }
    assert!(types.len() > 40, "{answer}");
    assert_eq!(missing, Vec::<String>::new());
}
