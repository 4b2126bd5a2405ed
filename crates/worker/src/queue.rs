//! The queue: the only place that knows apalis.

use std::{marker::PhantomData, path::Path, str::FromStr, sync::Arc, time::Duration};

use apalis::prelude::{
    BackendExt, BoxDynError, Data, TaskBuilder, WorkerBuilder, WorkerBuilderExt, WorkerContext,
};
use apalis_postgres::PostgresStorage;
use apalis_sqlite::SqliteStorage;
use futures::{Stream, StreamExt, stream};
use sea_orm::sqlx::{
    self, PgPool, SqlitePool,
    postgres::PgPoolOptions,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use tokio::{sync::Notify, task::JoinHandle};

use crate::{error::QueueError, jobs::Job, prompt::Prompt};

/// How often a queue worker gives a sign of life, and after how many missed ones its tasks go to others.
const HEARTBEAT: Duration = Duration::from_secs(1);
const MISSED_HEARTBEATS: usize = 12;

/// Two processes that set up the same new SQLite file at once get in each other's way; one gives way and tries again.
const SETUP_TRIES: u32 = 5;

/// A queue of tasks of one kind.
pub struct Queue<J> {
    pool: Pool,
    pushed: Arc<Notify>,
    job: PhantomData<fn() -> J>,
}

#[derive(Clone)]
enum Pool {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

impl<J> Clone for Queue<J> {
    fn clone(&self) -> Self {
        Self { pool: self.pool.clone(), pushed: self.pushed.clone(), job: PhantomData }
    }
}

impl<J: Job> Queue<J> {
    /// Opens the queue that belongs to a database, and makes its tables where they are missing.
    ///
    /// On PostgreSQL it is the schema `apalis` of the same database. On SQLite it is a file of its own beside the
    /// database: its heartbeats then never wait for a long import, and its settings and migrations never meet ours.
    pub async fn open(database_url: &str) -> Result<Self, QueueError> {
        let pool = if database_url.starts_with("postgres") {
            let pool = PgPoolOptions::new().max_connections(6).connect(database_url).await?;
            PostgresStorage::setup(&pool).await.map_err(engine)?;
            Pool::Postgres(pool)
        } else {
            Pool::Sqlite(open_sqlite(database_url).await?)
        };
        Ok(Self { pool, pushed: Arc::default(), job: PhantomData })
    }

    /// Puts a task into the queue unless one of the same key waits or runs there. One that has ended makes room: that
    /// the work is wanted again means that it was not begun.
    pub async fn push(&self, task: &J::Task) -> Result<(), QueueError> {
        let key = J::key(task);
        let task = TaskBuilder::new(serde_json::to_vec(task)?).idempotency_key(&key).max_attempts(1).build();
        match &self.pool {
            Pool::Sqlite(pool) => {
                let mut tx = pool.begin().await?;
                sqlx::query(
                    "DELETE FROM Jobs WHERE job_type = ?1 AND idempotency_key = ?2 \
                     AND status IN ('Done', 'Failed', 'Killed')",
                )
                .bind(J::QUEUE)
                .bind(&key)
                .execute(&mut *tx)
                .await?;
                apalis_sqlite::queries::push_tasks(&mut *tx, J::QUEUE, &[task]).await.map_err(engine)?;
                tx.commit().await?;
            }
            Pool::Postgres(pool) => {
                let mut tx = pool.begin().await?;
                sqlx::query(
                    "DELETE FROM apalis.jobs WHERE job_type = $1 AND idempotency_key = $2 \
                     AND status IN ('Done', 'Failed', 'Killed')",
                )
                .bind(J::QUEUE)
                .bind(&key)
                .execute(&mut *tx)
                .await?;
                let known =
                    sqlx::query("SELECT 1 FROM apalis.jobs WHERE job_type = $1 AND idempotency_key = $2")
                        .bind(J::QUEUE)
                        .bind(&key)
                        .fetch_optional(&mut *tx)
                        .await?;
                if known.is_none() {
                    let pushed = apalis_postgres::queries::push_tasks(&mut *tx, J::QUEUE, vec![task]).await;
                    pushed.or_else(unless_pushed_by_another)?;
                }
                tx.commit().await?;
            }
        }
        self.pushed.notify_one();
        Ok(())
    }

    /// Deletes what ended a day ago.
    pub async fn prune(&self) -> Result<(), QueueError> {
        match &self.pool {
            Pool::Sqlite(pool) => {
                sqlx::raw_sql(
                    "DELETE FROM Jobs WHERE status IN ('Done', 'Failed', 'Killed') \
                     AND done_at < strftime('%s', 'now') - 86400; \
                     DELETE FROM Workers WHERE last_seen < strftime('%s', 'now') - 86400 \
                     AND NOT EXISTS (SELECT 1 FROM Jobs WHERE lock_by = Workers.id);",
                )
                .execute(pool)
                .await?;
            }
            Pool::Postgres(pool) => {
                sqlx::raw_sql(
                    "DELETE FROM apalis.jobs WHERE status IN ('Done', 'Failed', 'Killed') \
                     AND done_at < now() - interval '1 day'; \
                     DELETE FROM apalis.workers w WHERE last_seen < now() - interval '1 day' \
                     AND NOT EXISTS (SELECT 1 FROM apalis.jobs j WHERE j.lock_by = w.id);",
                )
                .execute(pool)
                .await?;
            }
        }
        Ok(())
    }

    /// Starts a queue worker, which ends when `context` is stopped or something breaks.
    pub fn work(
        &self,
        context: &WorkerContext,
        job: J,
        at_once: usize,
    ) -> JoinHandle<Result<(), BoxDynError>> {
        let builder = WorkerBuilder::new(context);
        match &self.pool {
            Pool::Sqlite(pool) => {
                let config = apalis_sqlite::Config::default()
                    .queue(J::QUEUE)
                    .batch_size(1)
                    .heartbeat_interval(HEARTBEAT)
                    .missed_heartbeats(MISSED_HEARTBEATS);
                let backend = SqliteStorage::<J::Task>::new(pool)
                    .with_config(config)
                    .poll_with_strategy(Prompt::new(self.pushes()));
                let worker = builder.backend(backend).data(job).concurrency(at_once).build(handle::<J>);
                tokio::spawn(async { worker.run().await.map_err(Into::into) })
            }
            Pool::Postgres(pool) => {
                let config = apalis_postgres::Config::default()
                    .queue(J::QUEUE)
                    .batch_size(1)
                    .heartbeat_interval(HEARTBEAT)
                    .missed_heartbeats(MISSED_HEARTBEATS);
                let elsewhere = apalis_postgres::Pubsub::new(pool.clone(), J::QUEUE.to_owned()).map(|_| ());
                let backend = PostgresStorage::<J::Task>::new(pool)
                    .with_config(config)
                    .poll_with_strategy(Prompt::new(stream::select(self.pushes(), elsewhere)));
                let worker = builder.backend(backend).data(job).concurrency(at_once).build(handle::<J>);
                tokio::spawn(async { worker.run().await.map_err(Into::into) })
            }
        }
    }

    /// The pushes of this process.
    fn pushes(&self) -> impl Stream<Item = ()> + Send + 'static {
        stream::unfold(self.pushed.clone(), |pushed| async {
            pushed.notified().await;
            Some(((), pushed))
        })
    }
}

async fn handle<J: Job>(task: J::Task, job: Data<J>) -> Result<(), BoxDynError> {
    job.run(task).await
}

async fn open_sqlite(database_url: &str) -> Result<SqlitePool, QueueError> {
    let database = SqliteConnectOptions::from_str(database_url).map_err(|_| QueueError::Address)?;
    let options = SqliteConnectOptions::new()
        .filename(beside(database.get_filename())?)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Normal)
        .busy_timeout(Duration::from_secs(5));
    set_up_sqlite(&options).await?;
    Ok(SqlitePoolOptions::new().max_connections(4).connect_with(options).await?)
}

