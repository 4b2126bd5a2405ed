//! Tests on both databases.

use crate::{house::House, on_postgres::OnPostgres, postgres};

/// A house of which the database is on a PostgreSQL server, and what keeps that there; none when there is no server.
pub async fn on_postgresql() -> Option<(House, OnPostgres)> {
    postgres::server()?;
    let database = OnPostgres::made("").await;
    Some((House::at(database.url()).await, database))
}

/// Writes each test twice: in a house with SQLite, and in one with PostgreSQL, where it does nothing when there is none.
macro_rules! on_each_database {
    ($($(#[$meta:meta])* async fn $name:ident($house:ident) $body:block)+) => {$(
        $(#[$meta])*
        async fn $name($house: $crate::house::House) $body

        mod $name {
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                super::$name($crate::house::House::built().await).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgresql() {
                if let Some((house, _database)) = $crate::databases::on_postgresql().await {
                    super::$name(house).await;
                }
            }
        }
    )+};
}

pub(crate) use on_each_database;
