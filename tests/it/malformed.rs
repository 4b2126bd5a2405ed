//! Addresses and forms that cannot be read are answered in the reader's language, by a page with its frame.

use reqwest::{Method, Response, header::CONTENT_TYPE};

use crate::harness::{Account, Backend, Client};

/// A page of the console in German: its status and its heading.
async fn told(answer: Response) -> (u16, String) {
    let status = answer.status().as_u16();
    let page = answer.text().await.expect("a page");
    assert!(
        page.contains("<html lang=\"de\">") && page.contains("class=\"site-header\""),
        "{status}: {page}"
    );
    let heading =
        page.split("<h1 class=\"kern-heading-large\">").nth(1).and_then(|rest| rest.split('<').next());
    (status, heading.expect("a heading").to_owned())
}

async fn post(client: &Client, path: &str, (kind, body): (&str, String)) -> Response {
    let request = client.request(Method::POST, path).header(CONTENT_TYPE, kind).body(body);
    request.send().await.expect("the server answers")
}

#[tokio::test]
async fn addresses_that_cannot_be_read() {
    let database = Backend::Sqlite.migrated().await.with_network().with_account(Account::Administrator);
    let server = database.serve_alone();
    let administrator = server.signed_in(Account::Administrator).await;
    let run = "00000000-0000-7000-8000-000000000000";
    let without = format!("/reports/{run}/compare");
    for path in [
        "/?period=IQ-2023&period=IQ-2026",
        "/worklist?unit=a&unit=b",
        "/findings?state=error&state=warning",
        "/deadlines?period=IQ-2023&period=IQ-2026",
        "/reports?period=IQ-2023&period=IQ-2026",
        "/notes?period=IQ-2023&period=IQ-2026",
        "/sign-in?next=/&next=/",
        "/reports/%FF",
        "/reports/%FF/file",
        &without,
    ] {
        let expected = (400, "Diese Adresse lässt sich nicht lesen".to_owned());
        assert_eq!(told(administrator.get(path).await).await, expected, "{path}");
    }
    let english = administrator.get("/worklist?unit=a&unit=b&lang=en").await;
    assert_eq!(english.status(), 400);
    assert!(english.text().await.expect("a page").contains("This address cannot be read"));
}

#[tokio::test]
async fn forms_that_cannot_be_read() {
    let database = Backend::Sqlite.migrated().await.with_network().with_account(Account::Administrator);
    let server = database.serve_alone();
    let administrator = server.signed_in(Account::Administrator).await;
    const FORM: &str = "application/x-www-form-urlencoded";
    let incomplete = (400, "Das Formular ist unvollständig angekommen".to_owned());
    let run = "/reports/00000000-0000-7000-8000-000000000000";
    let of_run = ["cancel", "retry", "edition"].map(|step| format!("{run}/{step}"));
    let paths = [
        "/sign-in",
        "/sign-out",
        "/reports",
        "/findings/waive",
        "/findings/revoke",
        "/notes",
        "/notes/1/withdraw",
        "/deadlines/set",
        "/deadlines/end",
        "/deadlines/lead-times",
        "/deadlines/check",
    ];
    for path in paths.into_iter().chain(of_run.iter().map(String::as_str)) {
        let sent = post(&administrator, path, (FORM, "unexpected=1".to_owned())).await;
        assert_eq!(told(sent).await, incomplete, "{path}");
        let json = post(&administrator, path, ("application/json", "{}".to_owned())).await;
        assert_eq!(told(json).await, incomplete, "{path}");
        let endless = post(&administrator, path, (FORM, format!("csrf={}", "x".repeat(20_000)))).await;
        assert_eq!(told(endless).await, (413, "Das ist zu lang".to_owned()), "{path}");
    }
    let no_parts = post(&administrator, "/reports/verify", ("multipart/form-data", String::new())).await;
    assert_eq!(told(no_parts).await, incomplete);
}

#[tokio::test]
async fn addresses_that_are_used_in_another_way() {
    let database = Backend::Sqlite.migrated().await;
    let server = database.serve_alone();
    let visitor = server.visitor();
    let expected = (405, "So lässt sich diese Adresse nicht aufrufen".to_owned());
    for path in ["/sign-out", "/findings/waive", "/deadlines/set", "/notes/1/withdraw"] {
        let opened = visitor.get(path).await;
        assert_eq!(opened.headers()["allow"], "POST", "{path}");
        assert_eq!(told(opened).await, expected, "{path}");
    }
    let sent = post(&visitor, "/", ("text/plain", String::new())).await;
    assert_eq!(told(sent).await, expected);
}