/// Makes the tables, however many processes want to at once.
async fn set_up_sqlite(options: &SqliteConnectOptions) -> Result<(), QueueError> {
    let mut tries = 1;
    loop {
        match make_tables(options).await {
            Err(_) if tries < SETUP_TRIES => tries += 1,
            done => return done,
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// Makes the tables on a connection that is then thrown away, for it is left with `synchronous` switched off.
async fn make_tables(options: &SqliteConnectOptions) -> Result<(), QueueError> {
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options.clone()).await?;
    let done = SqliteStorage::setup(&pool).await;
    pool.close().await;
    done.map_err(engine)
}

/// `data/migranet.sqlite` has its queue in `data/migranet-queue.sqlite`.
fn beside(database: &Path) -> Result<std::path::PathBuf, QueueError> {
    let stem = database.file_stem().ok_or(QueueError::Address)?.to_string_lossy();
    if stem.starts_with(':') || stem.starts_with("file:sqlx-in-memory") {
        return Err(QueueError::Address);
    }
    Ok(database.with_file_name(format!("{stem}-queue.sqlite")))
}

/// Another process pushed the same task between our look and our push.
fn unless_pushed_by_another(error: apalis_postgres::Error) -> Result<(), QueueError> {
    match error {
        apalis_postgres::Error::Database(error)
            if error.as_database_error().is_some_and(|error| error.is_unique_violation()) =>
        {
            Ok(())
        }
        error => Err(engine(error)),
    }
}

fn engine(error: impl std::error::Error + Send + Sync + 'static) -> QueueError {
    QueueError::Engine(Box::new(error))
}

#[cfg(test)]
mod tests;
