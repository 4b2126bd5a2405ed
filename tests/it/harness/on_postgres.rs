//! A database of a test's own on a PostgreSQL server, gone with its owner.

use std::{
    process,
    sync::atomic::{AtomicU32, Ordering},
};

use sea_orm::ConnectionTrait;

use super::postgres::{self, Server};

static MADE: AtomicU32 = AtomicU32::new(0);

/// A database that is dropped with this.
#[derive(Debug)]
pub struct OnPostgres {
    url: String,
}

impl OnPostgres {
    /// A new one, made with options such as a template.
    pub async fn made(options: &str) -> Self {
        let name = format!("migranet_test_{}_{}", process::id(), MADE.fetch_add(1, Ordering::Relaxed));
        execute(server().address(), &format!("CREATE DATABASE {name} {options}")).await;
        Self { url: with_name(server().address(), &name) }
    }

    /// Its address.
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for OnPostgres {
    fn drop(&mut self) {
        let name = name(&self.url);
        let statement = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        // dropping happens inside a test's runtime, in which another cannot wait
        let dropping = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.expect("a runtime").block_on(execute(server().address(), &statement));
        });
        drop(dropping.join());
    }
}

/// The server, where there is one.
pub fn server() -> &'static Server {
    postgres::server().expect("tests on PostgreSQL run where it is there")
}

/// Does something with SQL.
pub async fn execute(url: &str, statement: &str) {
    let connection = sea_orm::Database::connect(url).await.expect("the database answers");
    connection.execute_unprepared(statement).await.expect(statement);
    connection.close().await.expect("the connection closes");
}

/// The name of the database at an address.
pub fn name(url: &str) -> String {
    let address = url.split('?').next().unwrap_or_default();
    address.rsplit('/').next().unwrap_or_default().to_owned()
}

/// The address of the database `name` on the same server.
fn with_name(url: &str, name: &str) -> String {
    let (address, options) = url
        .split_once('?')
        .map_or((url, String::new()), |(address, options)| (address, format!("?{options}")));
    let (server, _) = address.rsplit_once('/').expect("an address ends in a database");
    format!("{server}/{name}{options}")
}
