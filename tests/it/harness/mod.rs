//! What tests stand on: databases of their own, the real binary, HTTP, and builders of test data.

mod accounts;
mod binary;
mod client;
mod database;
mod environment;
mod network;
mod on_postgres;
mod patience;
mod postgres;
mod rows;
mod s3;
mod server;
mod worker;

pub use accounts::Account;
pub use binary::Outcome;
pub use client::Client;
pub use database::{Backend, Database};

pub use patience::eventually;
pub use rows::{Row, csv, participation};
pub use s3::S3;
pub use server::Server;
pub use worker::Worker;

/// Writes each test twice: for SQLite, and for PostgreSQL, where it does nothing when there is none.
macro_rules! on_each_database {
    ($($(#[$meta:meta])* async fn $name:ident($backend:ident) $body:block)+) => {$(
        $(#[$meta])*
        async fn $name($backend: $crate::harness::Backend) $body

        mod $name {
            #[tokio::test]
            async fn on_sqlite() {
                super::$name($crate::harness::Backend::Sqlite).await;
            }

            #[tokio::test]
            async fn on_postgresql() {
                if $crate::harness::Backend::Postgres.is_there() {
                    super::$name($crate::harness::Backend::Postgres).await;
                }
            }
        }
    )+};
}

pub(crate) use on_each_database;
