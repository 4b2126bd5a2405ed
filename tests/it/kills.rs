//! `kill -9` of workers and servers, and cut database connections: no request is lost, no file is half there, nothing is
//! built twice at once, and others take over within thirty seconds.

use std::{collections::BTreeSet, path::Path, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use domain::Clock;
use reqwest::Method;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::harness::{
    Account, Backend, Client, Database, Row, Worker, eventually, on_each_database, participation,
};

/// The promise: by then somebody else has begun what a dead worker left.
const TAKEN_OVER_WITHIN: TimeDelta = TimeDelta::seconds(30);

/// When a worker is killed, or its connections are cut.
#[derive(Clone, Copy, Debug)]
enum Point {
    /// As soon as the run is seen in this state or stage, or later.
    Seen(&'static str),
    /// So many milliseconds after the run was seen running.
    After(u64),
}

const POINTS: [Point; 10] = [
    Point::Seen("WAITING"),
    Point::Seen("COUNTING"),
    Point::Seen("WRITING"),
    Point::Seen("STORING"),
    Point::Seen("DONE"),
    Point::After(5),
    Point::After(25),
    Point::After(75),
    Point::After(150),
    Point::After(300),
];

/// The states and stages of a run, in order.
const WAY: [&str; 6] = ["WAITING", "RUNNING", "COUNTING", "WRITING", "STORING", "DONE"];

/// What a worker says when it begins an attempt.
const BEGINS: &str = "building a report ";

/// A network with enough people for a workbook to take a while.
async fn network(backend: Backend) -> Database {
    let people: Vec<Row> = (1..=400).map(|number| participation(&format!("P-{number}"), "SP-1")).collect();
    let network = backend.migrated().await.with_network().with_account(Account::Administrator);
    network.with_participations(&people)
}

/// A report that is another one for every number.
fn wish(number: usize) -> String {
    let day = 1 + number;
    format!(
        "mutation {{ reportRequest(input: {{period: \"IQ-2023\", cutOff: \"2023-12-{day:02}\"}}) {{ reportRun {{ id }} }} }}"
    )
}

fn id_in(answer: &Value) -> Option<String> {
    Some(answer["data"]["reportRequest"]["reportRun"]["id"].as_str()?.to_owned())
}

/// The answer; none from a server that has lost its database or its life.
async fn ask(client: &Client, query: &str) -> Option<Value> {
    let request = client.request(Method::POST, "/graphql").json(&json!({"query": query}));
    request.send().await.ok()?.json().await.ok()
}

/// Asks until there is an answer.
async fn request(client: &Client, number: usize) -> String {
    let wish = wish(number);
    eventually("an answer", async || id_in(&ask(client, &wish).await?)).await
}

async fn run(client: &Client, id: &str) -> Value {
    let fields = "state stage startedAt failure { code } file { sha256 url }";
    let answer = ask(client, &format!("{{ reportRun(id: \"{id}\") {{ {fields} }} }}")).await;
    answer.unwrap_or_default()["data"]["reportRun"].clone()
}

async fn done(client: &Client, id: &str) -> Value {
    let run = eventually("the run's end", async || {
        let run = run(client, id).await;
        ["DONE", "FAILED", "CANCELLED"].contains(&run["state"].as_str()?).then_some(run)
    });
    let run = run.await;
    assert_eq!(run["state"], "DONE", "{run}");
    run
}

/// Waits until the run has come to a point of its way.
async fn reach(client: &Client, id: &str, point: Point) {
    let (word, more) = match point {
        Point::Seen(word) => (word, Duration::ZERO),
        Point::After(more_ms) => ("RUNNING", Duration::from_millis(more_ms)),
    };
    let wanted = WAY.iter().position(|step| *step == word).expect("a step of the way");
    eventually("the point", async || {
        let run = run(client, id).await;
        let step = |field: &str| WAY.iter().position(|step| run[field] == *step);
        (step("state").max(step("stage")) >= Some(wanted)).then_some(())
    })
    .await;
    // which moment it is does not decide whether the test passes
    tokio::time::sleep(more).await;
}

/// When the last attempt of a run began.
fn began(run: &Value) -> DateTime<Utc> {
    run["startedAt"].as_str().and_then(|at| at.parse().ok()).unwrap_or_else(|| panic!("{run}"))
}

/// The attempts that were begun, by what the workers said: each once.
fn attempts<'a>(logs: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    for attempt in logs.flat_map(str::lines).filter_map(|line| Some(line.split_once(BEGINS)?.1)) {
        assert!(seen.insert(attempt), "built twice: {attempt}");
    }
    seen
}

/// SHA-256 of every file in the store. Names with `#` are uploads that never ended, which the store does not show.
fn stored(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let hashes = entries.flat_map(|entry| match entry.path() {
        path if path.is_dir() => stored(&path),
        path if path.to_string_lossy().contains('#') => Vec::new(),
        path => vec![hex::encode(Sha256::digest(std::fs::read(path).expect("a stored file")))],
    });
    hashes.collect()
}

