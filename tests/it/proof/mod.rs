//! One figure, one number: the command, the API, the workbook and the list of cases agree on random networks, for every
//! indicator, unit, category of region and gender, now and as known before.

mod consistency;
mod differences;
mod random_network;
mod surfaces;
mod workbook;
mod worklist;

use std::collections::BTreeSet;

use domain::Clock;
use random_network::RandomNetwork;
use serde_json::json;
use surfaces::{Moment, Numbers, Surfaces};
use workbook::Book;

use crate::harness::{Account, Database, on_each_database};

/// How many networks are drawn for each database.
const NETWORKS: u64 = 3;

/// Days to look at: at the start, in the thick of it, at month ends, after everything.
const CUT_OFFS: [&str; 3] = ["2023-08-17", "2024-06-30", "2025-12-31"];

/// A network with a history in five steps: what was brought first, a new choice of the profile, what was corrected and
/// brought late, a new definition of an indicator, what was withdrawn. The moments lie between the steps.
fn with_history(database: Database, network: &RandomNetwork) -> (Database, Vec<String>) {
    let mut moments = Vec::new();
    for (kind, file) in network.first() {
        assert!(
            database.import(kind, &file).status.is_some_and(|status| status < 2),
            "the first files are read"
        );
    }
    define(&database, "define", "female");
    moments.push(Clock::system().now().to_rfc3339());
    let set = ["profile", "set", "--period", "IQ-2023", "operation=network", "--reason", "a decision"];
    database.run_command(&set).expect(0);
    moments.push(Clock::system().now().to_rfc3339());
    for (kind, file) in network.later() {
        assert!(
            database.import(kind, &file).status.is_some_and(|status| status < 2),
            "the later files are read"
        );
    }
    define(&database, "change", "male");
    moments.push(Clock::system().now().to_rfc3339());
    let file = database.file("participations.csv", network.withdrawn());
    let file = file.to_str().expect("a path");
    database.run_command(&["withdraw", file, "--reason", "Doppelt erfasst"]).expect(0);
    database.run_command(&["recount", "--verify", "--period", "IQ-2023"]).expect(0);
    (database, moments)
}

/// Defines an indicator of the programme, or changes it: people of a gender who entered.
fn define(database: &Database, command: &str, gender: &str) {
    let definition = json!({
        "code": "BMAS-01", "nameDe": "Eintritte", "nameEn": "Entries", "definitionDe": "Eintritte",
        "definitionEn": "Entries", "source": "participations", "count": "persons",
        "conditions": [{ "field": "gender", "anyOf": [gender] }], "legalSource": "Förderrichtlinie, Nr. 4",
    });
    database.file("definition.json", definition.to_string());
    let mut arguments = vec!["indicator", command, "--period", "IQ-2023", "definition.json"];
    if command == "change" {
        arguments.extend(["--reason", "a decision"]);
    }
    database.run_command(&arguments).expect(0);
}

/// The causes of differences between two moments add up, in every column; tells which there are.
fn causes_add_up(database: &Database, moment: &str) -> BTreeSet<String> {
    let question =
        ["difference", "--period", "IQ-2023", "--from-cut-off", "2024-06-30", "--to-cut-off", "2025-12-31"];
    let more = ["--from-known-at", moment, "--by", "network", "--format", "json"];
    let differences = database.run_command(&[&question[..], &more].concat()).expect(0).json();
    let mut found = BTreeSet::new();
    for one in differences.as_array().expect("differences") {
        for column in ["women", "men", "nonBinary", "total"] {
            let causes = one["causes"].as_array().expect("causes").iter();
            let sum: i64 = causes.map(|cause| cause[column].as_i64().unwrap_or_default()).sum();
            let count = |point: &str| one[point][column].as_i64().unwrap_or_default();
            assert_eq!(sum, count("to") - count("from"), "{column} of {one}");
        }
        found.extend(
            one["causes"]
                .as_array()
                .expect("causes")
                .iter()
                .filter_map(|cause| Some(cause["cause"].as_str()?.to_owned())),
        );
    }
    found
}

