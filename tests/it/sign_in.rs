//! Signing in and out, and personal tokens.

use reqwest::{Method, StatusCode};

use crate::harness::{Account, Backend, Server, on_each_database};

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
        let mut wrong = token.clone();
        wrong.pop();
        let server = database.serve();

        let with_token = ask_with_token(&server, &token).await;
        let with_wrong = ask_with_token(&server, &wrong).await;
        let tokens = database.run_command(&["token", "list", "--format", "json"]).expect(0).json();
        let id = tokens[0]["id"].as_str().expect("a token has a key");
        database.run_command(&["token", "revoke", id]).expect(0);
        let with_revoked = ask_with_token(&server, &token).await;

        assert_eq!(with_token, StatusCode::OK);
        assert_eq!(with_wrong, StatusCode::UNAUTHORIZED);
        assert_eq!(with_revoked, StatusCode::UNAUTHORIZED);
        assert!(!tokens.to_string().contains(&token), "a token is shown once");
    }
}

async fn ask_with_token(server: &Server, token: &str) -> StatusCode {
    let client = server.visitor().with_token(token);
    let request = client.request(Method::POST, "/graphql").json(&serde_json::json!({"query": WHO}));
    request.send().await.expect("the server answers").status()
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
