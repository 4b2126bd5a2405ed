//! One figure, one number: the command, the API, the workbook and the list of cases agree on random networks, for every
//! indicator, unit, category of region and gender, now and as known before.

mod consistency;
mod random_network;
mod surfaces;
mod workbook;

use domain::Clock;
use random_network::RandomNetwork;
use surfaces::{Moment, Numbers, Surfaces};
use workbook::Book;

use crate::harness::{Account, Database, on_each_database};

/// How many networks are drawn for each database.
const NETWORKS: u64 = 3;

/// Days to look at: at the start, in the thick of it, at month ends, after everything.
const CUT_OFFS: [&str; 3] = ["2023-08-17", "2024-06-30", "2025-12-31"];

/// A network with a history in three steps: what was brought first, what was corrected and brought late, what was
/// withdrawn. The moments lie between the steps.
fn with_history(database: Database, network: &RandomNetwork) -> (Database, Vec<String>) {
    let mut moments = Vec::new();
    for (kind, file) in network.first() {
        assert!(
            database.import(kind, &file).status.is_some_and(|status| status < 2),
            "the first files are read"
        );
    }
    moments.push(Clock::system().now().to_rfc3339());
    for (kind, file) in network.later() {
        assert!(
            database.import(kind, &file).status.is_some_and(|status| status < 2),
            "the later files are read"
        );
    }
    moments.push(Clock::system().now().to_rfc3339());
    let file = database.file("participations.csv", network.withdrawn());
    let file = file.to_str().expect("a path");
    database.run_command(&["withdraw", file, "--reason", "Doppelt erfasst"]).expect(0);
    database.run_command(&["recount", "--verify", "--period", "IQ-2023"]).expect(0);
    (database, moments)
}

on_each_database! {
    async fn every_surface_tells_the_same_figures(backend) {
        for seed in 1..=NETWORKS {
            let database = backend.migrated().await.with_network().with_account(Account::Administrator);
            let (database, moments) = with_history(database, &RandomNetwork::new(seed));
            let server = database.serve();
            let client = server.signed_in(Account::Administrator).await;
            let surfaces = Surfaces { database: &database, client: &client };

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
                let (told, about) = (surfaces.command(moment), format!("network {seed}, {moment:?}: workbook"));
                same(&told, &surfaces.workbook(moment), &about);
                let mut book = Book::open(&database.folder().join("proof.xlsx"));
                book.require_transmission(&told, &about);
                book.require_evidence(&told, &about);
                book.require_agreement(&about);
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
