//! Workers that die, are shut down, or lose their run.

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use chrono::TimeDelta;
use domain::report::{self, Attempt, Failure, State};
use worker::WorkerSettings;

use crate::house::{House, Tell, endless, quick};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_run_whose_worker_died_is_taken_over() {
    // given a worker that is gone in the middle of a build
    let house = House::built().await;
    let dying = house.worker_that(endless).await;
    let id = house.ask().await;
    house.until(id, |run| run.done > 0).await;
    drop(dying);

    // when nobody heard of it for longer than twenty seconds
    let heir = house.worker_that(quick).await;
    assert_eq!(house.run(id).await.attempt, 1);
    house.pass(TimeDelta::seconds(21));
    let run = house.ended(id).await;

    // then
    assert_eq!((run.state().expect("a state"), run.attempt), (State::Done, 2));
    heir.shutdown().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_shutdown_waits_for_a_build_that_ends_in_time() {
    // given a build that ends when told
    let house = House::built().await;
    let go = Arc::new(AtomicBool::new(false));
    let gate = Arc::clone(&go);
    let worker = house
        .worker_that(move |out: &Path, tell: Tell<'_>| {
            while !gate.load(Ordering::SeqCst) {
                let _ = tell(1, 2);
                std::thread::park_timeout(Duration::from_millis(5));
            }
            quick(out, tell)
        })
        .await;
    let id = house.ask().await;
    house.until(id, |run| run.done > 0).await;

    // when
    let shutdown = tokio::spawn(worker.shutdown());
    go.store(true, Ordering::SeqCst);
    shutdown.await.expect("a shutdown");

    // then
    let run = house.run(id).await;
    assert_eq!((run.state().expect("a state"), run.attempt), (State::Done, 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_shutdown_puts_a_long_build_back() {
    // given
    let house = House::built().await;
    let settings = WorkerSettings { drain: Duration::ZERO, ..house.settings_that(endless) };
    let worker = house.worker(settings).await;
    let id = house.ask().await;
    house.until(id, |run| run.done > 0).await;

    // when
    worker.shutdown().await;

    // then it waits, and the next worker goes on at once
    let run = house.run(id).await;
    assert_eq!(run.state().expect("a state"), State::Waiting);
    assert_eq!(run.failure.as_deref(), Some("interrupted"));
    let next = house.worker_that(quick).await;
    let run = house.ended(id).await;
    assert_eq!((run.state().expect("a state"), run.attempt), (State::Done, 2));
    next.shutdown().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_build_whose_run_was_taken_away_stops() {
    // given
    let house = House::built().await;
    let stopped = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&stopped);
    let worker = house
        .worker_that(move |out, tell| {
            if seen.load(Ordering::SeqCst) {
                return quick(out, tell);
            }
            let ended = endless(out, tell);
            seen.store(true, Ordering::SeqCst);
            ended
        })
        .await;
    let id = house.ask().await;
    house.until(id, |run| run.done > 0).await;

    // when somebody else ends its attempt
    let taken = report::fail(&house.domain, Attempt { run: id, number: 1 }, Failure::Lost).await;
    let run = house.ended(id).await;

    // then
    assert!(taken.expect("an answer"));
    assert!(stopped.load(Ordering::SeqCst));
    assert_eq!((run.state().expect("a state"), run.attempt), (State::Done, 2));
    worker.shutdown().await;
}
