//! Recounts: shared, resumed, and equal to counting from the start; and who may write beside whom.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use chrono::TimeDelta;
use domain::{
    Clock, Domain, Viewer,
    counting_profile::{self, ProfileChange},
    recount::{self, Attempt, Step},
};
use serde_json::Value;
use worker::{FileStore, Worker, WorkerSettings};

use crate::harness::{Database, Row, csv, eventually, on_each_database, participation};

/// People of whom some count as long-term unemployed by one rule and not by the other.
fn people(many: usize) -> Vec<Row> {
    let person = |number: usize| {
        let sub_project = ["SP-1", "SP-2", "SP-3"][number % 3];
        let row = participation(&format!("P-{number}"), sub_project);
        // exactly a year: long-term by the Social Code, not by the Commission
        if number.is_multiple_of(2) { row.with("unemployed_since", "2022-05-10") } else { row }
    };
    (0..many).map(person).collect()
}

/// The domain on a database, with a clock that can be put forward.
async fn domain_of(database: &Database) -> (Domain, Arc<AtomicI64>) {
    let db = domain::db::connect(database.url()).await.expect("a connection");
    let ahead = Arc::new(AtomicI64::new(0));
    let (system, seconds) = (Clock::system(), Arc::clone(&ahead));
    let clock = Clock::telling(move || system.now() + TimeDelta::seconds(seconds.load(Ordering::SeqCst)));
    (Domain::new(db, clock), ahead)
}

async fn worker(database: &Database, domain: &Domain) -> worker::WorkerHandle {
    let files = FileStore::local(database.folder()).expect("a file store");
    Worker::start(domain.clone(), files, WorkerSettings::new(database.url())).await.expect("a worker")
}

/// Has a period counted by another rule for long-term unemployment.
async fn by_the_social_code(domain: &Domain) {
    let change = ProfileChange {
        period: "IQ-2023".to_owned(),
        choices: vec![("ltu".to_owned(), "sgb3".to_owned())],
        reason: "a decision".to_owned(),
    };
    counting_profile::set(domain, &Viewer::local_operator(), &change).await.expect("it is changed");
}

async fn differences(domain: &Domain) -> usize {
    recount::verify(domain, &Viewer::local_operator(), (None, |_| ())).await.expect("a comparison")
}

async fn latest(domain: &Domain) -> recount::Progress {
    recount::page(domain, &Viewer::worker(), (None, 1)).await.expect("recounts").remove(0)
}

fn long_term(database: &Database, more: &[&str]) -> Option<u64> {
    let question = [
        "figures",
        "--period",
        "IQ-2023",
        "--cut-off",
        "2025-12-31",
        "--indicator",
        "EECO03",
        "--format",
        "json",
    ];
    let figures = database.run_command(&[&question[..], more].concat()).expect(0).json();
    figures.as_array().expect("figures").iter().map(|figure| figure["total"].as_u64()).sum()
}

