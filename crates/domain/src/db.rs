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

/// So long a transaction waits on SQLite for the one that writes.
const PATIENCE: Duration = Duration::from_secs(20);
/// So often, and with such a rest in between, somebody looks whether SQLite is being written: most writers take less.
const LOOKS: u32 = 5;
const BETWEEN_LOOKS: Duration = Duration::from_millis(10);

/// So many bytes of an SQLite database are read where the system keeps them, without a copy for each connection.
const MAPPED: &str = "1073741824";

/// So many rows may be on their way from SQLite's thread to whoever asked: fewer are two threads that wait for each other.
const ROWS_UNDER_WAY: usize = 5_000;

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
        // no disk that a database lies on today needs longer for a page out of order; with the usual 4, the facts of a few
        // sub-projects are looked for in all of them
        .map_sqlx_postgres_opts(|postgres| postgres.options([("random_page_cost", "1.1")]))
        .map_sqlx_sqlite_opts(|sqlite| {
            sqlite
                .create_if_missing(true)
                .foreign_keys(true)
                .busy_timeout(PATIENCE)
                .pragma("journal_mode", "WAL")
                .pragma("synchronous", "NORMAL")
                .pragma("mmap_size", MAPPED)
                .row_buffer_size(ROWS_UNDER_WAY)
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
    begin_as(db, options).await
}

/// Begins a transaction of a kind. Nobody who leaves stops it half-way: PostgreSQL's driver knows of a transaction only once
/// it has begun, and would hand its connection to others as if there were none. They would write into it, and nobody would
/// ever see what they wrote.
pub(crate) async fn begin_as(
    db: &DatabaseConnection,
    options: TransactionOptions,
) -> Result<DatabaseTransaction> {
    let db = db.clone();
    to_its_end(async move { db.begin_with_options(options).await }).await
}

/// Whether a transaction is writing into an SQLite database, and goes on for longer than a few looks.
pub(crate) async fn is_being_written(db: &DatabaseConnection) -> Result<bool> {
    for _ in 0..LOOKS {
        if !holds_the_pen(db.clone()).await? {
            return Ok(false);
        }
        tokio::time::sleep(BETWEEN_LOOKS).await;
    }
    Ok(true)
}

/// Does something in a task of its own, which goes on when nobody waits for it any more.
async fn to_its_end<T: Send + 'static>(
    work: impl Future<Output = std::result::Result<T, DbErr>> + Send + 'static,
) -> Result<T> {
    match tokio::spawn(work).await {
        Ok(done) => Ok(done?),
        Err(panicked) => std::panic::resume_unwind(panicked.into_panic()),
    }
}

/// Tries to write nothing without waiting. Nobody who leaves keeps the connection impatient.
async fn holds_the_pen(db: DatabaseConnection) -> Result<bool> {
    to_its_end(async move {
        let tx = db.begin().await?;
        tx.execute_unprepared("PRAGMA busy_timeout = 0").await?;
        let tried = tx.execute_unprepared("UPDATE ledger_clock SET id = id WHERE id = 0").await;
        tx.execute_unprepared(&format!("PRAGMA busy_timeout = {}", PATIENCE.as_millis())).await?;
        tx.rollback().await?;
        match tried {
            Ok(_) => Ok(false),
            Err(error) if is_busy(&error) => Ok(true),
            Err(error) => Err(error),
        }
    })
    .await
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
