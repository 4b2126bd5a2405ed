//! From the request to the file, and what happens when a build fails.

use std::{
    io,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use calamine::{Reader, Xlsx};
use chrono::TimeDelta;
use domain::{
    Viewer,
    estimate::{self, NewEstimate},
    figure::Held,
    report::{self, ATTEMPTS, ReportRequest, Stage, State},
};
use reporting::{Content, Progress, WriteError};
use sha2::{Digest, Sha256};
use worker::WorkerSettings;

use crate::house::{House, PERIOD, day, endless, quick, whole_period};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_requested_report_becomes_a_workbook_in_the_store() {
    // given
    let house = House::built().await;
    let worker = house.worker(house.settings()).await;

    // when
    let run = house.ended(house.ask().await).await;

    // then
    assert_eq!(run.state().expect("a state"), State::Done, "{:?}", run.failure);
    assert_eq!(run.attempt, 1);
    assert_eq!(run.file_name.as_deref(), Some("Bericht_IQ-2023_Gesamtnetzwerk_2023-12-31.xlsx"));
    let copy = house.dir.path().join("copy.xlsx");
    house.files.copy(&run.file_key.expect("a key"), &copy).await.expect("the file");
    let bytes = std::fs::read(&copy).expect("the copy");
    assert_eq!(run.file_size, i64::try_from(bytes.len()).ok());
    assert_eq!(run.file_sha256, Some(hex::encode(Sha256::digest(&bytes))));
    let book = Xlsx::new(io::Cursor::new(bytes)).expect("a workbook");
    assert!(book.sheet_names().len() >= 4, "{:?}", book.sheet_names());
    worker.shutdown().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_worker_alone_forgets_the_facts_of_a_report_that_is_done() {
    for keeps_facts in [true, false] {
        // given something that became known before
        let house = House::built().await;
        let homeless = NewEstimate {
            period: PERIOD.to_owned(),
            network: None,
            sub_project: None,
            indicator: "EECO16".to_owned(),
            gender: None,
            share: Some(0.1),
            count: None,
            method: "asked".to_owned(),
            document: None,
            valid_from: day(2023, 6, 30),
            reason: None,
        };
        estimate::enter(&house.domain, &Viewer::local_operator(), homeless).await.expect("an estimate");
        let worker = house.worker(WorkerSettings { keeps_facts, ..house.settings() }).await;
        let run = house.ended(house.ask().await).await;
        assert_eq!(run.state().expect("a state"), State::Done, "{:?}", run.failure);

        worker.shutdown().await;

        let held = house.domain.columns.held(run.funding_period_id);
        assert_eq!(held != Held::default(), keeps_facts, "{held:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_running_build_tells_the_sheet_it_is_writing() {
    let house = House::built().await;
    let sheet = |_: &Content, _: &Path, progress: &mut dyn Progress| {
        progress.sheet("Indikatoren");
        endless(Path::new(""), &mut |done, total| progress.rows(done, total))
    };
    let worker = house.worker(WorkerSettings { write: Arc::new(sheet), ..house.settings() }).await;
    let id = house.ask().await;

    let run = house.until(id, |run| run.done > 0).await;

    assert_eq!(
        (run.stage().expect("a stage"), run.at_work_on.as_deref()),
        (Stage::Writing, Some("Indikatoren"))
    );
    report::cancel(&house.domain, &Viewer::local_operator(), id).await.expect("a run");
    assert_eq!(house.ended(id).await.at_work_on, None);
    worker.shutdown().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_report_asked_for_before_there_was_a_worker_is_built() {
    let house = House::built().await;
    let id = house.ask().await;
    let worker = house.worker_that(quick).await;
    assert_eq!(house.ended(id).await.state().expect("a state"), State::Done);
    worker.shutdown().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn failures_that_may_pass_are_tried_again() {
    type Fault = fn() -> WriteError;
    let full_disk: Fault = || WriteError::Disk(io::ErrorKind::StorageFull.into());
    let panic: Fault = || panic!("a build that breaks down");
    for (fault, failure) in [(full_disk, "storage"), (panic, "crashed")] {
        // given a first build that fails and a second that does not
        let house = House::built().await;
        let builds = AtomicUsize::new(0);
        let worker = house
            .worker_that(move |out, tell| match builds.fetch_add(1, Ordering::SeqCst) {
                0 => Err(fault()),
                _ => quick(out, tell),
            })
            .await;
        let id = house.ask().await;

        // when the first has failed and the pause is over
        let waiting = house.until(id, |run| run.failure.is_some()).await;
        house.pass(TimeDelta::seconds(3));
        let run = house.ended(id).await;

        // then
        assert_eq!(waiting.state().expect("a state"), State::Waiting, "{failure}");
        assert_eq!(waiting.failure.as_deref(), Some(failure));
        assert!(waiting.next_attempt_at.is_some_and(|at| at > waiting.requested_at), "{failure}");
        assert_eq!((run.state().expect("a state"), run.attempt), (State::Done, 2), "{failure}");
        assert_eq!(run.failure, None);
        worker.shutdown().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_failure_that_lasts_is_given_up_after_some_attempts() {
    let house = House::built().await;
    let worker = house.worker_that(|_, _| Err(WriteError::Disk(io::ErrorKind::StorageFull.into()))).await;
    let id = house.ask().await;
    for attempt in 1..ATTEMPTS {
        house.until(id, |run| run.attempt == attempt && run.failure.is_some()).await;
        house.pass(TimeDelta::seconds(61));
    }
    let run = house.ended(id).await;
    assert_eq!((run.state().expect("a state"), run.attempt), (State::Failed, ATTEMPTS));
    assert!(run.finished_at.is_some());
    worker.shutdown().await;
}

/// What a writer says, the code of the failure, and some of its words.
type Case = (fn() -> WriteError, &'static str, &'static str);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_failure_that_cannot_pass_ends_the_run_at_once_and_says_why() {
    let cases: [Case; 4] = [
        (
            || WriteError::TooManyRows { sheet: "TV".to_owned() },
            "too_many_rows",
            "1,048,576 rows that Excel holds: TV",
        ),
        (
            || WriteError::TooManyColumns { sheet: "TV".to_owned() },
            "too_many_columns",
            "columns that Excel holds: TV",
        ),
        (|| WriteError::TooManySheets { count: 300 }, "too_many_sheets", "would have 300 sheets"),
        (
            || WriteError::TextTooLong { sheet: "TV".to_owned(), column: "Name".to_owned() },
            "text_too_long",
            "holds in Excel: TV, Name",
        ),
    ];
    for (error, code, words) in cases {
        let house = House::built().await;
        let worker = house.worker_that(move |_, _| Err(error())).await;
        let run = house.ended(house.ask().await).await;
        assert_eq!((run.state().expect("a state"), run.attempt), (State::Failed, 1));
        assert_eq!(run.failure.as_deref(), Some(code));
        let told = run.failure_text(texts::Language::En).expect("words");
        assert!(told.contains(words), "{told}");
        worker.shutdown().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_store_that_refuses_is_tried_again() {
    // given a file where the store wants a folder
    let house = House::built().await;
    let in_the_way = house.dir.path().join("files/reports");
    std::fs::write(&in_the_way, b"").expect("a file");
    let worker = house.worker_that(quick).await;
    let id = house.ask().await;

    // when
    let waiting = house.until(id, |run| run.failure.is_some()).await;
    std::fs::remove_file(&in_the_way).expect("room");
    house.pass(TimeDelta::seconds(3));
    let run = house.ended(id).await;

    // then
    assert_eq!(waiting.failure.as_deref(), Some("storage"));
    assert_eq!((run.state().expect("a state"), run.attempt), (State::Done, 2));
    worker.shutdown().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_workers_build_each_report_once() {
    // given
    let house = House::built().await;
    let builds = Arc::new(AtomicUsize::new(0));
    let counted = |builds: &Arc<AtomicUsize>| {
        let builds = Arc::clone(builds);
        house.settings_that(move |out, tell| {
            builds.fetch_add(1, Ordering::SeqCst);
            quick(out, tell)
        })
    };
    let first = house.worker(counted(&builds)).await;
    let second = house.worker(counted(&builds)).await;

    // when
    let mut asked = Vec::new();
    for month in 1..=8 {
        let request = ReportRequest { cut_off: day(2024, month, 1), ..whole_period() };
        let run = report::request(&house.domain, &Viewer::local_operator(), request).await;
        asked.push(run.expect("a run").id);
    }
    for id in &asked {
        assert_eq!(house.ended(*id).await.attempt, 1);
    }

    // then
    assert_eq!(builds.load(Ordering::SeqCst), asked.len());
    tokio::join!(first.shutdown(), second.shutdown());
}
