//! Killed anywhere: a request, an attempt, a rescue and a push are cut off at each of their awaits, one after the other,
//! and every time the run comes to its end with one file.

#[expect(dead_code, reason = "the house of the tests of the whole worker; not all of it is needed here")]
#[path = "../../../tests/it/house.rs"]
mod house;

use std::{
    collections::BTreeSet,
    pin::pin,
    task::Poll::{self, Ready},
};

use chrono::{Days, TimeDelta};
use domain::{
    Viewer,
    id::ReportRunId,
    report::{self, Attempt, Failure, Model, Progress, ReportRequest, Stage, State},
};
use futures::{TryStreamExt, future::poll_fn};
use house::{House, day, quick, whole_period};
use sha2::{Digest, Sha256};
use tokio::sync::watch;

use super::{Job, ReportJob};
use crate::{orphans, phase::Phases, queue::Queue};

/// More awaits than anything here has.
const MANY: u32 = 5_000;

/// Polls a future so often and then drops it, whatever it waits for; what it came to, if it ended.
async fn cut_off<F: Future>(polls: u32, future: F) -> Option<F::Output> {
    let mut future = pin!(future);
    let mut left = polls;
    poll_fn(|cx| match future.as_mut().poll(cx) {
        Ready(output) => Ready(Some(output)),
        Poll::Pending => {
            left = left.saturating_sub(1);
            if left == 0 { Ready(None) } else { Poll::Pending }
        }
    })
    .await
}

/// A request of its own for every number.
fn wish(number: u32) -> ReportRequest {
    ReportRequest { cut_off: day(2023, 1, 1) + Days::new(number.into()), ..whole_period() }
}

async fn ask(house: &House, number: u32) -> domain::Result<Model> {
    report::request(&house.domain, &Viewer::local_operator(), wish(number)).await
}

fn job(house: &House) -> ReportJob {
    ReportJob::new(house.domain.clone(), house.files.clone(), house.settings_that(quick).write, Phases::new())
}

/// All a worker does for a run, in one future.
async fn work(job: ReportJob, attempt: Attempt) {
    let run = report::claim(&job.domain, attempt).await.expect("an answer").expect("the run waits");
    let counting = Progress { stage: Stage::Counting, done: 0, total: 0, at_work_on: None };
    let (tell, _heard) = watch::channel(counting);
    job.build(attempt, run, tell).await.expect("a workbook");
}

/// Others take the run over once the worker has been silent for long enough; the run when it has ended.
async fn taken_over(house: &House, run: ReportRunId) -> Model {
    house.pass(TimeDelta::seconds(21));
    report::rescue(&house.domain).await.expect("a list");
    for attempt in report::due(&house.domain).await.expect("a list") {
        job(house).run(attempt).await.expect("work");
    }
    house.run(run).await
}

/// Keys in the store.
async fn stored(house: &House) -> BTreeSet<String> {
    let files: Vec<_> = house.files.objects().list(None).try_collect().await.expect("a list");
    files.into_iter().map(|file| file.location.to_string()).collect()
}

