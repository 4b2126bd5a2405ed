//! The kinds of work the queue carries.

use std::error::Error;

use serde::{Serialize, de::DeserializeOwned};

mod bundle;
pub mod recount;
pub mod report;
pub mod retention;

/// A kind of work. A task may be handed out more than once and to several workers; the job sees to it that it is done
/// once.
pub trait Job: Clone + Send + Sync + 'static {
    /// What the queue carries: enough to find the work.
    type Task: Serialize + DeserializeOwned + Send + Sync + Unpin + 'static;

    /// Name of the queue.
    const QUEUE: &'static str;

    /// What makes two tasks the same.
    fn key(task: &Self::Task) -> String;

    /// Does the work. An error means that it was not even begun.
    fn run(&self, task: Self::Task) -> impl Future<Output = Result<(), Box<dyn Error + Send + Sync>>> + Send;
}
