//! Work on everything recorded of a period, away from the threads that answer requests.

use tokio::{runtime::Handle, sync::Semaphore, task::spawn_blocking};

/// So much of it is done at once; whatever else is asked for waits its turn, and small requests pass it by.
const AT_ONCE: usize = 2;
static PLACES: Semaphore = Semaphore::const_new(AT_ONCE);

/// Does work that reads and weighs many rows on a thread of its own. Begun, it is done: its place is free again when it
/// ends, also when nobody waits for it any more.
pub(crate) async fn apart<T, W>(work: W) -> T
where
    T: Send + 'static,
    W: Future<Output = T> + Send + 'static,
{
    let place = PLACES.acquire().await.ok();
    let runtime = Handle::current();
    let working = spawn_blocking(move || {
        let done = runtime.block_on(work);
        drop(place);
        done
    });
    match working.await {
        Ok(done) => done,
        Err(panicked) => std::panic::resume_unwind(panicked.into_panic()),
    }
}