on_each_database! {
    async fn every_surface_tells_the_same_figures(backend) {
        for seed in 1..=NETWORKS {
            let database = backend.migrated().await.with_network().with_account(Account::Administrator);
            let (database, moments) = with_history(database, &RandomNetwork::new(seed));
            let server = database.serve();
            let client = server.signed_in(Account::Administrator).await;
            let surfaces = Surfaces { database: &database, client: &client };

            let causes = causes_add_up(&database, &moments[0]);
            assert!(causes.contains("rules") && causes.contains("profile"), "network {seed}: {causes:?}");
            for cut_off in CUT_OFFS {
                for known_at in moments.iter().map(|at| Some(at.as_str())).chain([None]) {
                    let moment = Moment { cut_off, known_at };
                    let told = surfaces.command(moment);
                    let about = format!("network {seed}, {moment:?}");

                    assert!(!told.is_empty());
                    same(&told, &surfaces.api(moment).await, &format!("{about}: command and API"));
                    same(&told.without_people(), &surfaces.cases(moment), &format!("{about}: command and cases"));
                    consistency::check(&told, &about);
                }
                let moment = Moment { cut_off, known_at: None };
                // the programme has a sheet of its own for the whole period
                let told = [surfaces.command(moment), surfaces.workbook(moment)];
                let about = format!("network {seed}, {moment:?}: workbook");
                let [command, workbook] = told.map(|told| told.without_indicator("BMAS-01"));
                same(&command, &workbook, &about);
                let mut book = Book::open(&database.folder().join("proof.xlsx"));
                let told = surfaces.command(moment);
                book.require_transmission(&told, &about);
                book.require_evidence(&told, &about);
                book.require_agreement(&about);
            }
        }
    }

    async fn the_worklist_names_whoever_is_left_out_of_some_figure(backend) {
        for seed in 11..11 + NETWORKS {
            let database = backend.migrated().await.with_network();
            let (database, _) = with_history(database, &RandomNetwork::new(seed));

            for cut_off in CUT_OFFS {
                worklist::check(&database, cut_off, &format!("network {seed}, {cut_off}"));
            }
        }
    }

    async fn differences_lead_from_one_figure_to_the_other(backend) {
        let database = backend.migrated().await.with_network().with_account(Account::Administrator);
        let (database, moments) = with_history(database, &RandomNetwork::new(21));
        let server = database.serve();
        let client = server.signed_in(Account::Administrator).await;
        let surfaces = Surfaces { database: &database, client: &client };
        let point = |cut_off, known_at| Moment { cut_off, known_at };
        let [first, second] = [moments[0].as_str(), moments[1].as_str()].map(Some);

        for (from, to) in [
            (point("2023-08-17", None), point("2025-12-31", None)),
            (point("2024-06-30", first), point("2024-06-30", None)),
            (point("2023-12-31", first), point("2024-06-30", second)),
        ] {
            let (before, after) = (surfaces.command(from), surfaces.command(to));
            for level in ["period", "network", "sub-project"] {
                differences::check(&database, level, ((from, &before), (to, &after)));
            }
        }
    }

    async fn what_was_known_stays_known(backend) {
        let network = RandomNetwork::new(77);
        let database = backend.migrated().await.with_network().with_account(Account::Administrator);
        for (kind, file) in network.first() {
            assert!(database.import(kind, &file).status.is_some_and(|status| status < 2));
        }
        let known = Clock::system().now().to_rfc3339();
        let moment = Moment { cut_off: "2024-12-31", known_at: Some(&known) };
        let server = database.serve();
        let client = server.signed_in(Account::Administrator).await;
        let before = Surfaces { database: &database, client: &client }.command(moment);

        for (kind, file) in network.later() {
            assert!(database.import(kind, &file).status.is_some_and(|status| status < 2));
        }

        let surfaces = Surfaces { database: &database, client: &client };
        same(&before, &surfaces.command(moment), "the same moment, later");
        same(&before, &surfaces.api(moment).await, "the same moment, later, by the API");
        assert_ne!(before, surfaces.command(Moment { known_at: None, ..moment }), "what came later changed nothing");
    }
}

/// Both tell the same figures; names the first that differs.
fn same(one: &Numbers, other: &Numbers, about: &str) {
    if let Some(difference) = one.difference(other) {
        panic!("{about}: {difference}");
    }
}
