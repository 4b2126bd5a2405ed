//! Figures over random histories, on both databases: what must hold whatever was recorded.

#[path = "../../../../tests/it/harness/environment.rs"]
mod environment;
#[path = "../../../../tests/it/harness/on_postgres.rs"]
mod on_postgres;
#[expect(dead_code, reason = "whose server it is matters to other tests alone")]
#[path = "../../../../tests/it/harness/postgres.rs"]
mod postgres;

mod bulk;
mod causes;
mod differences;
mod freshness;
mod history;
mod pages;
mod question;
mod recounts;
mod settled;
mod world;

/// Writes each test twice: for SQLite, and for PostgreSQL, where it does nothing when there is none.
macro_rules! on_each_database {
    ($(async fn $name:ident($backend:ident) $body:block)+) => {$(
        async fn $name($backend: $crate::world::Backend) $body

        mod $name {
            #[tokio::test]
            async fn on_sqlite() {
                super::$name($crate::world::Backend::Sqlite).await;
            }

            #[tokio::test]
            async fn on_postgresql() {
                if $crate::postgres::server().is_some() {
                    super::$name($crate::world::Backend::Postgres).await;
                }
            }
        }
    )+};
}

pub(crate) use on_each_database;