on_each_database! {
    async fn another_worker_goes_on_where_one_died(backend) {
        // given a recount of which one piece is counted and the next has begun
        let database = backend.migrated().await.with_network().with_participations(&people(3300));
        let (domain, ahead) = domain_of(&database).await;
        by_the_social_code(&domain).await;
        let attempt = recount::claim(&domain, "the first").await.expect("an answer").expect("a part waits");
        let begun = recount::step(&domain, attempt).await.expect("a step");
        drop(tokio::time::timeout(std::time::Duration::from_millis(1), recount::step(&domain, attempt)).await);

        // when nobody hears of it for longer than twenty seconds
        assert_eq!(recount::rescue(&domain).await.expect("an answer"), 0);
        ahead.store(21, Ordering::SeqCst);
        let worker = worker(&database, &domain).await;
        let id = latest(&domain).await.recount.id;
        let done = worker::recounted(&domain, &Viewer::worker(), id, |_| ()).await.expect("it ends");
        worker.shutdown().await;

        // then the result is that of a fresh count, and the first has no say any more
        assert_eq!(done.parts_done, done.parts);
        assert!(begun != Step::Lost);
        assert_eq!(recount::step(&domain, Attempt { number: attempt.number, ..attempt }).await.expect("an answer"), Step::Lost);
        assert_eq!(differences(&domain).await, 0);
        assert_eq!(long_term(&database, &[]), Some(1650));
        assert_eq!(done.changed, 2 * 1650, "only what is different was written");
    }

    async fn a_killed_worker_loses_nothing(backend) {
        let database = backend.migrated().await.with_network().with_participations(&people(3300));
        let (domain, ahead) = domain_of(&database).await;
        by_the_social_code(&domain).await;
        let dying = worker(&database, &domain).await;
        let id = latest(&domain).await.recount.id;
        let begun = async || recount::get(&domain, &Viewer::worker(), id).await.expect("it").started_at;
        eventually("a part that has begun", begun).await;
        drop(dying);

        ahead.store(21, Ordering::SeqCst);
        let heir = worker(&database, &domain).await;
        worker::recounted(&domain, &Viewer::worker(), id, |_| ()).await.expect("it ends");
        heir.shutdown().await;

        assert_eq!(differences(&domain).await, 0);
        assert_eq!(long_term(&database, &[]), Some(1650));
    }

    async fn what_was_known_before_a_recount_stays_known(backend) {
        let database = backend.migrated().await.with_network().with_participations(&people(12));
        let before = Clock::system().now().to_rfc3339();

        let set = ["profile", "set", "--period", "IQ-2023", "ltu=sgb3", "--reason", "a decision"];
        database.run_command(&set).expect(0);
        database.run_command(&["recount", "--period", "IQ-2023"]).expect(0);

        assert_eq!(long_term(&database, &[]), Some(6));
        assert_eq!(long_term(&database, &["--known-at", &before]), Some(0));
        let shown = database.run_command(&["profile", "show", "--period", "IQ-2023", "--format", "json"]).expect(0).json();
        assert_eq!((shown["choices"]["ltu"].as_str(), shown["choices"]["version"].as_str()), (Some("sgb3"), Some("2")));
        assert_eq!(shown["versions"][0]["reason"], "a decision");
    }

    async fn a_verification_finds_what_was_planted_and_writes_nothing(backend) {
        let database = backend.migrated().await.with_network().with_participations(&people(3));
        database.run_command(&["recount", "--verify"]).expect(0);
        database.tamper("UPDATE fact SET counted = 0 WHERE rulebook = 'ESF_PLUS_2021' AND participant_id = \
            (SELECT id FROM participant WHERE reference = 'P-1')").await;

        let found = |status| database.run_command(&["recount", "--verify", "--format", "json"]).expect(status).json();
        let odd: Value = found(1);

        assert_eq!(odd.as_array().map(Vec::len), Some(1), "{odd}");
        assert_eq!((odd[0]["subProject"].as_str(), odd[0]["reference"].as_str()), (Some("SP-2"), Some("P-1")));
        assert_eq!(odd[0]["rulebook"], "ESF_PLUS_2021");
        assert_eq!(odd[0]["ledger"][0]["counted"].as_array().map(Vec::len), Some(0));
        assert!(odd[0]["count"][0]["counted"].as_array().expect("codes").contains(&"EECO01".into()));
        assert_eq!(found(1), odd, "nothing was written");
        database.run_command(&["recount", "--period", "IQ-2023"]).expect(0);
        found(0);
    }

    async fn a_fact_that_stands_twice_is_found_and_mended(backend) {
        let database = backend.migrated().await.with_network().with_participations(&people(1));
        let columns = "funding_period_id, sub_project_id, rulebook, subject_kind, subject_id, participant_id, gender, \
            quantity, counted, left_out, missing, valid_from, valid_until, known_from, known_until, cause, end_cause";
        let id = if matches!(backend, crate::harness::Backend::Sqlite) { "randomblob(16)" } else { "gen_random_uuid()" };
        database.tamper(&format!("INSERT INTO fact (id, {columns}) SELECT {id}, {columns} FROM fact WHERE rulebook = 'ESF_PLUS_2021'")).await;

        database.run_command(&["recount", "--verify"]).expect(1);
        database.run_command(&["recount", "--period", "IQ-2023"]).expect(0);
        database.run_command(&["recount", "--verify"]).expect(0);
    }

    async fn two_imports_of_the_same_file_at_once_count_once(backend) {
        let database = backend.migrated().await.with_network();
        let rows = csv(&people(300));
        let import = || {
            let outcome = database.import("participations", &rows).expect(0).json();
            (outcome["inserted"].as_u64(), outcome["unchanged"].as_u64())
        };

        let mut outcomes = std::thread::scope(|scope| [scope.spawn(import), scope.spawn(import)].map(|one| one.join().expect("it ends")));

        outcomes.sort();
        assert_eq!(outcomes, [(Some(0), Some(300)), (Some(300), Some(0))]);
        database.run_command(&["recount", "--verify"]).expect(0);
    }

    async fn an_import_during_a_recount_counts_once(backend) {
        let database = backend.migrated().await.with_network().with_participations(&people(1500));
        let later: Vec<Row> = people(3000).split_off(1500);

        std::thread::scope(|scope| {
            scope.spawn(|| database.run_command(&["recount", "--period", "IQ-2023"]).expect(0));
            scope.spawn(|| database.import("participations", &csv(&later)).expect(0));
        });

        database.run_command(&["recount", "--verify"]).expect(0);
    }
}