/// That what lies in the store is what the runs say, file by file.
async fn expect_published(database: &Database, runs: &[Value]) {
    let said: BTreeSet<_> =
        runs.iter().map(|run| run["file"]["sha256"].as_str().unwrap_or_default().to_owned()).collect();
    assert_eq!(said.len(), runs.len(), "one file for each run");
    eventually("a store with nothing but what was published", async || {
        let stored = stored(&database.folder().join("files"));
        (stored.len() == runs.len() && stored.into_iter().collect::<BTreeSet<_>>() == said).then_some(())
    })
    .await;
}

on_each_database! {
    async fn workers_killed_at_any_point_are_taken_over(backend) {
        // given two workers; whichever takes up the run is killed, and another started
        let database = network(backend).await;
        let server = database.serve_alone();
        let client = server.signed_in(Account::Administrator).await;
        let mut workers = vec![database.work(), database.work()];
        let (mut killed, mut logs) = (Vec::new(), Vec::new());
        for (number, point) in POINTS.into_iter().enumerate() {
            let known = |worker: &Worker| worker.said().matches(BEGINS).count();
            let before: Vec<_> = workers.iter().map(known).collect();
            let id = request(&client, number).await;
            reach(&client, &id, point).await;
            let busy = workers.iter().zip(before).position(|(worker, before)| known(worker) > before);
            let dead = workers.remove(busy.unwrap_or_default());
            logs.push(dead.kill());
            killed.push((id, Clock::system().now(), point));
            workers.push(database.work());
        }

        // when the others have done all there is to do
        let mut runs = Vec::new();
        for (id, killed_at, point) in killed {
            let run = done(&client, &id).await;
            let waited = began(&run) - killed_at;
            assert!(waited <= TAKEN_OVER_WITHIN, "killed at {point:?}, taken over after {waited}");
            runs.push(run);
        }

        // then
        logs.extend(workers.into_iter().map(Worker::kill));
        let attempts = attempts(logs.iter().map(String::as_str));
        assert!(attempts.len() > runs.len(), "nobody died in the middle of something: {attempts:?}");
        let tidy = database.work();
        expect_published(&database, &runs).await;
        drop(tidy);
    }

    async fn a_killed_server_forgets_no_request_it_has_answered(backend) {
        // given servers that are killed while they are asked for a report
        let database = network(backend).await;
        let mut answered = Vec::new();
        for (number, patience_ms) in [0, 2, 5, 10, 20, 40, 80, 1_000].into_iter().enumerate() {
            let server = database.serve_alone();
            let client = server.signed_in(Account::Administrator).await;
            let wish = wish(number);
            let answer = tokio::time::timeout(Duration::from_millis(patience_ms), ask(&client, &wish)).await;
            server.kill();
            answered.extend(answer.ok().flatten().as_ref().and_then(id_in));
        }

        assert!(!answered.is_empty(), "the most patient has heard the answer");

        // when
        let (server, worker) = (database.serve_alone(), database.work());
        let client = server.signed_in(Account::Administrator).await;
        let mut runs = Vec::new();
        for number in 0..8 {
            let id = request(&client, number).await;
            answered.retain(|known| *known != id);
            runs.push(done(&client, &id).await);
        }

        // then whoever asks again finds the run that was answered for, and there is no other
        assert_eq!(answered, Vec::<String>::new());
        let all = client.ask("{ reportRuns(first: 100) { totalCount } }").await;
        assert_eq!(all["data"]["reportRuns"]["totalCount"], 8, "{all}");
        expect_published(&database, &runs).await;
        attempts([worker.kill().as_str()].into_iter());
    }
}

#[tokio::test]
async fn cut_connections_are_made_up_for() {
    if !Backend::Postgres.is_there() {
        return;
    }
    // given a worker and a server that lose all their connections
    let database = network(Backend::Postgres).await;
    let (server, worker) = (database.serve_alone(), database.work());
    let client = server.signed_in(Account::Administrator).await;
    let mut cut = Vec::new();
    for (number, point) in POINTS.into_iter().enumerate() {
        let id = request(&client, number).await;
        reach(&client, &id, point).await;
        database
            .tamper(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
                 WHERE datname = current_database() AND pid <> pg_backend_pid()",
            )
            .await;
        cut.push((id, Clock::system().now(), point));
    }

    // when
    let mut runs = Vec::new();
    for (id, cut_at, point) in cut {
        let run = done(&client, &id).await;
        let waited = began(&run) - cut_at;
        assert!(waited <= TAKEN_OVER_WITHIN, "cut at {point:?}, begun again after {waited}");
        runs.push(run);
    }

    // then
    attempts([worker.said().as_str()].into_iter());
    drop(worker);
    let tidy = database.work();
    expect_published(&database, &runs).await;
    drop(tidy);
}
