//! How long files are kept, and that nothing handed in is ever removed.

use chrono::TimeDelta;
use domain::{
    Viewer, audit, edition,
    id::ReportRunId,
    report::{self, Keeping, Model, ReportRequest, State},
};

use crate::house::{House, day, on_each_database, quick, whole_period};

/// The least that can be set.
const A_DAY: Keeping = Keeping { undrafted: TimeDelta::days(1), drafts: TimeDelta::days(1) };

/// A finished workbook of its own for each month.
async fn done(house: &House, month: u32) -> ReportRunId {
    let request = ReportRequest { cut_off: day(2023, month, 1), ..whole_period() };
    let run = report::request(&house.domain, &Viewer::local_operator(), request).await.expect("a run").id;
    assert_eq!(house.ended(run).await.state().expect("a state"), State::Done);
    run
}

async fn drafted(house: &House, month: u32) -> edition::Model {
    let run = done(house, month).await;
    edition::draft(&house.domain, &Viewer::local_operator(), run).await.expect("a draft")
}

async fn submitted(house: &House, month: u32) -> edition::Model {
    let draft = drafted(house, month).await;
    edition::submit(&house.domain, &Viewer::local_operator(), (draft.id, None)).await.expect("a submission")
}

/// Whether the file of a run is at hand, in the row and in the store.
async fn is_kept(house: &House, run: &Model) -> bool {
    match &run.file_key {
        Some(key) => house.files.read(key).await.is_ok() && run.file_removed_at.is_none(),
        None => false,
    }
}

/// Lets time pass, and lets a new worker look for files whose time is over: once it builds, it has looked.
async fn pass(house: &House, days: i64, keeping: Keeping) {
    house.pass(TimeDelta::days(days));
    while let Some(file) = report::expired(&house.domain, &keeping).await.expect("a list").first() {
        let settings = worker::WorkerSettings { keeping, ..house.settings_that(quick) };
        let worker = house.worker(settings).await;
        house.until(file.run, |run| run.file_removed_at.is_some()).await;
        worker.shutdown().await;
    }
}

