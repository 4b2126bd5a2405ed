//! Killed while something is done by itself for a deadline.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{
    Viewer,
    deadline::{self, DeadlineSetting, Due, Task, check_entity, task_entity},
    report,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{expect_whole_log, operator, told};
use crate::house::{Backend, House, PERIOD, on_each_database};

const CHECKED: &str = "pre-check before a deadline";

/// A house on the day before many deadlines.
async fn house_before_deadlines(backend: Backend) -> House {
    let house = House::on(backend).await;
    let day: DateTime<Utc> = "2024-06-01T09:00:00Z".parse().expect("a moment");
    house.pass(day - house.domain.clock.now());
    house
}

/// A task that is due and that nobody has taken up.
async fn due(house: &House, task: Task) -> Due {
    let cut_off = house.wish().cut_off + TimeDelta::days(200);
    let due_on = house.domain.clock.today() + TimeDelta::days(1);
    let setting = DeadlineSetting { period: PERIOD.to_owned(), cut_off, due_on, reason: "a test".to_owned() };
    deadline::set(&house.domain, &operator(), &setting).await.expect("a deadline");
    still_due(house, (cut_off, task)).await.expect("it is due")
}

async fn still_due(house: &House, (cut_off, task): (NaiveDate, Task)) -> Option<Due> {
    let all = deadline::due(&house.domain).await.expect("a list");
    all.into_iter().find(|due| due.deadline.cut_off == cut_off && due.task == task)
}

/// The rows that say of a task that it was taken up.
async fn taken_up(house: &House, due: &Due) -> Vec<task_entity::Model> {
    let of_cut_off = task_entity::Column::CutOff.eq(due.deadline.cut_off);
    let rows = task_entity::Entity::find().filter(of_cut_off).all(&house.domain.db).await;
    rows.expect("a list").into_iter().filter(|row| row.task == due.task.as_str()).collect()
}

async fn runs(house: &House, cut_off: NaiveDate) -> Vec<report::Model> {
    let all = report::page(&house.domain, &Viewer::worker(), (&[], None, 5_000)).await.expect("a page");
    all.into_iter().filter(|run| run.cut_off == cut_off).collect()
}

async fn checks(house: &House, cut_off: NaiveDate) -> usize {
    let of_cut_off = check_entity::Column::CutOff.eq(cut_off);
    let rows = check_entity::Entity::find().filter(of_cut_off).all(&house.domain.db).await.expect("a list");
    let told = told(house, CHECKED, format!("{PERIOD}/{cut_off}")).await;
    assert_eq!(told, rows.len(), "the log tells of every check and of no other");
    rows.len()
}

on_each_database! {
    async fn a_draft_cut_off_at_any_await_is_asked_for_once(backend) {
        let house = house_before_deadlines(backend).await;
        let carry_out = async |due: &Due| deadline::carry_out(&house.domain, due).await.expect("it is done");
        house.at_every_await(async |_| due(&house, Task::Draft).await, carry_out, async |due, ended| {
            let cut_off = due.deadline.cut_off;
            let before = runs(&house, cut_off).await;
            let rows = taken_up(&house, &due).await;
            assert!(before.len() <= rows.len() && rows.len() <= 1, "{rows:?} {before:?}");
            let is_done = rows.iter().any(|row| row.done_at.is_some());
            assert!(!is_done || rows[0].report_run_id == Some(before[0].id), "{rows:?}");
            assert_eq!(still_due(&house, (cut_off, due.task)).await.is_none(), is_done);
            assert!(is_done || ended.is_none());

            house.pass(TimeDelta::seconds(1));
            carry_out(&due).await;
            let (rows, runs) = (taken_up(&house, &due).await, runs(&house, cut_off).await);
            assert_eq!((rows.len(), runs.len()), (1, 1), "{rows:?} {runs:?}");
            assert!(before.iter().all(|run| *run == runs[0]));
            assert_eq!((rows[0].report_run_id, Some(rows[0].begun_at)), (Some(runs[0].id), runs[0].known_at_wanted));
            assert!(rows[0].done_at.is_some() && still_due(&house, (cut_off, due.task)).await.is_none());
            assert_eq!(told(&house, "request of a report", runs[0].id).await, 1);
        })
        .await;
        expect_whole_log(&house).await;
    }

    async fn a_pre_check_cut_off_at_any_await_is_made_once(backend) {
        let house = house_before_deadlines(backend).await;
        let carry_out = async |due: &Due| deadline::carry_out(&house.domain, due).await.expect("it is done");
        house.at_every_await(async |_| due(&house, Task::PreCheck).await, carry_out, async |due, ended| {
            let cut_off = due.deadline.cut_off;
            let is_done = still_due(&house, (cut_off, due.task)).await.is_none();
            assert_eq!(checks(&house, cut_off).await, usize::from(is_done));
            assert_eq!(taken_up(&house, &due).await.len(), usize::from(is_done));
            assert!(is_done || ended.is_none());

            carry_out(&due).await;
            assert_eq!((checks(&house, cut_off).await, taken_up(&house, &due).await.len()), (1, 1));
            assert!(still_due(&house, (cut_off, due.task)).await.is_none());
        })
        .await;
        expect_whole_log(&house).await;
    }

    async fn a_check_that_somebody_wants_now_cut_off_at_any_await_is_whole_or_not_there(backend) {
        let house = house_before_deadlines(backend).await;
        let check = async |cut_off: &NaiveDate| {
            deadline::check(&house.domain, &operator(), (PERIOD, Some(*cut_off))).await.expect("a check")
        };
        house.at_every_await(async |_| due(&house, Task::PreCheck).await.deadline.cut_off, check, async |cut_off, first| {
            let made = checks(&house, cut_off).await;
            assert!(made == 1 || made == 0 && first.is_none(), "{made}");
            check(&cut_off).await;
            assert_eq!(checks(&house, cut_off).await, made + 1);
        })
        .await;
        expect_whole_log(&house).await;
    }
}
