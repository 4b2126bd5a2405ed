//! A PostgreSQL database of a test's own, gone with it, or with its server when that is ours.

use std::sync::atomic::{AtomicU32, Ordering};

use sea_orm::{ConnectionTrait, Database};

use super::postgres;

static MADE: AtomicU32 = AtomicU32::new(0);

pub struct OwnDatabase {
    pub url: String,
}

impl OwnDatabase {
    /// A database with nothing in it.
    pub async fn made() -> Self {
        let address = postgres::server().expect("tests on PostgreSQL run where it is there").address();
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let name = format!("migranet_own_{}_{number}", std::process::id());
        let connection = Database::connect(address).await.expect("the server answers");
        connection.execute_unprepared(&format!("CREATE DATABASE {name}")).await.expect("a database");
        let (server, _) = address.rsplit_once('/').expect("an address ends in a database");
        Self { url: format!("{server}/{name}") }
    }
}

impl Drop for OwnDatabase {
    fn drop(&mut self) {
        let Some(server) = postgres::server().filter(|server| !server.is_ours()) else { return };
        let Some((_, name)) = self.url.rsplit_once('/') else { return };
        let statement = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        // dropping happens inside a test's runtime, in which another cannot wait
        let dropping = std::thread::spawn(move || {
            let runtime =
                tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async {
                let connection = Database::connect(server.address()).await.expect("the server answers");
                connection.execute_unprepared(&statement).await.expect("dropped");
            });
        });
        drop(dropping.join());
    }
}
