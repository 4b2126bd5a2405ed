//! The connection, transactions, and the few differences between SQLite and PostgreSQL.

use std::time::Duration;

use sea_orm::{
    ActiveModelTrait, ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction,
    DbBackend, DbErr, EntityTrait, Insert, IntoActiveModel, Iterable, RuntimeErr, SqlErr,
    SqliteTransactionMode, TransactionOptions, TransactionTrait,
};

use crate::error::Result;

/// At most so many rows in one statement; more gains nothing.
const ROWS_PER_STATEMENT: usize = 500;

/// Connects to `sqlite://…` or `postgres://…`.
///
/// SQLite runs in WAL mode with several connections, since a transaction on the only one would make a query on
/// the pool wait for ever.
pub async fn connect(url: &str) -> Result<DatabaseConnection> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(8)
        .min_connections(1)
        .acquire_timeout(Duration::from_secs(10))
        .test_before_acquire(false)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(|sqlite| {
            sqlite
                .create_if_missing(true)
                .foreign_keys(true)
                .busy_timeout(Duration::from_secs(20))
                .pragma("journal_mode", "WAL")
                .pragma("synchronous", "NORMAL")
        });
    Ok(Database::connect(options).await?)
}

/// Begins a transaction that writes. On SQLite it takes the write lock at once: a transaction that reads first
/// and writes later would be refused when another writer came between.
pub async fn begin(db: &DatabaseConnection) -> Result<DatabaseTransaction> {
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    };
    Ok(db.begin_with_options(options).await?)
}

/// Inserts any number of rows, in statements that both databases accept.
pub async fn insert_all<A>(tx: &impl ConnectionTrait, rows: Vec<A>) -> Result<()>
where
    A: ActiveModelTrait + IntoActiveModel<A> + Send,
{
    let columns = <A::Entity as EntityTrait>::Column::iter().count();
    let chunk = ROWS_PER_STATEMENT.min(bind_limit(tx) / columns.max(1));
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let some: Vec<A> = rows.by_ref().take(chunk).collect();
        Insert::many(some).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// How many values one statement may bind.
fn bind_limit(db: &impl ConnectionTrait) -> usize {
    match db.get_database_backend() {
        DbBackend::Sqlite => 32_766,
        _ => 65_535,
    }
}

/// The largest list of keys put into one `IN (…)`. A fixed size keeps the number of distinct statements small.
pub const KEYS_PER_STATEMENT: usize = 400;

/// Whether trying again may help: SQLite's four kinds of "busy", PostgreSQL's serialization failure, deadlock and lock
/// not available, a pool without a free connection.
pub fn is_busy(error: &DbErr) -> bool {
    if matches!(error, DbErr::ConnectionAcquire(_)) {
        return true;
    }
    let (DbErr::Exec(RuntimeErr::SqlxError(cause)) | DbErr::Query(RuntimeErr::SqlxError(cause))) = error
    else {
        return false;
    };
    let code = cause.as_database_error().and_then(|error| error.code().map(|code| code.into_owned()));
    code.is_some_and(|code| {
        matches!(code.as_str(), "5" | "261" | "517" | "773" | "40001" | "40P01" | "55P03")
    })
}

/// Whether a row was refused because another has the same unique value.
pub fn is_duplicate(error: &DbErr) -> bool {
    matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_)))
}
