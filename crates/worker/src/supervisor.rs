//! Keeps a queue worker running.

use std::time::Duration;

use apalis::prelude::{BoxDynError, WorkerContext};
use tokio::{
    task::JoinHandle,
    time::{sleep, timeout},
};
use tracing::warn;
use ulid::Ulid;

use crate::{jobs::Job, phase::Phases, queue::Queue, settings::WorkerSettings};

/// How long a broken worker rests.
const REST: Duration = Duration::from_secs(1);
/// How long interrupted builds have to put down their work, and the queue worker to say goodbye.
const GRACE: Duration = Duration::from_secs(5);
const LOOK: Duration = Duration::from_millis(20);

/// Starts a queue worker, and another whenever it breaks down, until the worker drains.
///
/// Each gets a name never used before: the queue takes a known name for the old worker still being alive, and would
/// keep that one's tasks from everybody.
pub async fn supervise<J: Job>(queue: Queue<J>, job: J, settings: WorkerSettings, phases: Phases) {
    while phases.is_working() {
        let context = WorkerContext::new(&format!("{}-{}", J::QUEUE, Ulid::generate()));
        let mut worker = Aborting(queue.work(&context, job.clone(), settings.builds_at_once));
        tokio::select! {
            ended = &mut worker.0 => {
                warn!(worker.name = context.name(), ?ended, "a queue worker broke down; starting another");
                tokio::select! {
                    () = sleep(REST) => {}
                    () = phases.draining() => {}
                }
            }
            () = phases.draining() => {
                // Paused it goes on giving signs of life, which it does not once it is stopped.
                let _ = context.pause();
                let _ = timeout(settings.drain, idle(&context, &worker.0)).await;
                phases.leave();
                let _ = timeout(GRACE, idle(&context, &worker.0)).await;
                let _ = context.stop();
                let _ = timeout(GRACE, &mut worker.0).await;
            }
        }
    }
}

async fn idle(context: &WorkerContext, worker: &JoinHandle<Result<(), BoxDynError>>) {
    while context.task_count() > 0 && !worker.is_finished() {
        sleep(LOOK).await;
    }
}

/// A task that ends with its owner.
struct Aborting(JoinHandle<Result<(), BoxDynError>>);

impl Drop for Aborting {
    fn drop(&mut self) {
        self.0.abort();
    }
}
