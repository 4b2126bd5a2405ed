//! Requests that ask for too much are refused before anything runs.

use std::fmt::Write;

use crate::world::world;

/// A field within a field, so many times.
fn deep(levels: usize) -> String {
    format!("{{ {}x{} }}", "a { ".repeat(levels), " }".repeat(levels))
}

/// Fragments each of which uses the next one twice: small in text, huge when followed.
fn bomb(fragments: usize) -> String {
    let mut text = String::from("{ ...f0 }");
    for number in 0..fragments {
        let next = number + 1;
        write!(text, " fragment f{number} on Query {{ ...f{next} ...f{next} }}").expect("a string grows");
    }
    write!(text, " fragment f{fragments} on Query {{ __typename }}").expect("a string grows");
    text
}

#[tokio::test]
async fn what_asks_for_too_much_is_refused() {
    let world = world().await;
    let directives = "@skip(if: false) ".repeat(60);
    let aliases: String = (0..60).map(|number| format!("a{number}: __typename ")).collect();
    let hundred = "first: 100";
    for (what, query, code) in [
        ("a long document", format!("{{ __typename }} #{}", "x".repeat(70_000)), "LIMIT"),
        (
            "brackets in brackets",
            format!("{{ a(b: {}1{}) }}", "[".repeat(20_000), "]".repeat(20_000)),
            "LIMIT",
        ),
        ("deep fields", deep(20), "LIMIT"),
        ("many aliases", format!("{{ {aliases} }}"), "LIMIT"),
        ("many directives", format!("{{ __typename {directives} }}"), "LIMIT"),
        ("a fragment bomb", bomb(12), "LIMIT"),
        ("a fragment bomb too deep", bomb(40), "LIMIT"),
        (
            "a fragment in a circle",
            "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }".to_owned(),
            "LIMIT",
        ),
        ("a NUL", "{ fundingPeriod(code: \"a\\u0000b\") { code } }".to_owned(), "BAD_INPUT"),
        ("a circle nobody uses", "{ __typename } fragment a on Query { ...a }".to_owned(), "LIMIT"),
        (
            "many rows of many rows",
            format!(
                "{{ organisations({hundred}) {{ nodes {{ subProjects {{ offers {{ subProject {{ organisation {{ subProjects {{ name }} }} }} }} }} }} }} }}"
            ),
            "LIMIT",
        ),
        (
            "two operations without a choice",
            "query a { __typename } query b { __typename }".to_owned(),
            "BAD_INPUT",
        ),
        ("a page too large", "{ organisations(first: 101) { nodes { name } } }".to_owned(), "BAD_INPUT"),
        ("a page of nothing", "{ organisations(first: 0) { nodes { name } } }".to_owned(), "BAD_INPUT"),
        ("a cursor of nowhere", "{ organisations(after: \"x\") { nodes { name } } }".to_owned(), "BAD_INPUT"),
    ] {
        let answer = world.ask(&query).await;

        assert_eq!(answer["errors"][0]["extensions"]["code"], code, "{what}: {answer}");
    }
}

#[tokio::test]
async fn what_tools_ask_for_is_answered() {
    let of_type = "kind name ofType { ".repeat(9) + "kind name" + &" }".repeat(9);
    let query = format!(
        "query IntrospectionQuery {{ __schema {{ queryType {{ name }} types {{ ...FullType }}
            directives {{ name args {{ ...InputValue }} }} }} }}
        fragment FullType on __Type {{ kind name description
            fields(includeDeprecated: true) {{ name description args {{ ...InputValue }} type {{ ...TypeRef }} }}
            inputFields {{ ...InputValue }} interfaces {{ ...TypeRef }}
            enumValues(includeDeprecated: true) {{ name }} possibleTypes {{ ...TypeRef }} }}
        fragment InputValue on __InputValue {{ name description type {{ ...TypeRef }} defaultValue }}
        fragment TypeRef on __Type {{ {of_type} }}"
    );

    let answer = world().await.ask(&query).await;

    assert!(answer.get("errors").is_none(), "{}", answer["errors"]);
}