/// That the run is done and its file whole; the file's key.
async fn published(house: &House, run: &Model) -> String {
    assert_eq!(run.state().expect("a state"), State::Done, "{run:?}");
    let key = run.file_key.clone().expect("a file");
    let bytes = house.files.read(&key).await.expect("the file");
    assert_eq!(run.file_sha256, Some(hex::encode(Sha256::digest(bytes))));
    key
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_attempt_cut_off_at_any_await_leaves_a_run_that_others_finish() {
    let house = House::built().await;
    let mut published_files = BTreeSet::new();
    let mut attempts = BTreeSet::new();
    for polls in 1..MANY {
        // given a run that an attempt has died on already, after it stored its file
        let run = ask(&house, polls).await.expect("a run").id;
        let (dead, dying) = (Attempt { run, number: 1 }, Attempt { run, number: 2 });
        report::claim(&house.domain, dead).await.expect("a claim");
        let half = house.dir.path().join("half.xlsx");
        std::fs::write(&half, b"of a dead worker").expect("a draft");
        house.files.put(&super::FileStore::key(dead, "xlsx"), &half).await.expect("a file");
        report::fail(&house.domain, dead, Failure::Lost).await.expect("an answer");

        // when the next attempt is cut off as well
        let ended = cut_off(polls, Box::pin(work(job(&house), dying))).await;
        let run = taken_over(&house, run).await;

        // then
        published_files.insert(published(&house, &run).await);
        attempts.insert(run.attempt);
        if ended.is_some() {
            break;
        }
    }
    assert_eq!(attempts, BTreeSet::from([2, 3]), "some died before they published, some after");
    orphans::remove(&house.domain, &house.files).await.expect("the store is tidied up");
    assert_eq!(stored(&house).await, published_files);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_request_cut_off_at_any_await_is_whole_or_not_there() {
    let house = House::built().await;
    for polls in 1..MANY {
        let first = cut_off(polls, ask(&house, polls)).await;
        let again = ask(&house, polls).await.expect("a run");
        let page = report::page(&house.domain, &Viewer::worker(), (&[], None, u64::from(MANY))).await;
        let same = page.expect("a page").iter().filter(|run| run.cut_off == wish(polls).cut_off).count();
        assert_eq!(same, 1, "after {polls} polls");
        if let Some(first) = first {
            assert_eq!(first.expect("a run").id, again.id);
            return;
        }
    }
    panic!("the request never ended");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_rescue_cut_off_at_any_await_is_finished_by_the_next() {
    let house = House::built().await;
    let operator = Viewer::local_operator();
    for polls in 1..MANY {
        // given two silent attempts, one of them cancelled
        let lost = ask(&house, 2 * polls).await.expect("a run").id;
        let unwanted = ask(&house, 2 * polls + 1).await.expect("a run").id;
        for run in [lost, unwanted] {
            report::claim(&house.domain, Attempt { run, number: 1 }).await.expect("a claim");
        }
        report::cancel(&house.domain, &operator, unwanted).await.expect("a run");
        house.pass(TimeDelta::seconds(21));

        // when
        let ended = cut_off(polls, report::rescue(&house.domain)).await;
        report::rescue(&house.domain).await.expect("a list");

        // then
        let [lost, unwanted] = [house.run(lost).await, house.run(unwanted).await];
        assert_eq!((lost.state().expect("a state"), lost.attempt), (State::Waiting, 1));
        assert_eq!(unwanted.state().expect("a state"), State::Cancelled);
        if ended.is_some() {
            return;
        }
    }
    panic!("the rescue never ended");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cancellation_cut_off_at_any_await_is_whole_or_not_there() {
    let house = House::built().await;
    let operator = Viewer::local_operator();
    for polls in 1..MANY {
        let run = ask(&house, polls).await.expect("a run").id;
        let ended = cut_off(polls, report::cancel(&house.domain, &operator, run)).await;
        let now = house.run(run).await;
        let whole = now.state().expect("a state") == State::Cancelled && now.finished_at.is_some();
        assert!(whole || now.state().expect("a state") == State::Waiting, "{now:?}");
        if ended.is_some() {
            assert!(whole, "{now:?}");
            return;
        }
    }
    panic!("the cancellation never ended");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_push_cut_off_at_any_await_is_made_up_for_by_the_next() {
    let house = House::built().await;
    let queue: Queue<ReportJob> = Queue::open(&house.settings().database_url).await.expect("a queue");
    let mut asked = Vec::new();
    for polls in 1..MANY {
        let run = ask(&house, polls).await.expect("a run").id;
        asked.push(run);
        let attempt = Attempt { run, number: 1 };
        let ended = cut_off(polls, queue.push(&attempt)).await;
        queue.push(&attempt).await.expect("a push");
        if ended.is_some() {
            break;
        }
    }
    let worker = house.worker_that(quick).await;
    for run in asked {
        let run = house.ended(run).await;
        assert_eq!((run.state().expect("a state"), run.attempt), (State::Done, 1));
    }
    worker.shutdown().await;
}
