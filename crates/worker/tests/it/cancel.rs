//! Reports nobody wants any more.

use std::time::{Duration, Instant};

use domain::{
    Error, Viewer,
    id::ReportRunId,
    report::{self, Model, State},
};

use crate::house::{House, Tell, endless, quick, whole_period};

/// The promise: a build that is cancelled has stopped by then.
const PROMISED: Duration = Duration::from_secs(2);

async fn cancel(house: &House, id: ReportRunId) -> Result<Model, Error> {
    report::cancel(&house.domain, &Viewer::local_operator(), id).await
}

fn state(run: &Model) -> State {
    run.state().expect("a state")
}

/// Everything below the folder of that name.
fn files_in(house: &House, folder: &str) -> usize {
    fn count(folder: &std::path::Path) -> usize {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| if entry.path().is_dir() { count(&entry.path()) } else { 1 }).sum()
    }
    count(&house.dir.path().join(folder))
}

#[tokio::test]
async fn a_run_that_waits_is_cancelled_at_once() {
    let house = House::built().await;
    let id = house.ask().await;

    let run = cancel(&house, id).await.expect("a run");

    assert_eq!(state(&run), State::Cancelled);
    assert_eq!(run.cancelled_by_name.as_deref(), Some("local operator"));
    assert_eq!(report::due(&house.domain).await.expect("a list"), []);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_running_build_stops_within_two_seconds_and_leaves_nothing() {
    // given a build that has written half of a draft
    let house = House::built().await;
    let half = |out: &std::path::Path, tell: Tell<'_>| {
        std::fs::write(out, b"half a work").expect("a draft");
        endless(out, tell)
    };
    let worker = house.worker_that(half).await;
    let id = house.ask().await;
    house.until(id, |run| run.done > 0).await;

    // when
    let began = Instant::now();
    let asked = cancel(&house, id).await.expect("a run");
    let run = house.until(id, |run| run.finished_at.is_some()).await;

    // then
    assert_eq!((state(&asked), state(&run)), (State::Cancelling, State::Cancelled));
    assert!(began.elapsed() < PROMISED, "{:?}", began.elapsed());
    worker.shutdown().await;
    assert_eq!((files_in(&house, "drafts"), files_in(&house, "files")), (0, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bundle_tells_what_it_is_at_and_stops_within_two_seconds_and_leaves_nothing() {
    // given a bundle at work on its second workbook
    let house = House::built().await;
    let builds = std::sync::atomic::AtomicUsize::new(0);
    let second = move |out: &std::path::Path, tell: Tell<'_>| match builds
        .fetch_add(1, std::sync::atomic::Ordering::SeqCst)
    {
        0 => quick(out, tell),
        _ => endless(out, tell),
    };
    let worker = house.worker_that(second).await;
    let report::ReportRequest { period, cut_off, known_at, language, .. } = whole_period();
    let all = report::BundleRequest { period, cut_off, known_at, language };
    let id = report::request_bundle(&house.domain, &Viewer::local_operator(), all).await.expect("a run").id;
    let at_work = house.until(id, |run| run.done > 0).await;

    // when
    let began = Instant::now();
    cancel(&house, id).await.expect("a run");
    let run = house.until(id, |run| run.finished_at.is_some()).await;

    // then: the whole network and the first regional network; in all, two of these and a strand
    assert_eq!((at_work.done, at_work.total), (1, 4));
    assert_eq!(at_work.at_work_on.as_deref(), Some("Netzwerk NORTH"));
    assert_eq!(at_work.stage_text(language), "Berichte werden geschrieben");
    assert_eq!(state(&run), State::Cancelled);
    assert!(began.elapsed() < PROMISED, "{:?}", began.elapsed());
    worker.shutdown().await;
    assert_eq!((files_in(&house, "drafts"), files_in(&house, "files")), (0, 0));
}

#[tokio::test]
async fn a_cancelled_build_whose_worker_died_comes_to_its_end() {
    let house = House::built().await;
    let id = house.ask().await;
    let attempt = report::Attempt { run: id, number: 1 };
    report::claim(&house.domain, attempt).await.expect("a claim");
    cancel(&house, id).await.expect("a run");

    house.pass(chrono::TimeDelta::seconds(21));
    report::rescue(&house.domain).await.expect("a list");

    assert_eq!(state(&house.run(id).await), State::Cancelled);
    let file = report::ReportFile {
        key: "k".into(),
        name: "n".into(),
        size: 1,
        sha256: String::new(),
        data_sha256: String::new(),
    };
    assert!(!report::publish(&house.domain, attempt, file).await.expect("an answer"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_has_ended_is_cancelled_no_more_and_only_a_failure_is_tried_again() {
    let house = House::built().await;
    let operator = Viewer::local_operator();
    let worker = house.worker_that(quick).await;
    let done = house.ended(house.ask().await).await;
    assert_eq!(state(&done), State::Done, "{:?}", done.failure);
    worker.shutdown().await;

    for refused in [cancel(&house, done.id).await, report::retry(&house.domain, &operator, done.id).await] {
        assert!(matches!(refused, Err(Error::Invalid(_))), "{refused:?}");
    }
    let other = report::ReportRequest { network: Some("NORTH".to_owned()), ..whole_period() };
    let other = report::request(&house.domain, &operator, other).await.expect("a run");
    cancel(&house, other.id).await.expect("a run");
    let again = report::retry(&house.domain, &operator, other.id).await.expect("a run");

    assert_ne!(again.id, other.id);
    assert_eq!((again.retry_of, again.regional_network_id), (Some(other.id), other.regional_network_id));
    let cancelled =
        report::page(&house.domain, &operator, (&[State::Cancelled], None, 9)).await.expect("a page");
    assert_eq!(cancelled.iter().map(|run| run.id).collect::<Vec<_>>(), [other.id]);
}
