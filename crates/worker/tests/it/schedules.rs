//! What is done by itself for deadlines: once, also by many, late, and on nights that are shorter or longer.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Viewer,
    deadline::{self, DeadlineSetting},
    report::{self, Model, State},
};
use futures::future::join_all;
use sea_orm::EntityTrait;

use crate::house::{House, PERIOD, day, quick};

fn moment(text: &str) -> DateTime<Utc> {
    text.parse().expect("a moment")
}

/// A house in which it is that time.
async fn house_at(time: &str) -> House {
    let house = House::built().await;
    house.pass(moment(time) - house.domain.clock.now());
    house
}

/// Sets a deadline whose draft is asked for on a day after its cut-off.
async fn set_deadline(house: &House, cut_off: (i32, u32, u32)) {
    let cut_off = day(cut_off.0, cut_off.1, cut_off.2);
    let setting = DeadlineSetting {
        period: PERIOD.to_owned(),
        cut_off,
        due_on: cut_off + TimeDelta::days(31),
        reason: "a test".to_owned(),
    };
    deadline::set(&house.domain, &Viewer::local_operator(), &setting).await.expect("a deadline");
}

/// Does what is due; all the runs there are then.
async fn look(house: &House) -> Vec<Model> {
    for due in deadline::due(&house.domain).await.expect("a list") {
        deadline::carry_out(&house.domain, &due).await.expect("it is done");
    }
    runs(house).await
}

async fn runs(house: &House) -> Vec<Model> {
    report::page(&house.domain, &Viewer::worker(), (&[], None, 100)).await.expect("a page")
}

#[tokio::test]
async fn a_draft_is_asked_for_once_on_the_night_the_clocks_change() {
    // given each hour from midnight to four, local time; the day after the cut-off is the one that changes
    for (cut_off, from, to, first) in [
        ((2025, 3, 29), "2025-03-29T23:05:00Z", "2025-03-30T02:10:00Z", "2025-03-30T00:00:00Z"),
        ((2025, 10, 25), "2025-10-25T22:05:00Z", "2025-10-26T03:10:00Z", "2025-10-26T00:00:00Z"),
    ] {
        let house = house_at(from).await;
        set_deadline(&house, cut_off).await;
        let mut asked = BTreeSet::new();
        while house.domain.clock.now() <= moment(to) {
            let now = house.domain.clock.now();
            asked.extend(look(&house).await.into_iter().map(|run| run.id));
            assert_eq!(asked.len(), usize::from(now >= moment(first)), "{now}");
            house.pass(TimeDelta::minutes(15));
        }
    }
}

#[tokio::test]
async fn what_was_missed_is_done_late_and_once() {
    // given nobody looked between the cut-off and three weeks later
    let house = house_at("2024-01-21T09:00:00Z").await;
    let asked = look(&house).await;
    assert_eq!(asked.iter().map(|run| run.cut_off).collect::<Vec<_>>(), [day(2023, 12, 31)]);

    // when days pass, and deadlines with them
    for _ in 0..10 {
        house.pass(TimeDelta::days(1));
        assert_eq!(look(&house).await.len(), 1);
    }

    // then a deadline that has passed is passed
    let late = house_at("2024-02-01T00:00:00Z").await;
    assert!(look(&late).await.is_empty());
}

#[tokio::test]
async fn many_workers_at_once_ask_once() {
    let house = house_at("2024-01-02T09:00:00Z").await;
    let looks = join_all((0..8).map(|_| look(&house))).await;
    let asked: BTreeSet<_> = looks.into_iter().flatten().map(|run| run.id).collect();
    assert_eq!(asked.len(), 1);
}

#[tokio::test]
async fn who_dies_between_asking_and_saying_so_is_followed_by_one_who_gets_the_same_run() {
    // given a draft that was asked for, and the database says that it was not done
    let house = house_at("2024-01-02T09:00:00Z").await;
    let asked = look(&house).await;
    let undone = "UPDATE deadline_task SET done_at = NULL, report_run_id = NULL";
    sea_orm::ConnectionTrait::execute_unprepared(&house.domain.db, undone).await.expect("a change");

    house.pass(TimeDelta::hours(1));

    assert_eq!(deadline::due(&house.domain).await.expect("a list").len(), 1);
    assert_eq!(look(&house).await, asked);
    assert_eq!(deadline::due(&house.domain).await.expect("a list").len(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_worker_makes_the_draft_by_itself() {
    let house = house_at("2024-01-02T09:00:00Z").await;
    let worker = house.worker_that(quick).await;
    let asked = async {
        loop {
            if let Some(run) = runs(&house).await.first() {
                return run.id;
            }
            tokio::task::yield_now().await;
        }
    };
    let run = house.ended(asked.await).await;
    assert_eq!((run.state().expect("a state"), run.cut_off), (State::Done, day(2023, 12, 31)));
    assert_eq!((run.requested_by, run.regional_network_id, run.sub_project_id), (None, None, None));
    worker.shutdown().await;
}

#[tokio::test]
async fn a_pre_check_is_made_once_on_its_day_by_many() {
    let house = house_at("2024-01-09T23:00:00Z").await;
    look(&house).await;
    let checks = async || deadline::checks(&house.domain, &Viewer::worker(), PERIOD).await.expect("a list");
    assert_eq!(checks().await, []);

    house.pass(TimeDelta::hours(2));
    join_all((0..4).map(|_| look(&house))).await;
    house.pass(TimeDelta::days(1));
    look(&house).await;

    let made = deadline::check_entity::Entity::find().all(&house.domain.db).await.expect("a list");
    assert_eq!(made.len(), 1);
    assert_eq!(checks().await.iter().map(|check| check.cut_off).collect::<Vec<_>>(), [day(2023, 12, 31)]);
}