on_each_database! {
    async fn a_file_nobody_made_an_edition_of_leaves_a_tombstone_after_ninety_days(backend) {
        let house = House::on(backend).await;
        let worker = house.worker_that(quick).await;
        let (run, draft) = (done(&house, 1).await, drafted(&house, 2).await);
        worker.shutdown().await;
        let before = house.run(run).await;

        pass(&house, 89, Keeping::default()).await;
        let kept = is_kept(&house, &house.run(run).await).await;
        pass(&house, 2, Keeping::default()).await;
        let after = house.run(run).await;

        assert!(kept && !is_kept(&house, &after).await);
        assert!(house.files.read(&before.file_key.expect("a key")).await.is_err_and(|error| error.is_missing()));
        assert_eq!(
            (&after.file_sha256, &after.file_name, after.file_size, after.file_removed_for.as_deref()),
            (&before.file_sha256, &before.file_name, before.file_size, Some("undrafted"))
        );
        assert!(is_kept(&house, &house.run(draft.report_run_id).await).await, "drafts are kept for a year");
        let page = audit::Page { after: None, limit: 1, order: audit::Order::NewestFirst };
        let log = audit::page(&house.domain, &Viewer::local_operator(), &page).await.expect("the log");
        let told = (log[0].actor.as_str(), log[0].object_id.clone(), log[0].purpose.as_str());
        assert_eq!(told, ("worker", Some(run.to_string()), "file of a report removed after its time of keeping"));
    }

    async fn a_draft_that_was_not_handed_in_goes_after_a_year(backend) {
        let house = House::on(backend).await;
        let worker = house.worker_that(quick).await;
        let run = drafted(&house, 1).await.report_run_id;
        worker.shutdown().await;

        pass(&house, 364, Keeping::default()).await;
        let kept = is_kept(&house, &house.run(run).await).await;
        pass(&house, 2, Keeping::default()).await;
        let after = house.run(run).await;

        assert!(kept);
        assert_eq!(after.file_removed_for.as_deref(), Some("draft"));
    }

    async fn nothing_that_was_handed_in_is_ever_removed(backend) {
        let house = House::on(backend).await;
        // given editions in every state that can follow a submission
        let operator = Viewer::local_operator();
        edition::require_four_eyes(&house.domain, &operator, (crate::house::PERIOD, edition::FourEyes::Waived))
            .await
            .expect("a decision");
        let worker = house.worker_that(quick).await;
        let waiting = submitted(&house, 1).await;
        let approved = submitted(&house, 2).await;
        edition::approve(&house.domain, &operator, (approved.id, None)).await.expect("an approval");
        let returned = submitted(&house, 3).await;
        edition::give_back(&house.domain, &operator, (returned.id, "Ziele fehlen".into()))
            .await
            .expect("a return");
        let superseded = submitted(&house, 4).await;
        edition::approve(&house.domain, &operator, (superseded.id, None)).await.expect("an approval");
        house.pass(TimeDelta::seconds(1));
        let request = ReportRequest {
            cut_off: day(2023, 4, 1),
            known_at: Some(house.domain.clock.now()),
            ..whole_period()
        };
        let next = report::request(&house.domain, &operator, request).await.expect("a run").id;
        house.ended(next).await;
        let next = edition::draft(&house.domain, &operator, next).await.expect("a draft");
        edition::submit(&house.domain, &operator, (next.id, None)).await.expect("a submission");
        edition::approve(&house.domain, &operator, (next.id, None)).await.expect("an approval");
        let forgotten = done(&house, 5).await;
        worker.shutdown().await;

        // when the least is set and a hundred years pass
        pass(&house, 36_500, A_DAY).await;

        // then
        for edition in [waiting, approved, returned, superseded, next] {
            let state = edition::get(&house.domain, &operator, edition.id).await.expect("the edition").state;
            assert!(is_kept(&house, &house.run(edition.report_run_id).await).await, "{state}");
        }
        assert!(!is_kept(&house, &house.run(forgotten).await).await, "what nobody handed in has gone");
    }

    async fn what_became_an_edition_in_the_last_moment_stays(backend) {
        let house = House::on(backend).await;
        let worker = house.worker_that(quick).await;
        let run = done(&house, 1).await;
        worker.shutdown().await;
        house.pass(TimeDelta::days(91));
        let expired = report::expired(&house.domain, &Keeping::default()).await.expect("a list");

        edition::draft(&house.domain, &Viewer::local_operator(), run).await.expect("a draft");
        let buried = report::bury(&house.domain, &Keeping::default(), &expired[0]).await.expect("an answer");

        assert!(!buried);
        assert!(is_kept(&house, &house.run(run).await).await);
    }

    async fn what_was_removed_is_built_again_as_known_then_and_is_no_draft_meanwhile(backend) {
        let house = House::on(backend).await;
        let worker = house.worker_that(quick).await;
        let run = done(&house, 1).await;
        worker.shutdown().await;
        pass(&house, 91, Keeping::default()).await;
        let removed = house.run(run).await;

        let drafted = edition::draft(&house.domain, &Viewer::local_operator(), run).await;
        let again = report::retry(&house.domain, &Viewer::local_operator(), run).await.expect("a run");

        assert!(drafted.is_err());
        assert_eq!((again.known_at_wanted, again.cut_off), (Some(removed.known_at), removed.cut_off));
        assert_eq!(again.retry_of, Some(run));
    }

    async fn a_lost_file_that_is_there_again_is_at_hand_again(backend) {
        let house = House::on(backend).await;
        // given a store that was empty for a while, as when a folder is not mounted
        let worker = house.worker_that(quick).await;
        let run = done(&house, 1).await;
        worker.shutdown().await;
        let away = house.dir.path().join("away");
        std::fs::rename(house.dir.path().join("files/reports"), &away).expect("the files were there");
        let domain = house.domain.clone().with_shelf(house.files.clone());
        let request = ReportRequest { cut_off: day(2023, 1, 1), ..whole_period() };
        let next = report::request(&domain, &Viewer::local_operator(), request).await.expect("a run");
        let lost = house.run(run).await;
        std::fs::rename(&away, house.dir.path().join("files/reports")).expect("they are back");

        // when a worker begins
        let worker = house.worker_that(quick).await;
        let found = house.until(run, |run| run.file_removed_at.is_none()).await;
        worker.shutdown().await;

        assert_ne!(next.id, run);
        assert_eq!((lost.file_removed_for.as_deref(), lost.file_key.is_some()), (Some("lost"), true));
        assert!(is_kept(&house, &found).await);
    }
}
