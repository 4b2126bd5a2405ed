//! The fence: what an attempt may still do once another has begun.

use chrono::TimeDelta;
use domain::report::{self, Attempt, Failure, Progress, ReportFile, Stage, State};

use crate::house::House;

const PROGRESS: Progress = Progress { stage: Stage::Writing, done: 1, total: 2, at_work_on: None };

fn file(key: &str) -> ReportFile {
    ReportFile {
        key: key.to_owned(),
        name: "r.xlsx".to_owned(),
        size: 1,
        sha256: String::new(),
        data_sha256: String::new(),
    }
}

#[tokio::test]
async fn only_one_claim_of_an_attempt_succeeds() {
    let house = House::built().await;
    let attempt = Attempt { run: house.ask().await, number: 1 };
    assert_eq!(report::due(&house.domain).await.expect("a list"), [attempt]);
    let claimed = tokio::join!(report::claim(&house.domain, attempt), report::claim(&house.domain, attempt));
    let claims = [claimed.0, claimed.1].into_iter().filter(|claim| matches!(claim, Ok(Some(_))));
    assert_eq!(claims.count(), 1);
    assert_eq!(report::due(&house.domain).await.expect("a list"), []);
}

#[tokio::test]
async fn a_run_is_taken_from_a_silent_attempt_and_only_from_that() {
    for (silent_s, rescued) in [(19, 0), (21, 1)] {
        let house = House::built().await;
        let attempt = Attempt { run: house.ask().await, number: 1 };
        report::claim(&house.domain, attempt).await.expect("a claim");
        house.pass(TimeDelta::seconds(silent_s));
        assert_eq!(report::rescue(&house.domain).await.expect("a list").len(), rescued, "{silent_s} s");
    }
}

#[tokio::test]
async fn a_stale_attempt_can_neither_tell_nor_publish_nor_fail() {
    // given an attempt that was taken for dead, and its successor
    let house = House::built().await;
    let run = house.ask().await;
    let (stale, heir) = (Attempt { run, number: 1 }, Attempt { run, number: 2 });
    report::claim(&house.domain, stale).await.expect("a claim");
    house.pass(TimeDelta::seconds(21));
    report::rescue(&house.domain).await.expect("a rescue");
    assert!(report::claim(&house.domain, heir).await.expect("a claim").is_some());

    // when the stale one goes on
    let told = report::progress(&house.domain, stale, PROGRESS).await.expect("an answer");
    let published = report::publish(&house.domain, stale, file("stale")).await.expect("an answer");
    let failed = report::fail(&house.domain, stale, Failure::Crashed).await.expect("an answer");
    let claimed = report::claim(&house.domain, stale).await.expect("an answer");

    // then
    assert!(!told && !published && !failed && claimed.is_none());
    assert!(report::progress(&house.domain, heir, PROGRESS).await.expect("an answer"));
    assert!(report::publish(&house.domain, heir, file("heir")).await.expect("an answer"));
    let run = house.run(run).await;
    assert_eq!((run.state().expect("a state"), run.file_key.as_deref()), (State::Done, Some("heir")));
}
