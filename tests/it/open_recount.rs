//! While a period is being counted again, the command line and the API tell what was known before, and say so.

use domain::{Clock, Domain, Viewer, recount};
use serde_json::{Value, json};
use worker::{FileStore, Worker, WorkerSettings};

use crate::harness::{
    Account, Client, Database, Row, Server, csv, eventually, on_each_database, participation,
};

/// People who have been unemployed for exactly a year: long-term by the Social Code, not by the Commission.
fn people(numbers: std::ops::Range<usize>) -> Vec<Row> {
    let person = |number: usize| {
        participation(&format!("P-{number}"), ["SP-1", "SP-2", "SP-3"][number % 3])
            .with("unemployed_since", "2022-05-10")
    };
    numbers.map(person).collect()
}

/// A server that counts nothing itself.
fn server_without_worker(database: &Database) -> Server {
    let mut command = database.command();
    command.arg("serve").env("MIGRANET_LISTEN", "127.0.0.1:0").env("MIGRANET_WORKER", "off");
    Server::start(command)
}

const QUESTION: [&str; 9] = [
    "figures",
    "--period",
    "IQ-2023",
    "--cut-off",
    "2025-12-31",
    "--indicator",
    "EECO01,EECO03",
    "--format",
    "json",
];

/// Both totals, over the categories of region.
fn totals(figures: &Value) -> [u64; 2] {
    let totals = figures.as_array().unwrap_or_else(|| panic!("{figures}")).iter();
    let totals: Vec<u64> = totals.filter_map(|figure| figure["total"].as_u64()).collect();
    totals.chunks(2).fold([0; 2], |sum, two| [sum[0] + two[0], sum[1] + two[1]])
}

/// Entries and long-term unemployed, by the command line, and whether it says that a recount is open.
fn by_command(database: &Database, more: &[&str]) -> ([u64; 2], bool) {
    let outcome = database.run_command(&[&QUESTION[..], more].concat()).expect(0);
    let totals = totals(&outcome.json());
    (totals, outcome.stderr.contains("recount open since"))
}

/// The same by the API, which says since when.
async fn by_api(client: &Client) -> ([u64; 2], bool) {
    let query = "{ figures(period: \"IQ-2023\", cutOff: \"2025-12-31\", indicators: [\"EECO01\", \"EECO03\"]) { total } \
        fundingPeriod(code: \"IQ-2023\") { recountOpenSince } }";
    let answer = client.ask(query).await;
    let totals = totals(&answer["data"]["figures"]);
    (totals, answer["data"]["fundingPeriod"]["recountOpenSince"].is_string())
}

async fn set_by_api(client: &Client) {
    let mutation = "mutation($input: CountingProfileSetInput!) { countingProfileSet(input: $input) { userErrors { code } } }";
    let choices = json!([{ "key": "ltu", "value": "sgb3" }]);
    let input = json!({ "input": { "period": "IQ-2023", "choices": choices, "reason": "a decision" } });
    let answer = client.ask_with(mutation, input).await;
    assert_eq!(answer["data"]["countingProfileSet"]["userErrors"], json!([]), "{answer}");
}

on_each_database! {
    async fn every_surface_tells_what_was_known_before_until_the_end(backend) {
        // given a recount that nobody works on
        let database = backend.migrated().await.with_network().with_participations(&people(0..6)).with_account(Account::Administrator);
        let server = server_without_worker(&database);
        let client = server.signed_in(Account::Administrator).await;
        set_by_api(&client).await;

        // when a record comes meanwhile, then nobody is told of it, nor of the new rule
        database.import("participations", &csv(&people(6..7))).expect(0);
        let amid = Clock::system().now().to_rfc3339();
        let before = ([6, 0], true);
        assert_eq!(by_command(&database, &[]), before);
        assert_eq!(by_command(&database, &["--known-at", &amid]), before);
        assert_eq!(by_api(&client).await, before);
        let profile = client.ask("{ countingProfile(period: \"IQ-2023\") { version } }").await;
        assert_eq!(profile["data"]["countingProfile"]["version"], 1);

        // and at the end everybody is told of both
        let said = database.run_command(&["recount", "--period", "IQ-2023"]).expect(0).stdout;
        assert!(said.contains("12 facts changed"), "what was asked for before is told, too: {said}");
        let after = ([7, 7], false);
        assert_eq!(by_command(&database, &[]), after);
        assert_eq!(by_api(&client).await, after);
        assert_eq!(by_command(&database, &["--known-at", &amid]), (before.0, false));
        database.run_command(&["recount", "--verify"]).expect(0);
    }

    async fn a_change_on_the_command_line_is_counted_when_it_returns(backend) {
        let database = backend.migrated().await.with_network().with_participations(&people(0..6));

        let set = ["profile", "set", "--period", "IQ-2023", "ltu=sgb3", "--reason", "a decision"];
        let said = database.run_command(&set).expect(0).stdout;

        assert!(said.contains("version 2") && said.contains("12 facts changed"), "{said}");
        assert_eq!(by_command(&database, &[]), ([6, 6], false));
    }

    async fn a_part_that_fails_says_why_until_it_is_counted(backend) {
        let database = backend.migrated().await.with_network().with_participations(&people(0..3)).with_account(Account::Administrator);
        let server = server_without_worker(&database);
        let client = server.signed_in(Account::Administrator).await;
        set_by_api(&client).await;
        database.tamper("UPDATE counting_profile SET choices = '?' || choices").await;

        let db = domain::db::connect(database.url()).await.expect("a connection");
        let domain = Domain::new(db, Clock::system());
        let files = FileStore::local(database.folder()).expect("a file store");
        let worker = Worker::start(domain.clone(), files, WorkerSettings::new(database.url())).await.expect("a worker");
        let question = "{ recounts { failing { cause attempts } } }";
        let cause = eventually("a cause", async || {
            let answer = client.ask(question).await;
            answer["data"]["recounts"][0]["failing"][0]["cause"].as_str().map(str::to_owned)
        });
        assert_eq!(cause.await, "stored value out of shape: counting_profile.choices");

        database.tamper("UPDATE counting_profile SET choices = substr(choices, 2)").await;
        let id = recount::page(&domain, &Viewer::worker(), (None, 1)).await.expect("recounts").remove(0).recount.id;
        let ended = worker::recounted(&domain, &Viewer::worker(), id, |_| ()).await.expect("it ends");
        worker.shutdown().await;
        assert_eq!(ended.failing, []);
        assert_eq!(by_api(&client).await, ([3, 3], false));
    }
}
