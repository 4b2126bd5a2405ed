//! Files in an S3 store: kept there, handed out from there, and what happens when it does not answer.

use reqwest::{Method, Response, StatusCode, header};
use serde_json::Value;

use crate::harness::{Account, Backend, Client, Database, S3, eventually, on_each_database, participation};

async fn network(backend: Backend, store: &S3) -> Database {
    let people = [participation("P-1", "SP-1"), participation("P-2", "SP-1")];
    let database = backend.migrated().await.with_network().with_participations(&people);
    database.with_account(Account::Administrator).with_files_on(store)
}

async fn request(client: &Client) -> String {
    let request = r#"mutation { reportRequest(input: {period: "IQ-2023", cutOff: "2023-12-31"}) { reportRun { id } } }"#;
    let answer = client.ask(request).await;
    answer["data"]["reportRequest"]["reportRun"]["id"]
        .as_str()
        .unwrap_or_else(|| panic!("{answer}"))
        .to_owned()
}

/// The run once something holds of it.
async fn until(client: &Client, id: &str, holds: impl Fn(&Value) -> bool) -> Value {
    let query = format!(
        r#"{{ reportRun(id: "{id}") {{ state failure {{ code message }} file {{ url sha256 size name }} }} }}"#
    );
    eventually("a run as wanted", async || {
        let run = client.ask(&query).await["data"]["reportRun"].clone();
        holds(&run).then_some(run)
    })
    .await
}

async fn built(client: &Client) -> Value {
    let id = request(client).await;
    until(client, &id, |run| run["state"] == "DONE").await
}

async fn get(client: &Client, run: &Value, headers: &[(header::HeaderName, &str)]) -> Response {
    let request = client.request(Method::GET, run["file"]["url"].as_str().expect("a file"));
    let request = headers.iter().fold(request, |request, (name, value)| request.header(name, *value));
    request.send().await.expect("the server answers")
}

on_each_database! {
    async fn workbooks_are_kept_and_handed_out(backend) {
        let Some(store) = S3::start().await else { return };
        let database = network(backend, &store).await;
        let server = database.serve();
        let client = server.signed_in(Account::Administrator).await;

        let run = built(&client).await;
        let keys = store.keys().await;
        let whole = get(&client, &run, &[]).await;
        let tag = whole.headers()[header::ETAG].to_str().expect("a tag").to_owned();
        let name = whole.headers()[header::CONTENT_DISPOSITION].to_str().expect("a name").to_owned();
        let bytes = whole.bytes().await.expect("a file");
        let part = get(&client, &run, &[(header::RANGE, "bytes=10-19")]).await;
        let told = part.headers()[header::CONTENT_RANGE].to_str().expect("a range").to_owned();
        let (part_status, part) = (part.status(), part.bytes().await.expect("a part"));
        let known = get(&client, &run, &[(header::IF_NONE_MATCH, &tag)]).await;

        assert_eq!(keys.len(), 1, "{keys:?}");
        assert!(keys[0].starts_with("iq/netz/reports/") && keys[0].ends_with("/1.xlsx"), "{keys:?}");
        assert_eq!(run["file"]["size"].as_u64(), Some(bytes.len() as u64));
        assert_eq!(tag, format!("\"{}\"", run["file"]["sha256"].as_str().expect("a hash")));
        let named = format!("filename=\"{}\"", run["file"]["name"].as_str().expect("a name"));
        assert!(name.contains(&named), "{name}");
        assert_eq!((part_status, &part[..]), (StatusCode::PARTIAL_CONTENT, &bytes[10..20]));
        assert_eq!(told, format!("bytes 10-19/{}", bytes.len()));
        assert_eq!(known.status(), StatusCode::NOT_MODIFIED);
        assert!(!database.folder().join("files").exists(), "nothing lies in a folder");
        database.run_command(&["edition", "draft"]).expect(0);
        std::fs::write(database.folder().join("copy.xlsx"), [&bytes[..], b"x"].concat()).expect("a file");
        let verified = database.run_command(&["verify", "copy.xlsx"]).expect(1).stdout;
        assert!(verified.contains("every cell says the same"), "{verified}");
    }

    async fn a_store_that_does_not_answer_is_told_in_words_and_waited_for(backend) {
        let Some(mut store) = S3::start().await else { return };
        let database = network(backend, &store).await;
        let server = database.serve();
        let client = server.signed_in(Account::Administrator).await;
        let before = built(&client).await;
        let database = database.with_participations(&[participation("P-3", "SP-1")]);

        store.stop();
        let download = get(&client, &before, &[(header::ACCEPT, "text/html")]).await;
        let id = request(&client).await;
        let waiting = until(&client, &id, |run| run["failure"].is_object()).await;
        store.go_on().await;
        let done = until(&client, &id, |run| run["state"] == "DONE" || run["state"] == "FAILED").await;

        assert_eq!(download.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert!(download.headers().contains_key(header::RETRY_AFTER));
        let page = download.text().await.expect("a page");
        assert!(page.contains("Die Dateiablage antwortet nicht"), "{page}");
        assert_eq!(waiting["failure"]["code"], "storage", "{waiting}");
        assert!(
            waiting["failure"]["message"]
                .as_str()
                .is_some_and(|text| text.contains("Dateiablage antwortet nicht")),
            "{waiting}"
        );
        assert_eq!(done["state"], "DONE", "{done}");
        assert_eq!(store.keys().await.len(), 1, "one file of the run, none of its attempts");
        drop(database);
    }

    async fn a_server_killed_while_it_builds_leaves_one_file(backend) {
        let Some(store) = S3::start().await else { return };
        let database = network(backend, &store).await;
        let server = database.serve();
        let client = server.signed_in(Account::Administrator).await;
        let id = request(&client).await;

        server.kill();
        let server = database.serve();
        let client = server.signed_in(Account::Administrator).await;
        let run = until(&client, &id, |run| run["state"] == "DONE").await;

        let file = get(&client, &run, &[]).await.bytes().await.expect("a file");
        assert_eq!(run["file"]["size"].as_u64(), Some(file.len() as u64));
        assert_eq!(store.keys().await.len(), 1);
    }
}
