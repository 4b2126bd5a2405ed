//! Cutting work off at each of its awaits, as `kill -9` does.

use std::{
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::Poll::{self, Ready},
    time::{Duration, Instant},
};

use futures::future::poll_fn;
use sea_orm::{DbBackend, sqlx::SqlitePool};

use super::{House, PATIENCE};

/// More awaits than anything here has.
const MANY: u32 = 5_000;

/// So often work is done whole at first: a connection that does not know a statement waits for it once more, and awaits
/// that come and go are missed.
const REHEARSALS: u32 = 3;

/// So often in a row work has to end before nothing is left of it to cut off.
const ENDINGS: u32 = 3;

/// So often in a row work that waits once may be answered before it waits: whoever asks a quick server on a machine with
/// other work is interrupted between asking and looking for the answer.
const QUICK_ANSWERS: u32 = 100;

/// No poll takes longer, unless it waits for the database itself.
const LONGEST_POLL: Duration = Duration::from_millis(50);
const BETWEEN_LOOKS: Duration = Duration::from_micros(50);

/// So many connections a house has.
const CONNECTIONS: usize = 8;

impl House {
    /// Cuts work off at its first await, at its second, and so on, each time on a case of its own, and looks at what is
    /// left of the case and at what the work came to, if it ended; until there is nothing left to cut off.
    pub async fn at_every_await<C, T>(
        &self,
        given: impl AsyncFn(u32) -> C,
        work: impl AsyncFn(&C) -> T,
        mut then: impl AsyncFnMut(C, Option<T>),
    ) {
        let polling = Arc::new(AtomicBool::new(false));
        if self.domain.db.get_database_backend() == DbBackend::Sqlite {
            slow_down(self.domain.db.get_sqlite_connection_pool(), &polling).await;
        }
        let (mut polls, mut endings) = (1, 0);
        for number in 0..MANY {
            let is_rehearsed = number >= REHEARSALS;
            let case = Box::pin(given(number)).await;
            let so_often = if is_rehearsed { polls } else { u32::MAX };
            let ended = cut_off((so_often, &polling), Box::pin(work(&case))).await;
            self.settled().await;
            match &ended {
                Some(_) if is_rehearsed => endings += 1,
                Some(_) => {}
                None => (polls, endings) = (polls + 1, 0),
            }
            Box::pin(then(case, ended)).await;
            assert!(polls > 1 || endings < QUICK_ANSWERS, "nothing was cut off");
            if polls > 1 && endings >= ENDINGS {
                return;
            }
        }
        panic!("the work never ended");
    }

    /// Waits until the database has done what was sent to it: a connection that nobody waits for goes back once it has.
    async fn settled(&self) {
        let db = &self.domain.db;
        let is_settled = || match db.get_database_backend() {
            DbBackend::Sqlite => is_idle(db.get_sqlite_connection_pool()),
            _ => is_idle(db.get_postgres_connection_pool()),
        };
        let began = Instant::now();
        while !is_settled() {
            assert!(began.elapsed() < PATIENCE, "a connection was not given back");
            tokio::time::sleep(BETWEEN_LOOKS).await;
        }
    }
}

fn is_idle<D: sea_orm::sqlx::Database>(pool: &sea_orm::sqlx::Pool<D>) -> bool {
    usize::try_from(pool.size()).is_ok_and(|size| size == pool.num_idle())
}

/// Polls a future so often and then drops it, whatever it waits for; what it came to, if it ended.
async fn cut_off<F: Future>((polls, polling): (u32, &AtomicBool), future: F) -> Option<F::Output> {
    let mut future = pin!(future);
    let mut left = polls;
    poll_fn(|cx| {
        polling.store(true, Ordering::SeqCst);
        let polled = future.as_mut().poll(cx);
        polling.store(false, Ordering::SeqCst);
        match polled {
            Ready(output) => Ready(Some(output)),
            Poll::Pending => {
                left = left.saturating_sub(1);
                if left == 0 { Ready(None) } else { Poll::Pending }
            }
        }
    })
    .await
}

/// Has SQLite wait with every answer until the work that is polled waits for it. Its threads are quick: on a busy machine
/// they answer before anybody waits, and what never waits is never cut off.
async fn slow_down(pool: &SqlitePool, polling: &Arc<AtomicBool>) {
    let mut all = Vec::new();
    for _ in 0..CONNECTIONS {
        let mut connection = pool.acquire().await.expect("a connection");
        let polling = Arc::clone(polling);
        let until_polled = move || {
            let began = Instant::now();
            while polling.load(Ordering::SeqCst) && began.elapsed() < LONGEST_POLL {
                std::thread::park_timeout(BETWEEN_LOOKS);
            }
            true
        };
        connection.lock_handle().await.expect("its handle").set_progress_handler(1, until_polled);
        all.push(connection);
    }
}
