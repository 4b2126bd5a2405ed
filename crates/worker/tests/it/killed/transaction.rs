//! Killed while a transaction begins: none is left open on a connection that others get, who would write into it without
//! anybody ever seeing what they wrote.

use std::time::Duration;

use domain::db;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};

use crate::house::{Backend, House};

const LEFT_OPEN: &str = "SELECT pid FROM pg_stat_activity \
    WHERE datname = current_database() AND state LIKE 'idle in transaction%'";

/// So often, with a rest in between, somebody looks whether what was dropped has been rolled back.
const LOOKS: u32 = 200;

/// That nobody keeps a transaction open, as somebody else sees it.
async fn expect_none_open(onlooker: &DatabaseConnection) {
    for _ in 0..LOOKS {
        let open = onlooker.query_all_raw(Statement::from_string(DbBackend::Postgres, LEFT_OPEN)).await;
        if open.expect("a list").is_empty() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("a transaction is left open");
}

#[tokio::test]
async fn whoever_stops_waiting_leaves_no_transaction_open() {
    if !Backend::Postgres.is_there() {
        return;
    }
    let house = House::on(Backend::Postgres).await;
    let onlooker = db::connect(&house.settings().database_url).await.expect("a connection");
    let begin = async |(): &()| drop(db::begin(&house.domain.db).await.expect("a transaction"));
    house.at_every_await(async |_| (), begin, async |(), _| expect_none_open(&onlooker).await).await;
}
