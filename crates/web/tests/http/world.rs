//! A server on an empty network with one account, and somebody who talks to it.

use std::sync::Arc;

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode},
};
use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use domain::{
    Clock, Domain, Role, Viewer,
    access_grant::{self, NewGrant},
    account::{self, NewAccount},
    api_token::{self, NewToken},
    reference_data,
};
use graphql::{Api, Limits};
use migrations::Migrator;
use object_store::memory::InMemory;
use sea_orm_migration::MigratorTrait;
use tempfile::TempDir;
use tower::ServiceExt;
use web::{App, Settings, router};
use worker::FileStore;

/// Address of the account.
pub const EMAIL: &str = "ada@example.org";
/// Its password.
pub const PASSWORD: &str = "correct horse battery";

pub struct World {
    pub domain: Domain,
    pub files: Arc<InMemory>,
    router: Router,
    directory: Arc<TempDir>,
}

/// An answer, read to its end.
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    /// The text of a header; empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// The moment at which everything happens.
pub fn noon() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2025, 3, 10, 12, 0, 0).single().expect("a moment")
}

pub async fn world() -> World {
    served(Settings { https: false }).await
}

pub async fn served(settings: Settings) -> World {
    let directory = tempfile::tempdir().expect("a directory");
    let url = format!("sqlite://{}", directory.path().join("test.db").display());
    let db = domain::db::connect(&url).await.expect("a database");
    Migrator::up(&db, None).await.expect("the schema");
    let domain = Domain::new(db, Clock::telling(noon));
    let operator = Viewer::local_operator();
    reference_data::load(&domain, &operator).await.expect("the reference data");
    let new = NewAccount { email: EMAIL.into(), name: "Ada".into(), password: PASSWORD.into() };
    account::add(&domain, &operator, new).await.expect("an account");
    let files = Arc::new(InMemory::new());
    let app = App {
        domain: domain.clone(),
        api: Api::new(Limits::default()),
        files: FileStore::new(Arc::clone(&files) as _, directory.path().to_owned()),
        settings,
    };
    World { domain, files, router: router(app), directory: Arc::new(directory) }
}

impl World {
    /// The same for a server that does not wait when others write.
    pub async fn impatient(&self) -> Self {
        let url = format!("sqlite://{}", self.directory.path().join("test.db").display());
        let mut options = sea_orm::ConnectOptions::new(url);
        options.map_sqlx_sqlite_opts(|sqlite| sqlite.busy_timeout(std::time::Duration::ZERO));
        let db = sea_orm::Database::connect(options).await.expect("the database");
        let domain = Domain::new(db, Clock::telling(noon));
        let app = App {
            domain: domain.clone(),
            api: Api::new(Limits::default()),
            files: FileStore::new(Arc::clone(&self.files) as _, self.directory.path().to_owned()),
            settings: Settings { https: false },
        };
        let (files, directory) = (Arc::clone(&self.files), Arc::clone(&self.directory));
        Self { domain, files, router: router(app), directory }
    }

    /// Makes the account an administrator.
    pub async fn with_administrator(self) -> Self {
        let new = NewGrant {
            email: EMAIL.into(),
            role: Role::Administrator,
            network: None,
            sub_project: None,
            valid_from: noon().date_naive(),
            valid_to: None,
        };
        access_grant::grant(&self.domain, &Viewer::local_operator(), new).await.expect("a grant");
        self
    }

    /// A token of the account.
    pub async fn token(&self) -> String {
        let new =
            NewToken { email: EMAIL.into(), name: "test".into(), expires_at: noon() + TimeDelta::days(1) };
        api_token::create(&self.domain, &Viewer::local_operator(), new).await.expect("a token").secret
    }

    /// Sends a request and reads the answer.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.expect("a router answers");
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.expect("a body").into();
        Answer { status: parts.status, headers: parts.headers, body }
    }

    /// Gets an address with some headers.
    pub async fn get(&self, address: &str, headers: &[(&str, &str)]) -> Answer {
        self.send(request("GET", address, headers).body(Body::empty()).expect("a request")).await
    }

    /// Sends a form with a session's cookie.
    pub async fn submit(&self, address: &str, cookie: &str, form: &str) -> Answer {
        let headers = [("content-type", "application/x-www-form-urlencoded"), ("cookie", cookie)];
        let request = request("POST", address, &headers).body(Body::from(form.to_owned()));
        self.send(request.expect("a request")).await
    }
}

/// A request, still without its body.
pub fn request(method: &str, address: &str, headers: &[(&str, &str)]) -> axum::http::request::Builder {
    headers.iter().fold(Request::builder().method(method).uri(address), |request, (name, value)| {
        request.header(*name, *value)
    })
}
