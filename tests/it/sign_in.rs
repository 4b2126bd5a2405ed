//! Signing in and out, and personal tokens.

use reqwest::{Method, StatusCode};

use crate::harness::{Account, Backend, on_each_database};

const WHO: &str = "{ viewer { email } }";

on_each_database! {
    async fn somebody_signs_in_and_out(backend) {
        let database = backend.migrated().await.with_network().with_account(Account::Administrator);
        let server = database.serve();
        let email = Account::Administrator.email();

        let client = server.signed_in(Account::Administrator).await;
        let inside = client.ask(WHO).await;
        let leaving = client.submit("/", "/sign-out", &[]).await;
        let outside = client.ask(WHO).await;

        assert_eq!(inside["data"]["viewer"]["email"], *email);
        assert!(leaving.status().is_redirection(), "{}", leaving.status());
        assert!(outside["data"]["viewer"].is_null(), "{outside}");
    }

    async fn a_token_works_until_it_is_revoked(backend) {
        let database = backend.migrated().await.with_network().with_account(Account::Auditor);
        let token = database.token(Account::Auditor);
        let server = database.serve();

        let with_token = server.visitor().with_token(&token).ask(WHO).await;
        let mut wrong = token.clone();
        wrong.pop();
        let with_wrong = server.visitor().with_token(&wrong).request(Method::POST, "/graphql")
            .json(&serde_json::json!({"query": WHO})).send().await.expect("the server answers");

        assert_eq!(with_token["data"]["viewer"]["email"], Account::Auditor.email());
        assert_eq!(with_wrong.status(), StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_name_look_the_same() {
    let database = Backend::Sqlite.migrated().await.with_account(Account::Administrator);
    let server = database.serve();
    let mut answers = Vec::new();
    for email in [Account::Administrator.email(), "niemand@example.org".to_owned()] {
        let client = server.visitor();
        let answer = client.sign_in(&email, "kein solches Kennwort").await;
        let status = answer.status();
        let page = answer.text().await.expect("a page").replace(&email, "");
        let lines: Vec<_> =
            page.lines().filter(|line| !line.contains("name=\"csrf\"")).map(str::to_owned).collect();
        assert!(client.ask(WHO).await["data"]["viewer"].is_null());
        answers.push((status, lines));
    }
    assert_eq!(answers[0].0, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(answers[0], answers[1]);
}

#[tokio::test]
async fn a_form_without_its_secret_is_refused() {
    let database = Backend::Sqlite.migrated().await.with_account(Account::Administrator);
    let server = database.serve();
    let client = server.signed_in(Account::Administrator).await;

    let answer = client.request(Method::POST, "/sign-out").send().await.expect("the server answers");

    assert!(answer.status().is_client_error(), "{}", answer.status());
    assert_eq!(client.ask(WHO).await["data"]["viewer"]["email"], Account::Administrator.email());
}
