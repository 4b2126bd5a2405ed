//! Killed while files are removed from the store: none is offered that is gone, none is lost that was to stay, and the next
//! round does the rest.

use chrono::TimeDelta;
use domain::{
    Domain, Viewer,
    report::{self, Attempt, Keeping, Model, State},
};

use super::remove;
use crate::{
    house::{House, on_each_database, quick},
    jobs::{Job, report::ReportJob},
    orphans,
    phase::Phases,
};

/// Everything done goes, unless something was made of it.
const AT_ONCE: Keeping = Keeping { undrafted: TimeDelta::zero(), drafts: TimeDelta::days(1) };

/// A run with its file in the store.
async fn done(house: &House) -> Model {
    let run = report::request(&house.domain, &Viewer::local_operator(), house.wish()).await.expect("a run");
    let kept = (house.domain.clone(), house.files.clone());
    let job = ReportJob::new(kept, &house.settings_that(quick), Phases::new());
    job.run(Attempt { run: run.id, number: 1 }).await.expect("work");
    let run = house.run(run.id).await;
    assert_eq!(run.state().expect("a state"), State::Done);
    run
}

fn key(run: &Model) -> &str {
    run.file_key.as_deref().expect("a key")
}

async fn is_stored(house: &House, key: &str) -> bool {
    house.files.read(key).await.is_ok()
}

on_each_database! {
    async fn a_round_of_removals_cut_off_at_any_await_is_finished_by_the_next(backend) {
        let house = House::on(backend).await;
        let remove = async |domain: &Domain| remove(domain, &house.files, &AT_ONCE).await.expect("a round");
        house.at_every_await(
            async |_| {
                let runs = [done(&house).await, done(&house).await];
                house.pass(TimeDelta::seconds(2));
                runs
            },
            async |_| remove(&house.domain).await,
            async |runs, ended| {
                for run in &runs {
                    let is_buried = house.run(run.id).await.file_removed_for.is_some();
                    assert!(is_buried || is_stored(&house, key(run)).await, "a file is gone that is offered");
                    assert!(is_buried || ended.is_none());
                }

                remove(&house.domain).await;
                orphans::remove(&house.domain, &house.files).await.expect("the store is tidied up");
                for run in &runs {
                    let now = house.run(run.id).await;
                    assert_eq!((now.file_removed_for.as_deref(), &now.file_key), (Some("undrafted"), &None));
                    assert!(!is_stored(&house, key(run)).await, "nobody has removed it");
                }
            },
        )
        .await;
    }

    async fn tidying_up_cut_off_at_any_await_keeps_what_is_published_and_is_finished_by_the_next(backend) {
        let house = House::on(backend).await;
        let tidy = async |domain: &Domain| orphans::remove(domain, &house.files).await.expect("it is tidied up");
        house.at_every_await(
            async |_| {
                // given a file that an earlier attempt left, and one that was taken for lost
                let (kept, lost) = (done(&house).await, done(&house).await);
                let left = key(&kept).replace("1.xlsx", "0.xlsx");
                let draft = house.dir.path().join("left.xlsx");
                std::fs::write(&draft, b"of a dead worker").expect("a draft");
                house.files.put(&left, &draft).await.expect("a file");
                report::lose(&house.domain, &Viewer::worker(), lost.id).await.expect("it is noted");
                (kept, lost, left)
            },
            async |_| tidy(&house.domain).await,
            async |(kept, lost, left), ended| {
                let found = async || house.run(lost.id).await.file_removed_at.is_none();
                let gone = async || !is_stored(&house, &left).await;
                assert!(ended.is_none() || found().await && gone().await);
                assert!(is_stored(&house, key(&kept)).await && is_stored(&house, key(&lost)).await);

                tidy(&house.domain).await;
                assert!(found().await && gone().await);
                assert!(is_stored(&house, key(&kept)).await && is_stored(&house, key(&lost)).await);
                assert_eq!(house.run(kept.id).await, kept);
                assert_eq!(house.run(lost.id).await, lost);

                // so that the next has no more to do than this one: the folders are looked through as well
                for run in [kept, lost] {
                    house.files.delete(key(&run)).await.expect("room");
                    let folder = house.dir.path().join(format!("files/reports/{}", run.id));
                    std::fs::remove_dir(folder).expect("an empty folder");
                }
            },
        )
        .await;
    }
}
