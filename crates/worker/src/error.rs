//! What can go wrong around a job.

use std::io;

/// Why a worker does not start or a run cannot be followed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The queue failed.
    #[error("the queue failed")]
    Queue(#[from] QueueError),
    /// The file store failed.
    #[error("the file store failed")]
    Files(#[from] FileError),
    /// A use case failed.
    #[error("a use case failed")]
    Domain(#[from] domain::Error),
    /// A workbook could not be written.
    #[error("the workbook could not be written")]
    Write(#[from] reporting::WriteError),
    /// A workbook could not be read.
    #[error("the workbook could not be read")]
    Read(#[from] interchange::ReadError),
}

/// Why the queue failed.
#[derive(Debug, thiserror::Error)]
pub enum QueueError {
    /// The address is none of `sqlite://…` and `postgres://…`.
    #[error("the queue needs an SQLite file or a PostgreSQL database")]
    Address,
    /// The database failed.
    #[error("the queue's database failed")]
    Database(#[from] sea_orm::sqlx::Error),
    /// A task could not be put into the queue's form.
    #[error("a task could not be encoded")]
    Task(#[from] serde_json::Error),
    /// The job engine failed.
    #[error("the job engine failed")]
    Engine(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// Why the file store failed.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// A local file could not be read or written.
    #[error("a local file could not be read or written")]
    Local(#[from] io::Error),
    /// The store refused.
    #[error("the file store refused")]
    Store(#[from] object_store::Error),
    /// The way to the store could not be prepared.
    #[error("the way to the file store could not be prepared")]
    Way(#[from] reqwest::Error),
}

impl FileError {
    /// Whether there is no such file.
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Store(object_store::Error::NotFound { .. }))
    }
}
