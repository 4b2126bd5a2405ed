//! The queue's own rules, on SQLite.

use std::{
    error::Error,
    path::{Path, PathBuf},
};

use sea_orm::sqlx;
use tempfile::TempDir;

use super::{Pool, Queue, beside};
use crate::jobs::Job;

#[derive(Clone)]
struct Nothing;

impl Job for Nothing {
    type Task = u32;

    const QUEUE: &'static str = "nothing";

    fn key(task: &u32) -> String {
        task.to_string()
    }

    async fn run(&self, _: u32) -> Result<(), Box<dyn Error + Send + Sync>> {
        Ok(())
    }
}

async fn queue(folder: &TempDir) -> Queue<Nothing> {
    let url = format!("sqlite://{}", folder.path().join("a.sqlite").display());
    Queue::open(&url).await.expect("a queue")
}

async fn run(queue: &Queue<Nothing>, sql: &'static str) {
    let Pool::Sqlite(pool) = &queue.pool else { panic!("SQLite was asked for") };
    sqlx::query(sql).execute(pool).await.expect("a change");
}

async fn statuses(queue: &Queue<Nothing>) -> Vec<String> {
    let Pool::Sqlite(pool) = &queue.pool else { panic!("SQLite was asked for") };
    sqlx::query_scalar("SELECT status FROM Jobs ORDER BY status").fetch_all(pool).await.expect("a list")
}

#[tokio::test]
async fn the_same_task_is_pushed_once_until_it_has_ended() {
    let folder = TempDir::new().expect("a folder");
    let queue = queue(&folder).await;
    for (change, expected) in [
        (None, vec!["Pending"]),
        (None, vec!["Pending"]),
        (Some("UPDATE Jobs SET status = 'Running'"), vec!["Running"]),
        (Some("UPDATE Jobs SET status = 'Done', done_at = 1"), vec!["Pending"]),
        (Some("UPDATE Jobs SET status = 'Failed', done_at = 1"), vec!["Pending"]),
    ] {
        if let Some(change) = change {
            run(&queue, change).await;
        }
        queue.push(&1).await.expect("a push");
        assert_eq!(statuses(&queue).await, expected, "{change:?}");
    }
    queue.push(&2).await.expect("a push");
    assert_eq!(statuses(&queue).await, ["Pending", "Pending"]);
}

#[tokio::test]
async fn only_what_ended_long_ago_is_pruned() {
    let folder = TempDir::new().expect("a folder");
    let queue = queue(&folder).await;
    for task in 1..=3 {
        queue.push(&task).await.expect("a push");
    }
    run(&queue, "UPDATE Jobs SET status = 'Done', done_at = 1 WHERE idempotency_key = '1'").await;
    run(&queue, "UPDATE Jobs SET status = 'Failed', done_at = strftime('%s') WHERE idempotency_key = '2'")
        .await;
    queue.prune().await.expect("a pruning");
    assert_eq!(statuses(&queue).await, ["Failed", "Pending"]);
}

#[tokio::test]
async fn several_processes_may_open_a_new_queue_at_once() {
    let folder = TempDir::new().expect("a folder");
    let url = format!("sqlite://{}", folder.path().join("a.sqlite").display());
    let opened = futures::future::join_all((0..4).map(|_| Queue::<Nothing>::open(&url))).await;
    for queue in opened {
        queue.expect("a queue").push(&1).await.expect("a push");
    }
    assert_eq!(statuses(&queue(&folder).await).await, ["Pending"]);
}

#[test]
fn the_queue_lies_beside_the_database() {
    for (database, queue) in [
        ("migranet.sqlite", Some("migranet-queue.sqlite")),
        ("/var/lib/migranet/data.db", Some("/var/lib/migranet/data-queue.sqlite")),
        (":memory:", None),
    ] {
        assert_eq!(beside(Path::new(database)).ok(), queue.map(PathBuf::from), "{database}");
    }
}
