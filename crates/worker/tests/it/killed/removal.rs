//! Killed while a run says of its file that it goes, is lost, or was found again.

use chrono::TimeDelta;
use domain::{
    Viewer,
    id::ReportRunId,
    report::{self, Expired, Keeping, LOST, Model, Removal},
};

use super::{done, expect_whole_log, told};
use crate::house::{House, on_each_database};

/// What is done, as the log tells it.
const DOINGS: [(Doing, &str); 3] = [
    (Doing::Bury, "file of a report removed after its time of keeping"),
    (Doing::Lose, "file of a report found gone from the store"),
    (Doing::FindAgain, "lost file of a report found again in the store"),
];

const AT_ONCE: Keeping = Keeping { undrafted: TimeDelta::zero(), drafts: TimeDelta::zero() };

#[derive(Clone, Copy, Debug, PartialEq)]
enum Doing {
    Bury,
    Lose,
    FindAgain,
}

async fn carry_out(house: &House, doing: Doing, run: &Model) -> bool {
    let (domain, worker) = (&house.domain, &Viewer::worker());
    match doing {
        Doing::Bury => {
            let key = run.file_key.clone().expect("a key");
            let file = Expired { run: run.id, key, why: Removal::Undrafted };
            return report::bury(domain, &AT_ONCE, &file).await.expect("an answer");
        }
        Doing::Lose => report::lose(domain, worker, run.id).await.expect("it is noted"),
        Doing::FindAgain => report::find_again(domain, run.id).await.expect("it is noted"),
    }
    true
}

/// A run with a file to which it was not done yet.
async fn given(house: &House, doing: Doing) -> Model {
    let run: ReportRunId = done(house, house.wish()).await;
    if doing == Doing::FindAgain {
        report::lose(&house.domain, &Viewer::worker(), run).await.expect("it is noted");
    }
    house.pass(TimeDelta::seconds(1));
    house.run(run).await
}

/// The run as it is once it was done.
fn after(doing: Doing, before: &Model, now: &Model) -> Model {
    let at = now.file_removed_at.filter(|at| *at >= before.finished_at.expect("it is done"));
    match doing {
        Doing::Bury => {
            let why = Some(Removal::Undrafted.as_str().to_owned());
            Model { file_key: None, file_removed_at: at, file_removed_for: why, ..before.clone() }
        }
        Doing::Lose => {
            Model { file_removed_at: at, file_removed_for: Some(LOST.to_owned()), ..before.clone() }
        }
        Doing::FindAgain => Model { file_removed_at: None, file_removed_for: None, ..before.clone() },
    }
}

on_each_database! {
    async fn what_a_run_says_of_its_file_cut_off_at_any_await_is_said_whole_or_not_at_all(backend) {
        let house = House::on(backend).await;
        for (doing, purpose) in DOINGS {
            house.at_every_await(
                async |_| given(&house, doing).await,
                async |run| carry_out(&house, doing, run).await,
                async |before, first| {
                    let now = house.run(before.id).await;
                    let is_said = now != before;
                    assert!(!is_said || now == after(doing, &before, &now), "{doing:?} {now:?}");
                    assert_eq!(told(&house, purpose, before.id).await, usize::from(is_said), "{doing:?}");
                    assert!(first.is_none_or(|first| first && is_said));

                    let again = carry_out(&house, doing, &before).await;
                    assert!(again != is_said || doing != Doing::Bury, "a file is buried once");
                    let then = house.run(before.id).await;
                    assert_eq!(then, after(doing, &before, &then), "{doing:?}");
                    assert_ne!(then, before);
                    assert_eq!(told(&house, purpose, before.id).await, 1, "{doing:?}");
                },
            )
            .await;
        }
        expect_whole_log(&house).await;
    }
}
