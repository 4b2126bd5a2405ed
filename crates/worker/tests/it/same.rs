//! Ten clicks, one build.

use std::{
    collections::BTreeSet,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use chrono::TimeDelta;
use domain::{
    Viewer, counting_profile,
    report::{self, ReportRequest, State},
};
use futures::future::join_all;
use texts::Language;

use crate::house::{House, quick, whole_period};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_clicks_at_once_are_one_job_and_one_file() {
    let house = House::built().await;
    let builds = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&builds);
    let worker = house
        .worker_that(move |out, tell| {
            counter.fetch_add(1, Ordering::SeqCst);
            quick(out, tell)
        })
        .await;

    let runs: BTreeSet<_> = join_all((0..10).map(|_| house.ask())).await.into_iter().collect();

    assert_eq!(runs.len(), 1);
    let run = house.ended(*runs.first().expect("a run")).await;
    assert_eq!(run.state().expect("a state"), State::Done, "{:?}", run.failure);
    assert_eq!(house.ask().await, run.id, "nothing has changed since: the file is at hand");
    assert_eq!(builds.load(Ordering::SeqCst), 1);
    worker.shutdown().await;
}

#[tokio::test]
async fn other_wishes_are_other_runs() {
    let house = House::built().await;
    let operator = Viewer::local_operator();
    let moment = house.domain.clock.now() - TimeDelta::hours(1);
    let wishes = [
        whole_period(),
        ReportRequest { language: Language::En, ..whole_period() },
        ReportRequest { network: Some("NORTH".to_owned()), ..whole_period() },
        ReportRequest { strand: Some("HS-1".to_owned()), ..whole_period() },
        ReportRequest { sub_project: Some("TV-1".to_owned()), ..whole_period() },
        ReportRequest { cut_off: crate::house::day(2024, 6, 30), ..whole_period() },
        ReportRequest { known_at: Some(moment), ..whole_period() },
    ];
    let mut runs = BTreeSet::new();
    for wish in wishes.iter().chain(&wishes) {
        runs.insert(report::request(&house.domain, &operator, wish.clone()).await.expect("a run").id);
    }
    assert_eq!(runs.len(), wishes.len());
}

#[tokio::test]
async fn whoever_asks_after_a_change_gets_a_new_run() {
    let house = House::built().await;
    let before = house.ask().await;

    let operator = Viewer::local_operator();
    let change = counting_profile::ProfileChange {
        period: crate::house::PERIOD.to_owned(),
        choices: vec![("ltu".to_owned(), "sgb3".to_owned())],
        reason: "another reading".to_owned(),
    };
    counting_profile::set(&house.domain, &operator, &change).await.expect("a change");

    assert_ne!(house.ask().await, before);
}
