//! Killed while something comes to its end without a file: an attempt that fails, a run nobody wants any more, and one
//! that is asked for again.

use chrono::TimeDelta;
use domain::{
    Viewer,
    report::{self, Attempt, Failure, State},
};
use reporting::WriteError;

use super::{Job, ReportJob, claimed, job, published, state, stored, stored_by, taken_over};
use crate::{
    house::{House, on_each_database},
    orphans,
    phase::Phases,
};

/// How an attempt fails, and how its run stands then.
const FAILURES: [(Failure, State); 3] = [
    (Failure::Crashed, State::Waiting),
    (Failure::Interrupted, State::Waiting),
    (Failure::Impossible, State::Failed),
];

/// How often the log tells that something was done to a run.
async fn told(house: &House, purpose: &str, run: domain::id::ReportRunId) -> usize {
    house.done_to(purpose).await.iter().filter(|id| **id == run.to_string()).count()
}

on_each_database! {
    async fn a_failure_cut_off_at_any_await_is_noted_whole_or_not_at_all(backend) {
        let house = House::on(backend).await;
        for (failure, ended) in FAILURES {
            let fail = async |attempt: &Attempt| report::fail(&house.domain, *attempt, failure).await.expect("an answer");
            house.at_every_await(async |_| claimed(&house).await, fail, async |attempt, first| {
                let now = house.run(attempt.run).await;
                let is_noted = state(&now) == ended;
                assert!(is_noted || state(&now) == State::Running && now.failure.is_none(), "{now:?}");
                assert!(is_noted || first.is_none());

                assert_eq!(fail(&attempt).await, !is_noted);
                let then = house.run(attempt.run).await;
                let is_over = then.finished_at.is_some() && then.next_attempt_at.is_none();
                assert_eq!((state(&then), then.failure.as_deref()), (ended, Some(failure.as_str())));
                assert_eq!(is_over, ended == State::Failed, "{then:?}");
                assert_eq!((then.attempt, &then.file_key), (1, &None));
            })
            .await;
        }
    }

    async fn an_attempt_that_fails_cut_off_at_any_await_leaves_a_run_that_others_finish(backend) {
        let house = House::on(backend).await;
        let full = house.settings_that(|_, _| Err(WriteError::Disk(std::io::ErrorKind::StorageFull.into())));
        let failing = ReportJob::new((house.domain.clone(), house.files.clone()), &full, Phases::new());
        house.at_every_await(
            async |_| Attempt { run: super::ask(&house).await, number: 1 },
            async |attempt| failing.run(*attempt).await.expect("work"),
            async |attempt, ended| {
                let now = house.run(attempt.run).await;
                assert!(now.file_key.is_none() && (ended.is_none() || now.failure.as_deref() == Some("storage")));
                let run = taken_over(&house, attempt.run).await;
                let key = published(&house, &run).await;
                assert_eq!(stored(&house).await.into_iter().filter(|key| key.contains(&run.id.to_string())).collect::<Vec<_>>(), [key]);
            },
        )
        .await;
    }

    async fn a_cancellation_cut_off_at_any_await_is_whole_or_not_there(backend) {
        let house = House::on(backend).await;
        for (is_running, before, after) in [(false, State::Waiting, State::Cancelled), (true, State::Running, State::Cancelling)] {
            let given = async |_| match is_running {
                true => claimed(&house).await.run,
                false => super::ask(&house).await,
            };
            let cancel = async |run: &_| report::cancel(&house.domain, &Viewer::local_operator(), *run).await;
            house.at_every_await(given, cancel, async |run, first| {
                let now = house.run(run).await;
                let is_cancelled = state(&now) == after;
                assert!(is_cancelled || state(&now) == before, "{now:?}");
                assert_eq!(now.cancelled_by_name.is_some(), is_cancelled);
                assert_eq!(now.finished_at.is_some(), is_cancelled && !is_running);
                assert_eq!(told(&house, "cancellation of a report", run).await, usize::from(is_cancelled));
                assert!(first.is_none_or(|first| first.expect("a run").id == run && is_cancelled));

                let again = cancel(&run).await;
                assert_eq!(again.is_ok(), is_running || !is_cancelled, "{again:?}");
                assert_eq!(state(&house.run(run).await), after);
                assert_eq!(told(&house, "cancellation of a report", run).await, 1);
            })
            .await;
        }
    }

    async fn a_cancelled_build_cut_off_at_any_await_of_its_end_leaves_nothing(backend) {
        let house = House::on(backend).await;
        house.at_every_await(
            async |_| {
                // given a build that stored its file as somebody cancelled it
                let attempt = claimed(&house).await;
                stored_by(&house, attempt).await;
                report::cancel(&house.domain, &Viewer::local_operator(), attempt.run).await.expect("a run");
                attempt
            },
            async |attempt| job(&house).put_down(*attempt).await.expect("an answer"),
            async |attempt, ended| {
                let now = house.run(attempt.run).await;
                assert!(matches!(state(&now), State::Cancelling | State::Cancelled), "{now:?}");
                assert_eq!(now.finished_at.is_some(), state(&now) == State::Cancelled);
                assert!(now.file_key.is_none());
                assert!(ended.is_none() || stored(&house).await.is_empty());

                house.pass(TimeDelta::seconds(21));
                report::rescue(&house.domain).await.expect("a list");
                orphans::remove(&house.domain, &house.files).await.expect("the store is tidied up");
                assert_eq!(state(&house.run(attempt.run).await), State::Cancelled);
                assert_eq!(stored(&house).await, [].into());
            },
        )
        .await;
    }

    async fn asking_again_cut_off_at_any_await_makes_one_run(backend) {
        let house = House::on(backend).await;
        let retry = async |attempt: &Attempt| report::retry(&house.domain, &Viewer::local_operator(), attempt.run).await;
        house.at_every_await(
            async |_| {
                let attempt = claimed(&house).await;
                report::fail(&house.domain, attempt, Failure::Impossible).await.expect("an answer");
                attempt
            },
            retry,
            async |attempt, first| {
                let again = retry(&attempt).await.expect("a run");
                let page = report::page(&house.domain, &Viewer::worker(), (&[], None, 5_000)).await;
                let retries: Vec<_> =
                    page.expect("a page").into_iter().filter(|run| run.retry_of == Some(attempt.run)).map(|run| run.id).collect();
                assert_eq!(retries, [again.id]);
                assert!(first.is_none_or(|first| first.expect("a run").id == again.id));
                assert_eq!(told(&house, "request of a report", again.id).await, 1);
                assert_eq!(state(&house.run(attempt.run).await), State::Failed);
            },
        )
        .await;
    }
}
