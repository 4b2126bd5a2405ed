//! Killed anywhere: a request, an attempt, a rescue and a push are cut off at each of their awaits, one after the other,
//! and every time the run comes to its end with one file.

mod bundle;
mod endings;

use std::{cell::RefCell, collections::BTreeSet};

use chrono::TimeDelta;
use domain::{
    Viewer,
    id::ReportRunId,
    report::{self, Attempt, Failure, Model, Progress, Stage, State},
};
use futures::TryStreamExt;
use sha2::{Digest, Sha256};
use tokio::sync::watch;

use super::{Job, ReportJob};
use crate::{
    house::{House, on_each_database, quick},
    orphans,
    phase::Phases,
    queue::Queue,
};

async fn ask(house: &House) -> ReportRunId {
    report::request(&house.domain, &Viewer::local_operator(), house.wish()).await.expect("a run").id
}

/// The first attempt of a run that nobody asked for before.
async fn claimed(house: &House) -> Attempt {
    let attempt = Attempt { run: ask(house).await, number: 1 };
    report::claim(&house.domain, attempt).await.expect("an answer").expect("the run waits");
    attempt
}

fn job(house: &House) -> ReportJob {
    ReportJob::new((house.domain.clone(), house.files.clone()), &house.settings_that(quick), Phases::new())
}

/// All a worker does for a run, in one future.
async fn work(job: ReportJob, attempt: Attempt) {
    let run = report::claim(&job.domain, attempt).await.expect("an answer").expect("the run waits");
    let counting = Progress { stage: Stage::Counting, done: 0, total: 0, at_work_on: None };
    let (tell, _heard) = watch::channel(counting);
    job.build(attempt, run, tell).await.expect("a workbook");
}

/// Puts a file into the store that an attempt has not published.
async fn stored_by(house: &House, attempt: Attempt) {
    let half = house.dir.path().join("half.xlsx");
    std::fs::write(&half, b"of a dead worker").expect("a draft");
    house.files.put(&super::FileStore::key(attempt, "xlsx"), &half).await.expect("a file");
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

fn state(run: &Model) -> State {
    run.state().expect("a state")
}

/// Keys in the store.
async fn stored(house: &House) -> BTreeSet<String> {
    let files: Vec<_> = house.files.objects().list(None).try_collect().await.expect("a list");
    files.into_iter().map(|file| file.location.to_string()).collect()
}

/// That the run is done and its file whole; the file's key.
async fn published(house: &House, run: &Model) -> String {
    assert_eq!(state(run), State::Done, "{run:?}");
    let key = run.file_key.clone().expect("a file");
    let bytes = house.files.read(&key).await.expect("the file");
    assert_eq!(run.file_sha256, Some(hex::encode(Sha256::digest(bytes))));
    key
}

on_each_database! {
    async fn an_attempt_cut_off_at_any_await_leaves_a_run_that_others_finish(backend) {
        let house = House::on(backend).await;
        let (mut published_files, mut attempts) = (BTreeSet::new(), BTreeSet::new());
        house.at_every_await(
            async |_| {
                // given a run that an attempt has died on already, after it stored its file
                let dead = claimed(&house).await;
                stored_by(&house, dead).await;
                report::fail(&house.domain, dead, Failure::Lost).await.expect("an answer");
                dead.run
            },
            async |run| work(job(&house), Attempt { run: *run, number: 2 }).await,
            async |run, _| {
                let run = taken_over(&house, run).await;
                published_files.insert(published(&house, &run).await);
                attempts.insert(run.attempt);
            },
        )
        .await;
        assert_eq!(attempts, BTreeSet::from([2, 3]), "some died before they published, some after");
        orphans::remove(&house.domain, &house.files).await.expect("the store is tidied up");
        assert_eq!(stored(&house).await, published_files);
    }

    async fn a_request_cut_off_at_any_await_is_whole_or_not_there(backend) {
        let house = House::on(backend).await;
        let ask = async |wish: &report::ReportRequest| {
            report::request(&house.domain, &Viewer::local_operator(), wish.clone()).await.expect("a run")
        };
        house.at_every_await(
            async |_| house.wish(),
            ask,
            async |wish, first| {
                let again = ask(&wish).await;
                let page = report::page(&house.domain, &Viewer::worker(), (&[], None, 5_000)).await;
                let same: Vec<_> =
                    page.expect("a page").into_iter().filter(|run| run.cut_off == wish.cut_off).map(|run| run.id).collect();
                assert_eq!(same, [again.id]);
                assert!(first.is_none_or(|first| first.id == again.id));
                let told = house.done_to("request of a report").await;
                assert_eq!(told.iter().filter(|id| **id == again.id.to_string()).count(), 1);
            },
        )
        .await;
    }

    async fn a_rescue_cut_off_at_any_await_is_finished_by_the_next(backend) {
        let house = House::on(backend).await;
        house.at_every_await(
            async |_| {
                // given two silent attempts, one of them cancelled
                let (lost, unwanted) = (claimed(&house).await.run, claimed(&house).await.run);
                report::cancel(&house.domain, &Viewer::local_operator(), unwanted).await.expect("a run");
                house.pass(TimeDelta::seconds(21));
                [lost, unwanted]
            },
            async |_| report::rescue(&house.domain).await.expect("a list"),
            async |[lost, unwanted], _| {
                report::rescue(&house.domain).await.expect("a list");
                let [lost, unwanted] = [house.run(lost).await, house.run(unwanted).await];
                assert_eq!((state(&lost), lost.attempt), (State::Waiting, 1));
                assert_eq!(state(&unwanted), State::Cancelled);
            },
        )
        .await;
    }

    async fn a_push_cut_off_at_any_await_is_made_up_for_by_the_next(backend) {
        let house = House::on(backend).await;
        let queue: Queue<ReportJob> =
            Queue::open(&house.settings().database_url).await.expect("a queue");
        let asked = RefCell::new(Vec::new());
        let push = async |attempt: &Attempt| queue.push(attempt).await.expect("a push");
        house.at_every_await(
            async |_| {
                let attempt = Attempt { run: ask(&house).await, number: 1 };
                asked.borrow_mut().push(attempt.run);
                attempt
            },
            push,
            async |attempt, _| push(&attempt).await,
        )
        .await;
        let worker = house.worker_that(quick).await;
        for run in asked.into_inner() {
            let run = house.ended(run).await;
            assert_eq!((state(&run), run.attempt), (State::Done, 1));
        }
        worker.shutdown().await;
    }
}
