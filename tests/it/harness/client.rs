//! Somebody who talks HTTP: a browser with its cookies, or a program with a token.

use reqwest::{
    Method, RequestBuilder, Response, StatusCode,
    header::{ACCEPT, CONTENT_TYPE},
    redirect,
};
use serde_json::{Value, json};

/// What parts the fields of a form with a file.
const BOUNDARY: &str = "----migranet-test";

/// Keeps cookies, follows no redirect.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    address: String,
    token: Option<String>,
}

impl Client {
    /// Somebody new at the server of `address`.
    pub fn of(address: &str) -> Self {
        Self { http: http(), address: address.to_owned(), token: None }
    }

    /// The same with a token in each request.
    pub fn with_token(&self, token: &str) -> Self {
        Self { token: Some(token.to_owned()), ..Self::of(&self.address) }
    }

    /// A request, not yet sent.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.http.request(method, format!("{}{path}", self.address));
        match &self.token {
            Some(token) => request.bearer_auth(token),
            None => request,
        }
    }

    /// Gets a page.
    pub async fn get(&self, path: &str) -> Response {
        self.request(Method::GET, path).header(ACCEPT, "text/html").send().await.expect("the server answers")
    }

    /// Gets a page's text.
    pub async fn page(&self, path: &str) -> String {
        let response = self.get(path).await;
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        response.text().await.expect("a page is text")
    }

    /// Fills in and sends the form of a page that goes to `action`.
    pub async fn submit(&self, page: &str, action: &str, fields: &[(&str, &str)]) -> Response {
        let page = self.page(page).await;
        self.send_form(action, &[hidden_fields(&page, action), fields.to_vec()].concat()).await
    }

    /// Sends a form that no page offers, with the token of one that every page has: that of signing out.
    pub async fn submit_with_token(&self, action: &str, fields: &[(&str, &str)]) -> Response {
        let page = self.page("/").await;
        self.send_form(action, &[hidden_fields(&page, "/sign-out"), fields.to_vec()].concat()).await
    }

    /// Sends a form.
    pub async fn send_form(&self, action: &str, fields: &[(&str, &str)]) -> Response {
        let request = self.request(Method::POST, action);
        let request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        request.body(form(fields)).send().await.expect("the server answers")
    }

    /// Chooses a file in the form of a page that goes to `action`, and sends it.
    pub async fn upload(&self, page: &str, action: &str, (name, contents): (&str, &[u8])) -> Response {
        let page = self.page(page).await;
        self.send_file(action, (&hidden_fields(&page, action), name, contents)).await
    }

    /// Sends a form with a file.
    pub async fn send_file(
        &self,
        action: &str,
        (fields, name, contents): (&[(&str, &str)], &str, &[u8]),
    ) -> Response {
        let mut body = Vec::new();
        for (field, value) in fields {
            let part = format!(
                "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n"
            );
            body.extend_from_slice(part.as_bytes());
        }
        let head = format!("Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"");
        body.extend_from_slice(format!("--{BOUNDARY}\r\n{head}\r\n\r\n").as_bytes());
        body.extend_from_slice(contents);
        body.extend_from_slice(format!("\r\n--{BOUNDARY}--\r\n").as_bytes());
        let request = self.request(Method::POST, action);
        let request = request.header(CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}"));
        request.body(body).send().await.expect("the server answers")
    }

    /// Signs in through the page, as a person does.
    pub async fn sign_in(&self, email: &str, password: &str) -> Response {
        self.submit("/sign-in", "/sign-in", &[("email", email), ("password", password)]).await
    }

    /// Asks over GraphQL; the whole answer.
    pub async fn ask(&self, query: &str) -> Value {
        self.ask_with(query, json!({})).await
    }

    /// Asks over GraphQL with variables; the whole answer.
    pub async fn ask_with(&self, query: &str, variables: Value) -> Value {
        let body = json!({"query": query, "variables": variables});
        let request = self.request(Method::POST, "/graphql").json(&body);
        let response = request.send().await.expect("the server answers");
        response.json().await.expect("an answer is JSON")
    }
}

/// Keeps cookies, follows no redirect.
pub fn http() -> reqwest::Client {
    // for the whole process, as the binary does where it talks to a store; whoever was first is the one
    let _ = rustls::crypto::ring::default_provider().install_default();
    let http = reqwest::Client::builder().cookie_store(true).redirect(redirect::Policy::none());
    http.build().expect("a client")
}

/// What the form that goes to `action` sends without anybody typing it.
fn hidden_fields<'a>(page: &'a str, action: &str) -> Vec<(&'a str, &'a str)> {
    let (_, form) = page.split_once(&format!("action=\"{action}\"")).expect("the page has the form");
    let form = form.split("</form>").next().unwrap_or_default();
    let inputs = form.split("<input type=\"hidden\" name=\"").skip(1);
    let fields = inputs.filter_map(|input| {
        let (name, rest) = input.split_once("\" value=\"")?;
        Some((name, rest.split('"').next()?))
    });
    fields.collect()
}

fn form(fields: &[(&str, &str)]) -> String {
    let pairs = fields.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value)));
    pairs.collect::<Vec<_>>().join("&")
}

fn escaped(text: &str) -> String {
    let escape = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(escape).collect()
}
